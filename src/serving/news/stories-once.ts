import { composeDigest } from '../../digests/compose.ts'
import { eventsOnce } from '../../digests/events-once.ts'
import type { Digest, Story } from '../../domain/digest.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import type { NewsStory } from './story.ts'

/** Stories and columns in the days of a zone, each story once, under the day of its newest article. */
export function digestOf(
  stories: readonly NewsStory[],
  columns: readonly RankedHeadline[],
  zone: string,
): Digest<RankedHeadline> {
  return eventsOnce(
    composeDigest([...stories.flatMap(({ articles }) => articles), ...columns], zone),
  )
}

/** Where each of these stories stands in a digest, and the date of its day. */
export function placesIn(
  digest: Digest<RankedHeadline>,
  stories: readonly NewsStory[],
): Map<NewsStory, { told: Story<RankedHeadline>; day: string }> {
  const ofArticle = new Map(stories.flatMap((story) => story.articles.map(({ id }) => [id, story])))
  return new Map(
    digest.days.flatMap(({ date, stories }) => {
      const day = date.toString()
      return stories.flatMap((told) => {
        const story = ofArticle.get(told.lead.id)
        return story ? [[story, { told, day }] as const] : []
      })
    }),
  )
}
