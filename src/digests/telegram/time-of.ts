import type { Article } from '../../domain/article.ts'
import { clockTime } from '../../domain/calendar.ts'

/** The time of an article with what follows it; nothing where no time is known. */
export function timeOf({ publishedAt, precision }: Article, zone: string, gap: string): string {
  return precision === 'minute' ? clockTime(publishedAt, zone) + gap : ''
}
