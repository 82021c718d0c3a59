import { composeDigest } from '../../digests/compose.ts'
import { eventsOnce } from '../../digests/events-once.ts'
import type { Digest, Story } from '../../domain/digest.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import { stemsKnown } from '../../text/words.ts'
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

/** How a story is told in a zone: with its lead of its newest day, the date of that day, and what its outlets say. */
export type ToldStory = {
  told: Story<RankedHeadline>
  day: string
  /** The stems of the headlines of its outlets, its lead's first. */
  outlets: readonly ReadonlySet<string>[]
  allTerms: ReadonlySet<string>
}

/** Among so many outlets of a story it is looked for who copies whom. */
const mostOutlets = 12

const knownIn = new Map<string, WeakMap<NewsStory, ToldStory>>()
/** More zones than chats that are planned at once have. */
const mostZones = 100

/** How a story is told in the days of a zone, found once for all who are shown it; null where no day holds it. */
export function tellStory(story: NewsStory, zone: string): ToldStory | null {
  if (knownIn.size > mostZones) knownIn.clear()
  const known = knownIn.get(zone) ?? new WeakMap<NewsStory, ToldStory>()
  knownIn.set(zone, known)
  const before = known.get(story)
  if (before) return before
  const place = placesIn(digestOf([story], [], zone), [story]).get(story)
  if (!place) return null
  const { lead, others } = place.told
  const outlets = [lead, ...others]
    .slice(0, mostOutlets)
    .map(({ title, language }) => stemsKnown(title, language))
  const now = { ...place, outlets, allTerms: new Set(outlets.flatMap((terms) => [...terms])) }
  known.set(story, now)
  return now
}
