import { summarisedPerDay } from '../digests/layout.ts'
import type { Digest, Story } from '../domain/digest.ts'
import type { RankedHeadline } from '../store/article-rows.ts'
import { rankEntries } from './rank-entries.ts'

/**
 * The most important stories of each day: those that several outlets report, or that an admin has
 * pinned or given weight.
 */
export function topStories(
  digest: Digest<RankedHeadline>,
  asOf: Temporal.Instant,
): Story<RankedHeadline>[] {
  return digest.days.flatMap((day) =>
    rankEntries({ ...digest, days: [day] }, { asOf })
      .filter(({ ranked: { sources, isPinned, weight } }) => sources > 1 || isPinned || weight > 1)
      .slice(0, summarisedPerDay)
      .map(({ story }) => story),
  )
}
