import { InlineKeyboard } from 'grammy'
import { bold, concat, type Fragment, italic, link, text } from '../../digests/telegram/markup.ts'
import { type Block, layOutMessages } from '../../digests/telegram/split.ts'
import type { Article } from '../../domain/article.ts'
import { clockTime, dayOf } from '../../domain/calendar.ts'
import { mostWords, questionWords } from '../../domain/question.ts'
import { articlesByIds } from '../../store/article-rows.ts'
import { mostHits } from '../../store/sqlite/search.ts'
import { rememberedWishes } from '../../store/subscriptions.ts'
import { oneLine } from '../../text/controls.ts'
import type { CourantContext } from '../context.ts'
import { words } from '../say.ts'
import type { Services } from '../services.ts'

const perPage = 10

/** The longest question, in UTF-16 units. */
const longestQuery = 200

/** The data of a button that turns to the page from this result on. */
export const pageData = /^search:(\d{1,6})$/

/** A message; one without results has no buttons. */
export type SearchPage = { html: string; keyboard: InlineKeyboard }

/**
 * The results of a question from number `offset` on: ten, or as many as fit one message, so that a
 * button can turn the page in place. The question's words stand in it, in bold.
 */
export async function searchPage(
  ctx: CourantContext,
  { db, findArticles, defaults }: Services,
  query: string,
  offset: number,
): Promise<SearchPage> {
  const only = (key: string, values?: Record<string, string | number>): SearchPage => ({
    html: words(ctx, key, values),
    keyboard: new InlineKeyboard(),
  })
  const asked = questionWords(query)
  if (asked.length === 0) return only('search-no-words', { input: query })
  if (query.length > longestQuery || asked.length > mostWords) {
    return only('search-long', { limit: longestQuery, words: mostWords })
  }
  const search = await findArticles(asked)
  if (search.kind !== 'found') return only(`search-${search.kind}`)

  const hits = search.ids.slice(0, mostHits)
  const here = hits.slice(offset, offset + perPage)
  const found = await articlesByIds(db, here)
  const { zone } = (ctx.chat && (await rememberedWishes(db, ctx.chat.id))) ?? defaults
  const entries = here.flatMap((id) => {
    const article = found.get(id)
    return article ? [entryForms(ctx, article, zone)] : []
  })
  const heading = (shown: number) => {
    const span = { total: hits.length, from: offset + 1, to: offset + shown }
    const more = search.ids.length > mostHits ? 'yes' : 'no'
    const pages = shown < hits.length ? 'many' : 'one'
    return concat(
      bold(text(asked.join(' '))),
      text(ctx.t('search-results', { ...span, more, pages })),
    )
  }
  const layOut = (shown: number) =>
    layOutMessages(
      entries
        .slice(0, shown)
        .map((forms): Block => ({ headings: [heading(shown)], forms, spacing: 'loose' })),
    ).messages[0]

  const shown = layOut(entries.length)?.blocks.length ?? 0
  const page = layOut(shown)
  if (!page) return only('search-none', { words: query })
  const keyboard = new InlineKeyboard()
  if (offset > 0) {
    keyboard.text(ctx.t('search-newer'), `search:${Math.max(0, offset - perPage)}`)
  }
  const next = offset + (shown < entries.length ? shown : here.length)
  if (next < hits.length) keyboard.text(ctx.t('search-older'), `search:${next}`)
  return { html: page.html, keyboard }
}

/** With its address, or without one that fits no message. */
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
