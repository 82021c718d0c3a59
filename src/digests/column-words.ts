import type { Article } from '../domain/article.ts'
import { isTeaser } from '../text/teaser.ts'

/** What is said of a column under its title: its standfirst, unless that only makes curious; null for nothing. */
export function columnWords({
  standfirst,
  summary,
}: Pick<Article, 'standfirst' | 'summary'>): string | null {
  if (standfirst && !(summary && isTeaser(standfirst))) return standfirst
  return summary?.text ?? null
}
