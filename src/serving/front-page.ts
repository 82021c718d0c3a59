import {
  columnsOnPage,
  listShape,
  mostReviewed,
  type PageShape,
  storiesOfReview,
  storiesOnPage,
  usualShape,
} from '../digests/layout.ts'
import type { Digest, Followed, Story } from '../domain/digest.ts'
import type { DigestRequest } from '../domain/digest-request.ts'
import { endLongTurn } from '../lib/let-others-work.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import { chooseStories } from './choose-stories.ts'
import { eventsOf } from './events.ts'
import { columnsWithin } from './news/caps.ts'
import { datesIn } from './news/dates.ts'
import type { PaperNews } from './news/paper.ts'
import { tellIn, tellInDays, tellStory } from './news/stories-once.ts'
import type { NewsStory } from './news/story.ts'
import { type RankedPaper, rankPaper } from './rank-paper.ts'
import { type Ranking, without } from './ranking.ts'

/** One page of a digest, in its days; its stories in the order in which they were chosen. */
export type FrontPage = {
  digest: Digest<RankedHeadline>
  chosen: Story<RankedHeadline>[]
  /** What the chat follows: it stands at the head of the first page. */
  followed: Followed<RankedHeadline>
  /** What later pages hold: stories and columns, of a review by its days. */
  rest: { day: Temporal.PlainDate | null; count: number }[]
}

type PageRequest = Pick<DigestRequest, 'page' | 'asOf' | 'after'>

/** In the days of which zone, how long its first page is, and in which language stories are led if they can be. */
export type PageOptions = { zone: string; shape?: PageShape; language?: string | undefined }

/** To who has a digest each day, what came since the last is all new. */
const halfLifeOfDigest = 48
/** Whoever asks for the latest may have seen some of it; what was large last night is still there. */
const halfLifeOfLatest = 36
/** Later pages are a list by rank alone: whoever asks for page 100 need not wait for 99 choices. */
const chosenPages = 3

/**
 * The page of a digest with this number, from 0. Its stories are chosen by rank from all that the
 * digest holds and no page before shows; each stands once, under the day of its newest article. What
 * is followed stands on the first page.
 */
export async function frontPage(
  news: PaperNews,
  { page, asOf, after }: PageRequest,
  { zone, shape = usualShape, language }: PageOptions,
): Promise<FrontPage> {
  const rank = { asOf, halfLifeHours: after === null ? halfLifeOfLatest : halfLifeOfDigest }
  const { followed, columns, ...ranked } = await rankPaper(news, rank)
  const caps = news.part?.caps ?? null
  const events = await eventsOf(ranked, zone)
  const shown = new Set(followed.stories)
  let { ranking } = ranked
  let chosen: NewsStory[] = []
  let leftColumns = columns
  let chosenColumns: RankedHeadline[] = []
  for (let number = 0; number <= Math.min(page, chosenPages - 1); number++) {
    const room = number === 0 ? shape : listShape
    const isFilled = number > 0
    const choice = { zone, size: room.stories, events, shown, caps, isFilled }
    chosen = await chooseStories({ ...ranked, ranking }, choice)
    for (const story of chosen) shown.add(story)
    ranking = without(ranking, new Set(chosen))
    const beside = { caps, stories: chosen, size: room.columns, isFilled }
    chosenColumns = columnsWithin(leftColumns, beside)
    const taken = new Set(chosenColumns)
    leftColumns = leftColumns.filter((column) => !taken.has(column))
  }
  let left = ranking.count
  if (page >= chosenPages) {
    const from = (page - chosenPages) * storiesOnPage
    chosen = storiesFrom(ranking, from, storiesOnPage)
    left = Math.max(0, left - from - chosen.length)
    const fromColumn = (page - chosenPages) * columnsOnPage
    chosenColumns = leftColumns.slice(fromColumn, fromColumn + columnsOnPage)
    leftColumns = leftColumns.slice(fromColumn + columnsOnPage)
  }
  const count = left + leftColumns.length
  return {
    ...pageOf(chosen, chosenColumns, { zone, language }),
    followed: page === 0 ? listOf(followed, { zone, language }) : nothing,
    rest: count > 0 ? [{ day: null, count }] : [],
  }
}

