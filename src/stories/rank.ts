import type { Reason } from '../domain/reason.ts'

/** What a story's rank is made of. */
export type Ranked = {
  /** Different feeds that report it. */
  sources: number
  newestAt: Temporal.Instant
  /** The greatest weight that an admin gave to one of its feeds; 1 is the usual one. */
  weight: number
  /** On how many days it has run, this one included. */
  days: number
  isPinned: boolean
}

/** News are worth half as much after so many hours. */
const halfLifeHours = 12

/**
 * Sorts a day's stories, the most important first: pinned ones, then by score. A score is the feed's
 * weight times the doublings of sources (and a little for each further day), halved every 12 hours.
 * The reason says how it came about.
 */
export function rankStories<S extends Ranked>(
  stories: readonly S[],
  now: Temporal.Instant,
): { story: S; score: number; reason: Reason }[] {
  return stories
    .map((story) => {
      const score = scoreOf(story, now)
      return { story, score, reason: explain(story, score, now) }
    })
    .sort(
      (a, b) =>
        Number(b.story.isPinned) - Number(a.story.isPinned) ||
        b.score - a.score ||
        Temporal.Instant.compare(b.story.newestAt, a.story.newestAt),
    )
}

function scoreOf({ sources, newestAt, weight, days }: Ranked, now: Temporal.Instant): number {
  const importance = Math.log2(1 + sources) + 0.25 * Math.min(days - 1, 4)
  return weight * importance * 0.5 ** (ageHours(newestAt, now) / halfLifeHours)
}

function explain(story: Ranked, score: number, now: Temporal.Instant): Reason {
  return {
    code: 'rank',
    sources: story.sources,
    hours: Math.round(ageHours(story.newestAt, now)),
    weight: story.weight,
    days: story.days,
    pinned: story.isPinned ? 'yes' : 'no',
    score: Number(score.toFixed(2)),
  }
}

function ageHours(at: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, now.since(at).total('hours'))
}
