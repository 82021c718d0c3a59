import { summarisedPerDay } from '../digests/layout.ts'
import type { Story } from '../domain/digest.ts'
import type { RankedHeadline } from '../store/article-rows.ts'
import { type Ranked, rankStories } from '../stories/rank.ts'

/** What the rank of a story depends on. */
export function rankOf({ lead, others }: Story<RankedHeadline>): Ranked {
  const all = [lead, ...others]
  return {
    sources: all.length,
    newestAt: all.map(({ publishedAt }) => publishedAt).reduce(later),
    weight: Math.max(...all.map(({ weight }) => weight)),
    days: 1,
    isPinned: lead.isPinned,
  }
}

/**
 * Moves the most important stories of a day to the top, where they are shown with a summary: those
 * that several outlets report, or that an admin has pinned or given weight. The rest stays newest first.
 */
export function liftTopStories(
  newestFirst: Story<RankedHeadline>[],
  now: Temporal.Instant,
): Story<RankedHeadline>[] {
  const stories = newestFirst.map((story) => ({ ...rankOf(story), story }))
  const candidates = stories.filter(
    ({ sources, isPinned, weight }) => sources > 1 || isPinned || weight > 1,
  )
  const top = rankStories(candidates, now)
    .slice(0, summarisedPerDay)
    .map(({ story }) => story.story)
  return [...top, ...newestFirst.filter((story) => !top.includes(story))]
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}
