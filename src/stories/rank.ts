import type { Reason } from '../domain/reason.ts'

/** What a story's rank is made of. */
export type Ranked = {
  /** Outlets that report it; one that copies another counts for less. */
  sources: number
  /** The minute in which its newest article came, in epoch milliseconds. */
  newestMs: number
  /** The greatest weight that an admin gave to one of its feeds; 1 is the usual one. */
  weight: number
  /** On how many days it has run, this one included. */
  days: number
  isPinned: boolean
  /** Columns about it. */
  columns: number
  /** Outlets that place it first on their own page. */
  firsts: number
  /** How many items a day the feed brings of which it is one; of several feeds the rarest. */
  itemsADay: number
  /** Most of its outlets tell it as one more part of a routine series. */
  isRoutine: boolean
}

/** News are worth half as much after so many hours. */
export const usualHalfLifeHours = 24
/** An item of a feed that brings so many a day counts for less by the root of two. */
const usualItemsADay = 20
/** What is said each day counts so much of what is said for once. */
const routineShare = 0.25

export type RankOptions = {
  asOf: Temporal.Instant
  /** Infinite where age does not count. */
  halfLifeHours?: number
}

/** The score of a story, or what it would be if so many outlets told it. */
export type ScoreOf = (story: Ranked, sources?: number) => number

/**
 * Makes the question for a story's score: its importance, times what its feeds are worth, halved every 24
 * hours. Never zero.
 */
export function createScoreOf(options: RankOptions): ScoreOf {
  const freshnessOf = createFreshnessOf(options)
  return (story, sources = story.sources) =>
    importanceOf(story, sources) * worthOf(story) * freshnessOf(story.newestMs)
}

/**
 * What the score owes to the story itself: the doublings of its sources, and a little for each further day,
 * for columns on it and for outlets that place it first; less where it is said each day.
 */
export function importanceOf(
  { days, columns, firsts, isRoutine }: Omit<Ranked, 'sources'>,
  sources: number,
): number {
  const importance =
    Math.log2(1 + sources) +
    0.25 * Math.min(days - 1, 4) +
    0.25 * Math.min(columns, 3) +
    0.25 * Math.min(firsts, 3)
  return isRoutine ? importance * routineShare : importance
}

/** What the score owes to the feeds: their weight, less where they say much. */
export function worthOf({ weight, itemsADay }: Pick<Ranked, 'weight' | 'itemsADay'>): number {
  return weight / Math.sqrt(1 + itemsADay / usualItemsADay)
}

/** Makes the question what the score owes to the time. */
export function createFreshnessOf({
  asOf,
  halfLifeHours = usualHalfLifeHours,
}: RankOptions): (newestMs: number) => number {
  const nowMs = asOf.epochMilliseconds
  return (newestMs) => 0.5 ** (ageMs(newestMs, nowMs) / (halfLifeHours * hourMs))
}

const hourMs = 3_600_000

/** Why a story has its score. */
export function explain(story: Ranked, score: number, now: Temporal.Instant): Reason {
  return {
    code: 'rank',
    sources: Math.round(story.sources),
    hours: Math.round(ageMs(story.newestMs, now.epochMilliseconds) / hourMs),
    weight: story.weight,
    days: story.days,
    firsts: story.firsts,
    columns: story.columns,
    pinned: story.isPinned ? 'yes' : 'no',
    routine: story.isRoutine ? 'yes' : 'no',
    score: Number(score.toFixed(2)),
  }
}

function ageMs(newestMs: number, nowMs: number): number {
  return Math.max(0, nowMs - newestMs)
}
