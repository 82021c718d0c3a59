import { InlineKeyboard } from 'grammy'
import { bold, concat, type Fragment, italic, link, text } from '../digests/markup.ts'
import type { Article } from '../domain/article.ts'
import { clockTime, dayOf } from '../domain/calendar.ts'
import { clip } from '../domain/clip.ts'
import { searchArticles } from '../store/search.ts'
import { rememberedWishes } from '../store/subscriptions.ts'
import type { CourantContext } from './context.ts'
import { words } from './say.ts'
import type { Services } from './services.ts'

const perPage = 10

/** The longest question, in UTF-16 units: it stands on each page of results. */
export const longestQuery = 200

/** One page of results with its buttons; the question itself stands in the message, in bold. */
export async function searchPage(
  ctx: CourantContext,
  { db, defaults }: Services,
  query: string,
  offset: number,
): Promise<{ html: string; keyboard: InlineKeyboard }> {
  const { total, articles } = await searchArticles(db, query, { offset, limit: perPage })
  const keyboard = new InlineKeyboard()
  if (articles.length === 0) return { html: words(ctx, 'search-none', { words: query }), keyboard }
  const { zone } = (ctx.chat && (await rememberedWishes(db, ctx.chat.id))) ?? defaults
  if (offset > 0) {
    keyboard.text(ctx.t('search-newer'), `search:${Math.max(0, offset - perPage)}`)
  }
  if (offset + articles.length < total) {
    keyboard.text(ctx.t('search-older'), `search:${offset + perPage}`)
  }
  const heading = words(ctx, 'search-results', {
    words: query,
    total,
    pages: Math.ceil(total / perPage),
    from: offset + 1,
    to: offset + articles.length,
  })
  const entries = articles.map((article) => entry(ctx, article, zone).html)
  return { html: [heading, ...entries].join('\n\n'), keyboard }
}

function entry(ctx: CourantContext, article: Article, zone: string): Fragment {
  const day = dayOf(article.publishedAt, zone).toLocaleString(ctx.t('date-locale'), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const isColumn = article.kind === 'column'
  const source = clip((isColumn && article.author) || article.source, 60)
  const where = isColumn ? `${source}, ${ctx.t('search-column')}` : source
  return concat(
    bold(link(clip(article.title, 180), article.url)),
    text('\n'),
    italic(text(`${day}, ${clockTime(article.publishedAt, zone)} · ${where}`)),
  )
}
