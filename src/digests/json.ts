import type { Article } from '../domain/article.ts'
import { dayHeading } from '../domain/calendar.ts'
import type { Digest } from '../domain/digest.ts'
import type { Translate } from '../domain/translate.ts'
import { columnWords } from './column-words.ts'

/**
 * The digest as plain data for other programs; instants are ISO 8601 in UTC, or a day where only that
 * is known; unknown values are null.
 */
export function renderJson(digest: Digest, t: Translate) {
  return digest.days.map((day) => ({
    date: day.date.toString(),
    heading: dayHeading(day.date, t('date-locale')),
    stories: day.stories.map(({ lead, others, further }) => ({
      title: lead.title,
      url: lead.url,
      source: lead.source,
      publishedAt: published(lead),
      summary: lead.summary?.text ?? null,
      sources: others.map(({ source, url, title }) => ({ source, url, title })),
      further: further.map(({ source, url, title }) => ({ source, url, title })),
    })),
    columns: day.columns.map((column) => ({
      title: column.title,
      url: column.url,
      author: column.author,
      publishedAt: published(column),
      summary: columnWords(column),
    })),
  }))
}

function published({ publishedAt, precision }: Article): string | null {
  const text = publishedAt.toString()
  return { minute: text, day: text.slice(0, 'yyyy-mm-dd'.length), none: null }[precision]
}
