import { InlineKeyboard } from 'grammy'
import { bold, concat, type Fragment, italic, link, text } from '../../digests/telegram/markup.ts'
import type { Block } from '../../digests/telegram/split.ts'
import type { Article } from '../../domain/article.ts'
import { clockTime, dayOf } from '../../domain/calendar.ts'
import {
  resultsPerPage,
  type SearchResults,
  searchArticles,
} from '../../serving/search-articles.ts'
import { oneLine } from '../../text/controls.ts'
import type { CourantContext } from '../context.ts'
import { layOutPage } from '../one-page.ts'
import { words } from '../say.ts'
import type { Services } from '../services.ts'

/** The data of a button that shows the page from this offset on. */
export const pageData = /^search:(\d{1,6})$/

/** A message; without results it has no buttons. */
export type SearchPage = { html: string; keyboard: InlineKeyboard }

/**
 * Returns the results of a question from `offset` on: a page, or as many as fit one message, so that
 * buttons can edit it in place. The message contains the question's words in bold.
 */
export async function searchPage(
  ctx: CourantContext,
  services: Services,
  question: string,
  offset: number,
): Promise<SearchPage> {
  const only = (key: string, values?: Record<string, string | number>): SearchPage => ({
    html: words(ctx, key, values),
    keyboard: new InlineKeyboard(),
  })
  const outcome = await searchArticles(services, ctx.chat?.id ?? 0, { question, offset })
  switch (outcome.kind) {
    case 'no-words':
      return only('search-no-words', { input: question })
    case 'long':
      return only('search-long', { limit: outcome.limit, words: outcome.words })
    case 'late':
    case 'busy':
      return only(`search-${outcome.kind}`)
    case 'found':
      return layOutResults(ctx, outcome, offset) ?? only('search-none', { input: question })
  }
}

function layOutResults(
  ctx: CourantContext,
  { words: asked, total, more, articles, end, zone }: SearchResults,
  offset: number,
): SearchPage | null {
  const entries = articles.map((article) => entryForms(ctx, article, zone))
  const page = layOutPage(entries, (shown) => {
    const span = { total, from: offset + 1, to: offset + shown }
    const pages = shown < total ? 'many' : 'one'
    return concat(
      bold(text(asked.join(' '))),
      text(ctx.t('search-results', { ...span, more: more ? 'yes' : 'no', pages })),
    )
  })
  if (!page) return null
  const keyboard = new InlineKeyboard()
  if (offset > 0) {
    keyboard.text(ctx.t('search-newer'), `search:${Math.max(0, offset - resultsPerPage)}`)
  }
  const next = page.shown < entries.length ? offset + page.shown : end
  if (next < total) keyboard.text(ctx.t('search-older'), `search:${next}`)
  return { html: page.html, keyboard }
}

/** With its link, and without it, for addresses that fit no message. */
function entryForms(ctx: CourantContext, article: Article, zone: string): Block['forms'] {
  const title = oneLine(article.title, 180)
  return [link(title, article.url), text(title)].map(
    (each) => () => entry(ctx, article, each, zone),
  )
}

function entry(ctx: CourantContext, article: Article, title: Fragment, zone: string): Fragment {
  const day = dayOf(article.publishedAt, zone).toLocaleString(ctx.t('date-locale'), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const isColumn = article.kind === 'column'
  const source = oneLine((isColumn && article.author) || article.source, 60)
  const where = isColumn ? `${source}, ${ctx.t('search-column')}` : source
  return concat(
    bold(title),
    text('\n'),
    italic(text(`${day}, ${clockTime(article.publishedAt, zone)} · ${where}`)),
  )
}