/**
 * What was missed: on the first page the most important stories of all days, and of each day some. What
 * else a day holds has pages of its own, by rank; of very many days all share them.
 */
export async function reviewPage(
  news: PaperNews,
  { page, asOf, day }: Pick<DigestRequest, 'page' | 'asOf' | 'day'>,
  { zone, shape = usualShape, language }: PageOptions,
): Promise<FrontPage> {
  // How old it is says nothing to who has missed it.
  const ageless = { asOf, halfLifeHours: Number.POSITIVE_INFINITY }
  const { followed, columns, ...ranked } = await rankPaper(news, ageless)
  const { ranking } = ranked
  const dateOf = datesIn(zone)
  await endLongTurn()
  const ofDays = ranking.groupBy(({ newest }) => dateOf(newest))
  await endLongTurn()
  const columnsOf = Map.groupBy(columns, dateOf)
  const dates = [...new Set([...ofDays.keys(), ...columnsOf.keys()])].sort().reverse()
  const size = storiesOfReview(dates.length, shape)
  const leastOfDay = Math.min(2, Math.floor(size / dates.length))
  const caps = news.part?.caps ?? null
  const events = await eventsOf(ranked, zone, { isReview: true })
  const shown = new Set(followed.stories)
  const choice = { zone, size, events, shown, ofDays, leastOfDay, caps }
  const chosen = await chooseStories(ranked, choice)
  const firstOf = Map.groupBy(chosen, ({ newest }) => dateOf(newest))
  const leftOfDay = (date: string) => {
    const all = ofDays.get(date)
    return all && without(all, new Set(firstOf.get(date)))
  }
  const beside = { caps, stories: chosen, size: shape.columns, isFilled: false }
  const firstColumns = columnsWithin(columns, beside)
  const isLeftColumn = (column: RankedHeadline) => !firstColumns.includes(column)
  if (page === 0 && day === null) {
    const parts = dates.map((date) => {
      const stories = leftOfDay(date)?.count ?? 0
      const others = columnsOf.get(date)?.filter(isLeftColumn) ?? []
      return { day: Temporal.PlainDate.from(date), count: stories + others.length }
    })
    const count = parts.reduce((sum, part) => sum + part.count, 0)
    const rest = dates.length > mostReviewed ? [{ day: null, count }] : parts
    return {
      ...pageOf(chosen, firstColumns, { zone, language }),
      followed: listOf(followed, { zone, language }),
      rest: rest.filter(({ count }) => count > 0),
    }
  }
  const asked = day?.toString()
  const left = asked === undefined ? without(ranking, new Set(chosen)) : leftOfDay(asked)
  const leftColumns = (asked === undefined ? columns : (columnsOf.get(asked) ?? [])).filter(
    isLeftColumn,
  )
  // All days go on after the first page, a day begins with its own.
  const number = day === null ? page - 1 : page
  const [perPage, columnsPerPage] = [storiesOnPage, columnsOnPage]
  const later =
    Math.max(0, (left?.count ?? 0) - (number + 1) * perPage) +
    Math.max(0, leftColumns.length - (number + 1) * columnsPerPage)
  return {
    ...pageOf(
      left ? storiesFrom(left, number * perPage, perPage) : [],
      leftColumns.slice(number * columnsPerPage, (number + 1) * columnsPerPage),
      { zone, language },
    ),
    followed: nothing,
    rest: later > 0 ? [{ day, count: later }] : [],
  }
}

const nothing: Followed<RankedHeadline> = { stories: [], columns: [] }

function listOf(
  { stories, columns }: RankedPaper['followed'],
  options: PageOptions,
): Followed<RankedHeadline> {
  return { stories: pageOf(stories, [], options).chosen, columns }
}

function storiesFrom(ranking: Ranking, from: number, count: number): NewsStory[] {
  return ranking.entries(from, from + count).map(({ story }) => story)
}

function pageOf(
  stories: readonly NewsStory[],
  columns: readonly RankedHeadline[],
  { zone, language }: PageOptions,
) {
  const told = stories.flatMap((story) => {
    const place = tellStory(story, zone)
    if (!place) return []
    return language === undefined ? place : tellIn(place, language)
  })
  return { digest: tellInDays(told, columns, zone), chosen: told.map(({ told }) => told) }
}
