import { dayHeading } from '../domain/calendar.ts'
import type { Digest } from '../domain/digest.ts'
import type { Translate } from '../domain/translate.ts'

/** The digest as plain data for other programs; instants are ISO 8601 in UTC, unknown values null. */
export function renderJson(digest: Digest, t: Translate) {
  return digest.days.map((day) => ({
    date: day.date.toString(),
    heading: dayHeading(day.date, t('date-locale')),
    stories: day.stories.map(({ lead, others }) => ({
      title: lead.title,
      url: lead.url,
      source: lead.source,
      publishedAt: lead.publishedAt.toString(),
      summary: lead.summary?.text ?? null,
      sources: others.map(({ source, url, title }) => ({ source, url, title })),
    })),
    columns: day.columns.map((column) => ({
      title: column.title,
      url: column.url,
      author: column.author,
      publishedAt: column.publishedAt.toString(),
      summary: column.standfirst ?? column.summary?.text ?? null,
    })),
  }))
}
