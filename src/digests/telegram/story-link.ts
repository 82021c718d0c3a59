import type { Article } from '../../domain/article.ts'
import { concat, type Fragment, link, text } from './markup.ts'

/** Words that lead to the page of a story, where it has one. */
export function storyLink(words: string, lead: Article, botName: string | null): Fragment {
  const page = pageOf(lead, botName)
  return page === null ? text(words) : link(words, page)
}

/** `…`, which leads there where nothing else does, and is never alone on a line; nothing where there is no page. */
export function dotsTo(lead: Article, botName: string | null): Fragment {
  if (pageOf(lead, botName) === null) return text('')
  return concat(text('\u00a0'), storyLink('…', lead, botName))
}

/** The name of a columnist, which leads to the page of what else they write. */
export function columnistLink(
  name: string,
  { columnistId }: Article,
  botName: string | null,
): Fragment {
  const isKnown = botName !== null && columnistId !== null
  return isKnown ? link(name, `https://t.me/${botName}?start=by_${columnistId}`) : text(name)
}

/**
 * The address by which `/start` shows the page of a story, or of a column
 * (https://core.telegram.org/bots/features#deep-linking).
 */
export function pageOf(article: Article, botName: string | null): string | null {
  const name = pageName(article)
  return botName === null || name === null ? null : `https://t.me/${botName}?start=${name}`
}

/** How links name the page of a story, by its number, or of a column, by its article's; null where there is none. */
export function pageName({ id, kind, storyId }: Article): string | null {
  if (kind === 'column') return `c_${id}`
  return storyId === null ? null : `s_${storyId}`
}
