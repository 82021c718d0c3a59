import { composeDigest, hasDay, newestFirstIn } from '../../digests/compose.ts'
import { eventsOnce } from '../../digests/events-once.ts'
import { leadIn } from '../../digests/lead-in.ts'
import type { Digest, DigestDay, Story } from '../../domain/digest.ts'
import { createMemory, createObjectMemory } from '../../lib/memory.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import { countIndependent } from '../../stories/front/independent.ts'
import { type Said, sharesOf } from '../../stories/front/kin.ts'
import { stemsKnown } from '../../text/words.ts'
import { datesIn } from './dates.ts'
import { minuteMs, type NewsStory } from './story.ts'

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
export type ToldStory = Said & { told: Story<RankedHeadline>; day: string }

/** Among so many outlets of a story it is looked for who copies whom. */
const mostOutlets = 12

/** More zones than chats that are planned at once have. */
const toldIn = createMemory(100)((_zone) => new WeakMap<NewsStory, ToldStory>())

/** How a story is told in the days of a zone, found once for all who are shown it; null where no day holds it. */
export function tellStory(story: NewsStory, zone: string): ToldStory | null {
  const known = toldIn(zone)
  const before = known.get(story)
  if (before) return before
  const place = placesIn(digestOf([story], [], zone), [story]).get(story)
  if (!place) return null
  const all = [place.told.lead, ...place.told.others]
  const outlets = all
    .slice(0, mostOutlets)
    .map(({ title, language }) => stemsKnown(title, language))
  const sources = countIndependent(outlets) * (all.length / outlets.length)
  const [fromMs, toMs] = [story.oldestMinute * minuteMs, story.newest.publishedMs]
  const now = { ...place, sources, shares: sharesOf(outlets), fromMs, toMs }
  known.set(story, now)
  return now
}

const ledIn = createObjectMemory<ToldStory, ToldStory>()

/** The same story led in a language where it can be, found once for all who are shown it. */
export function tellIn(place: ToldStory, language: string): ToldStory {
  const { lead, others } = place.told
  if (lead.language === language || others.length === 0) return place
  return ledIn(place, language, () => {
    const told = leadIn(place.told, language)
    return told === place.told ? place : { ...place, told }
  })
}

const plainDate = createMemory(1000)((date) => Temporal.PlainDate.from(date))

/** Stories and columns in the days of a zone, newest first. */
export function tellInDays(
  stories: readonly ToldStory[],
  columns: readonly RankedHeadline[],
  zone: string,
): Digest<RankedHeadline> {
  const days = new Map<string, DigestDay<RankedHeadline>>()
  const dayAt = (date: string) => {
    const known = days.get(date)
    if (known) return known
    const day = { date: plainDate(date), stories: [], columns: [] }
    days.set(date, day)
    return day
  }
  const newestFirst = newestFirstIn(zone)
  const dateOf = datesIn(zone)
  for (const { told, day } of stories) dayAt(day).stories.push(told)
  for (const column of columns.filter(hasDay)) dayAt(dateOf(column)).columns.push(column)
  for (const { stories, columns } of days.values()) {
    stories.sort((a, b) => newestFirst(a.lead, b.lead))
    columns.sort(newestFirst)
  }
  const inOrder = [...days.values()].sort((a, b) => Temporal.PlainDate.compare(b.date, a.date))
  return { zone, days: inOrder }
}
