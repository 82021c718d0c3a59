import type { Article } from '../domain/article.ts'
import { dayOf } from '../domain/calendar.ts'
import type { Digest, DigestDay } from '../domain/digest.ts'

/**
 * Groups articles by the days of a zone, days and entries newest first; news become stories, columns
 * stand apart. Every article given is in the digest exactly once.
 */
export function composeDigest(articles: readonly Article[], zone: string): Digest {
  const newestFirst = articles.toSorted(
    (a, b) => Temporal.Instant.compare(b.publishedAt, a.publishedAt) || b.id - a.id,
  )
  const days = new Map<string, DigestDay>()
  for (const article of newestFirst) {
    const date = dayOf(article.publishedAt, zone)
    const day = days.get(date.toString()) ?? { date, stories: [], columns: [] }
    days.set(date.toString(), day)
    if (article.kind === 'column') day.columns.push(article)
    else day.stories.push({ lead: article, others: [] })
  }
  return { zone, days: [...days.values()] }
}

/** A part of a digest, and where the next part starts, or null after the last. */
export type DigestPage = { digest: Digest; next: number | null }

/**
 * The `size` stories of a digest from story number `offset` on, under their days. A day's columns
 * stand where the day begins, so that a long day does not push them out of sight.
 */
export function pageOfDigest(digest: Digest, offset: number, size: number): DigestPage {
  const end = offset + size
  const days: DigestDay[] = []
  let first = 0
  let more = false
  for (const day of digest.days) {
    const begins = first >= offset && first < end
    const stories = day.stories.slice(Math.max(0, offset - first), Math.max(0, end - first))
    const columns = begins ? day.columns : []
    if (stories.length > 0 || columns.length > 0) days.push({ ...day, stories, columns })
    more ||= first >= end || first + day.stories.length > end
    first += day.stories.length
  }
  return { digest: { ...digest, days }, next: more ? end : null }
}
