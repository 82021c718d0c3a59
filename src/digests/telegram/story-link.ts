import type { Article } from '../../domain/article.ts'
import { type Fragment, link, text } from './markup.ts'

/** Words that lead to the page of a story, where it has one. */
export function storyLink(words: string, lead: Article, botName: string | null): Fragment {
  const page = pageOf(lead, botName)
  return page === null ? text(words) : link(words, page)
}

/**
 * The address by which `/start` shows the page of a story
 * (https://core.telegram.org/bots/features#deep-linking).
 */
export function pageOf({ storyId }: Article, botName: string | null): string | null {
  return botName === null || storyId === null ? null : `https://t.me/${botName}?start=s_${storyId}`
}
