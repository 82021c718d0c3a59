import type { Article } from '../../domain/article.ts'
import { concat, type Fragment, link, text } from './markup.ts'

/** Words that lead to the page of a story, where it has one. */
export function storyLink(words: string, lead: Article, botName: string | null): Fragment {
  const page = pageOf(lead, botName)
  return page === null ? text(words) : link(words, page)
}

/** `…`, which leads there where nothing else does, and is never alone on a line; nothing where a story has no page. */
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
 * The address by which `/start` shows the page of a story
 * (https://core.telegram.org/bots/features#deep-linking).
 */
export function pageOf({ storyId }: Article, botName: string | null): string | null {
  return botName === null || storyId === null ? null : `https://t.me/${botName}?start=s_${storyId}`
}
