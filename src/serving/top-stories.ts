import { summarisedPerDay } from '../digests/layout.ts'
import type { Digest } from '../domain/digest.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import { newestFirst, storyOf } from './news/story.ts'
import { rankNews, type WeightOf } from './rank-stories.ts'

/**
 * The numbers of the articles that lead the most important stories of each day: those that several
 * outlets report, or that an admin has pinned or given weight.
 */
export function topStories(
  digest: Digest<RankedHeadline>,
  { asOf, weightOf }: { asOf: Temporal.Instant; weightOf: WeightOf },
): number[] {
  return digest.days.flatMap((day) => {
    const leadOf = new Map(
      day.stories.map(({ lead, others, further }) => {
        const rest = [...others, ...further]
        const [newest = lead, ...older] = [lead, ...rest].sort(newestFirst)
        return [storyOf([newest, ...older]), lead]
      }),
    )
    const stories = [...leadOf.keys()]
    const { ranking, rankOf } = rankNews({ stories, columns: day.columns, weightOf }, { asOf })
    return ranking
      .entries(0, stories.length)
      .map(({ story }) => story)
      .filter((story) => {
        const { sources, isPinned, weight } = rankOf(story)
        return sources > 1 || isPinned || weight > 1
      })
      .slice(0, summarisedPerDay)
      .flatMap((story) => leadOf.get(story)?.id ?? [])
  })
}
