import { dayBounds, dayOf } from '../domain/calendar.ts'
import type { Digest, DigestDay, Headline, Story } from '../domain/digest.ts'

/** Puts the stories of a day, given newest first, into the order in which they are shown. */
export type RankStories<A> = (stories: Story<A>[]) => Story<A>[]

/**
 * Groups articles by the days of a zone, newest first. News of one story and day become one entry, but
 * those of one feed stay entries of their own; columns stand apart. Every article given is in the
 * digest exactly once, but those of the last days of all time, which no calendar bounds.
 */
export function composeDigest<A extends Headline>(
  articles: readonly A[],
  zone: string,
  rank: RankStories<A> = (stories) => stories,
): Digest<A> {
  const days: DigestDay<A>[] = []
  const newsOf = new Map<DigestDay<A>, A[]>()
  let startMs = Number.POSITIVE_INFINITY
  let day: DigestDay<A> | undefined
  const momentMs = momentsIn(zone)
  const newestFirst = (a: A, b: A) => momentMs(b) - momentMs(a) || b.id - a.id
  for (const article of articles.filter(hasDay).toSorted(newestFirst)) {
    const ms = momentMs(article)
    // A zone is asked once for each day: that takes far longer than comparing numbers.
    if (!day || ms < startMs) {
      const date = dayOf(Temporal.Instant.fromEpochMilliseconds(ms), zone)
      startMs = dayBounds(date, zone).start.epochMilliseconds
      day = { date, stories: [], columns: [] }
      days.push(day)
      newsOf.set(day, [])
    }
    if (article.kind === 'column') day.columns.push(article)
    else newsOf.get(day)?.push(article)
  }
  for (const [each, news] of newsOf) each.stories = rank(groupStories(news, newestFirst))
  return { zone, days }
}

const endOfTimeMs = 8.64e15 - 3 * 86_400_000

function hasDay({ publishedAt }: Headline): boolean {
  return Math.abs(publishedAt.epochMilliseconds) < endOfTimeMs
}

/**
 * When an article counts as published in a zone: where only the day is known, it is the same day for
 * readers everywhere.
 */
function momentsIn(zone: string): (article: Headline) => number {
  const offsets = new Map<number, number>()
  return ({ publishedAt, precision }) => {
    const ms = publishedAt.epochMilliseconds
    if (precision !== 'day') return ms
    const day = Math.floor(ms / dayMs)
    const offset = offsets.get(day) ?? publishedAt.toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
    offsets.set(day, offset)
    return ms - offset
  }
}

const dayMs = 86_400_000

function groupStories<A extends Headline>(
  newsNewestFirst: A[],
  newestFirst: (a: A, b: A) => number,
): Story<A>[] {
  const groups = Map.groupBy(newsNewestFirst, ({ storyId, id }) => storyId ?? `alone ${id}`)
  const stories = [...groups.values()].flatMap(entriesOf)
  return stories.sort((a, b) => newestFirst(a.lead, b.lead))
}

/** The entries of one story's articles: in each there is one article of a feed at the most. */
function entriesOf<A extends Headline>(articles: A[]): Story<A>[] {
  const entries: Story<A>[] = []
  let left = articles
  while (left.length > 0) {
    const lead = left.find(({ isLead }) => isLead) ?? left[0]
    if (!lead) break
    const feeds = new Set([lead.feedId])
    const others: A[] = []
    const rest: A[] = []
    for (const article of left) {
      if (article === lead) continue
      if (feeds.has(article.feedId)) rest.push(article)
      else others.push(article)
      feeds.add(article.feedId)
    }
    entries.push({ lead, others })
    left = rest
  }
  return entries
}

/** A part of a digest, and where the next part starts, or null after the last. */
export type DigestPage<A> = { digest: Digest<A>; next: number | null }

/**
 * The `size` stories of a digest from story number `offset` on, under their days. A day's columns
 * stand where the day begins, so that a long day does not push them out of sight.
 */
export function pageOfDigest<A>(digest: Digest<A>, offset: number, size: number): DigestPage<A> {
  const end = offset + size
  const days: DigestDay<A>[] = []
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

/** The same digest with other articles in place of its own; those without one are left out. */
export function mapDigest<A, B>(
  digest: Digest<A>,
  change: (article: A) => B | undefined,
): Digest<B> {
  const changeAll = (articles: A[]) => articles.flatMap((article) => change(article) ?? [])
  const days = digest.days.map(({ date, stories, columns }) => ({
    date,
    stories: stories.flatMap(({ lead, others }): Story<B>[] => {
      const changed = change(lead)
      return changed === undefined ? [] : [{ lead: changed, others: changeAll(others) }]
    }),
    columns: changeAll(columns),
  }))
  return { ...digest, days }
}
