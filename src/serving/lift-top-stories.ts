import { summarisedPerDay } from '../digests/telegram/render.ts'
import type { Story } from '../domain/digest.ts'
import type { RankedHeadline } from '../store/article-rows.ts'
import { type Ranked, rankStories } from '../stories/rank.ts'

/** What the rank of a story of a day depends on. */
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
 * Puts the most important stories of a day, those that are told with a summary, at its head: what
 * several outlets report, or an admin has pinned or given weight. The rest stays newest first.
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
