import { summarisedPerDay } from '../digests/layout.ts'
import type { Digest } from '../domain/digest.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import { figuresOf } from './news/figures.ts'
import { newestFirst, storyOf } from './news/story.ts'
import { rankNews, type WeightOf } from './rank-stories.ts'

/**
 * The numbers of the articles that lead the most important stories of each day: those that several
 * outlets report, or that an admin has pinned or given weight.
 */
export async function topStories(
  digest: Digest<RankedHeadline>,
  { asOf, weightOf }: { asOf: Temporal.Instant; weightOf: WeightOf },
): Promise<number[]> {
  const top: number[] = []
  for (const day of digest.days) {
    const leadOf = new Map(
      day.stories.map(({ lead, others, further }) => {
        const rest = [...others, ...further]
        const [newest = lead, ...older] = [lead, ...rest].sort(newestFirst)
        return [storyOf([newest, ...older]), lead]
      }),
    )
    const stories = [...leadOf.keys()]
    const news = { stories, figures: figuresOf(stories), columns: day.columns, weightOf }
    const { ranking, rankOf } = await rankNews(news, { asOf })
    const important = ranking.entries(0, ranking.count).filter(({ story }) => {
      const { sources, isPinned, weight } = rankOf(story)
      return sources > 1 || isPinned || weight > 1
    })
    const first = important.slice(0, summarisedPerDay)
    top.push(...first.flatMap(({ story }) => leadOf.get(story)?.id ?? []))
  }
  return top
}
