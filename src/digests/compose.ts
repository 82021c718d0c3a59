import { dayBounds, dayOf } from '../domain/calendar.ts'
import type { Digest, DigestDay, Followed, Headline, Story } from '../domain/digest.ts'
import { createMemory } from '../lib/memory.ts'
import { freeLead } from './free-lead.ts'

/**
 * Groups articles by the days of a zone, newest first. News of one story and day become one entry;
 * columns stand apart. Every article given is in the digest exactly once, but those of the last days of
 * all time, which no calendar bounds.
 */
export function composeDigest<A extends Headline>(articles: readonly A[], zone: string): Digest<A> {
  const days: DigestDay<A>[] = []
  const newsOf = new Map<DigestDay<A>, A[]>()
  let startMs = Number.POSITIVE_INFINITY
  let day: DigestDay<A> | undefined
  const momentMs = momentsIn(zone)
  const newestFirst = newestFirstIn(zone)
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
  for (const [each, news] of newsOf) each.stories = groupStories(news, newestFirst)
  return { zone, days }
}

const endOfTimeMs = 8.64e15 - 3 * 86_400_000

/** Whether any calendar holds the day of an article. */
export function hasDay({ publishedAt }: Headline): boolean {
  return Math.abs(publishedAt.epochMilliseconds) < endOfTimeMs
}

/**
 * When an article counts as published in a zone: where only the day is known, it is the same day for
 * readers everywhere.
 */
const momentsIn: (zone: string) => MomentOf = createMemory(100)((zone) => {
  const offsets = new Map<number, number>()
  return ({ publishedAt, precision }) => {
    const ms = publishedAt.epochMilliseconds
    if (precision !== 'day') return ms
    const day = Math.floor(ms / dayMs)
    const offset = offsets.get(day) ?? publishedAt.toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
    if (offsets.size >= mostOffsets) offsets.clear()
    offsets.set(day, offset)
    return ms - offset
  }
})

type MomentOf = (article: Headline) => number
const mostOffsets = 1000

/** Compares articles by when they count as published in a zone. */
export function newestFirstIn(zone: string): (a: Headline, b: Headline) => number {
  const momentMs = momentsIn(zone)
  return (a, b) => momentMs(b) - momentMs(a) || b.id - a.id
}

const dayMs = 86_400_000

function groupStories<A extends Headline>(
  newsNewestFirst: A[],
  newestFirst: (a: A, b: A) => number,
): Story<A>[] {
  const groups = Map.groupBy(newsNewestFirst, ({ storyId, id }) => storyId ?? `alone ${id}`)
  const stories = [...groups.values()].flatMap(([first, ...rest]) =>
    first ? [storyOf([first, ...rest])] : [],
  )
  return stories.sort((a, b) => newestFirst(a.lead, b.lead))
}

/** One entry of a story's articles, one of each feed before what more they say. */
function storyOf<A extends Headline>([newest, ...rest]: [A, ...A[]]): Story<A> {
  const all = [newest, ...rest]
  const lead = all.find(({ isLead }) => isLead) ?? newest
  const feeds = new Set([lead.feedId])
  const others: A[] = []
  const further: A[] = []
  for (const article of all) {
    if (article === lead) continue
    if (feeds.has(article.feedId)) further.push(article)
    else others.push(article)
    feeds.add(article.feedId)
  }
  return freeLead({ lead, others, further })
}

/** The same digest with other articles in place of its own; those without one are left out. */
export function mapDigest<A, B>(
  digest: Digest<A>,
  change: (article: A) => B | undefined,
  changeStory = (story: Story<A>) => mapStory(story, change),
): Digest<B> {
  const changeNews = ({ stories, columns }: Followed<A>): Followed<B> => ({
    stories: stories.flatMap((story) => changeStory(story) ?? []),
    columns: changeAll(columns, change),
  })
  const { followed, ...rest } = digest
  const days = digest.days.map(({ date, ...news }) => ({ date, ...changeNews(news) }))
  return { ...rest, days, ...(followed && { followed: changeNews(followed) }) }
}

/** The same story with other articles; null where it has none. */
export function mapStory<A, B>(
  { lead, others, further }: Story<A>,
  change: (article: A) => B | undefined,
): Story<B> | null {
  // Where a lead cannot be shown, the next of its outlets stands for it.
  const [first, ...rest] = changeAll([lead, ...others], change)
  if (first === undefined) return null
  return { lead: first, others: rest, further: changeAll(further, change) }
}

function changeAll<A, B>(articles: A[], change: (article: A) => B | undefined): B[] {
  return articles.flatMap((article) => change(article) ?? [])
}
