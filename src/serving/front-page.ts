import { columnsOnPage, mostReviewed, storiesOfReview, storiesOnPage } from '../digests/layout.ts'
import type { Digest, Story } from '../domain/digest.ts'
import type { DigestRequest } from '../domain/digest-request.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import { chooseStories } from './choose-stories.ts'
import { datesIn } from './news/dates.ts'
import { digestOf, placesIn } from './news/stories-once.ts'
import type { NewsStory } from './news/story.ts'
import { type Rankable, type Ranking, rankNews } from './rank-stories.ts'

/** One page of a digest, in its days; its stories in the order in which they were chosen. */
export type FrontPage = {
  digest: Digest<RankedHeadline>
  chosen: Story<RankedHeadline>[]
  /** What later pages hold: stories and columns, of a review by its days. */
  rest: { day: Temporal.PlainDate | null; count: number }[]
}

type PageRequest = Pick<DigestRequest, 'page' | 'asOf' | 'after'>

/** To who has a digest each day, what came since the last is all new. */
const halfLifeOfDigest = 48
/** Later pages are a list by rank alone: whoever asks for page 100 need not wait for 99 choices. */
const chosenPages = 3

/**
 * The page of a digest with this number, from 0. Its stories are chosen by rank from all that the
 * digest holds and no page before shows; each stands once, under the day of its newest article.
 */
export function frontPage(
  news: Rankable,
  { page, asOf, after }: PageRequest,
  zone: string,
): FrontPage {
  const rank = after === null ? { asOf } : { asOf, halfLifeHours: halfLifeOfDigest }
  const { ranking: all, columns } = rankNews(news, rank)
  let ranking = all
  let chosen: NewsStory[] = []
  for (let number = 0; number <= Math.min(page, chosenPages - 1); number++) {
    chosen = chooseStories(ranking, { ...rank, zone, size: storiesOnPage(number) })
    ranking = ranking.without(new Set(chosen))
  }
  let left = ranking.count
  if (page >= chosenPages) {
    const from = (page - chosenPages) * storiesOnPage(page)
    chosen = storiesFrom(ranking, from, storiesOnPage(page))
    left = Math.max(0, left - from - chosen.length)
  }
  const firstColumn = page === 0 ? 0 : columnsOnPage(0) + (page - 1) * columnsOnPage(1)
  const endColumn = firstColumn + columnsOnPage(page)
  const count = left + Math.max(0, columns.length - endColumn)
  return {
    ...pageOf(chosen, columns.slice(firstColumn, endColumn), zone),
    rest: count > 0 ? [{ day: null, count }] : [],
  }
}

/**
 * What was missed: on the first page the most important stories of all days, and of each day some. What
 * else a day holds has pages of its own, by rank; of very many days all share them.
 */
export function reviewPage(
  news: Rankable,
  { page, asOf, day }: Pick<DigestRequest, 'page' | 'asOf' | 'day'>,
  zone: string,
): FrontPage {
  // How old it is says nothing to who has missed it.
  const ageless = { asOf, halfLifeHours: Number.POSITIVE_INFINITY }
  const { ranking, columns } = rankNews(news, ageless)
  const dateOf = datesIn(zone)
  const ofDays = ranking.groupBy(({ newest }) => dateOf(newest))
  const columnsOf = Map.groupBy(columns, dateOf)
  const dates = [...new Set([...ofDays.keys(), ...columnsOf.keys()])].sort().reverse()
  const size = storiesOfReview(dates.length)
  const leastOfDay = Math.min(2, Math.floor(size / dates.length))
  const chosen = chooseStories(ranking, { ...ageless, zone, size, ofDays, leastOfDay })
  const first = new Set(chosen)
  const firstColumns = columns.slice(0, columnsOnPage(0))
  const isLeftColumn = (column: RankedHeadline) => !firstColumns.includes(column)
  if (page === 0 && day === null) {
    const parts = dates.map((date) => {
      const stories = ofDays.get(date)?.without(first).count ?? 0
      const others = columnsOf.get(date)?.filter(isLeftColumn) ?? []
      return { day: Temporal.PlainDate.from(date), count: stories + others.length }
    })
    const count = parts.reduce((sum, part) => sum + part.count, 0)
    const rest = dates.length > mostReviewed ? [{ day: null, count }] : parts
    return { ...pageOf(chosen, firstColumns, zone), rest: rest.filter(({ count }) => count > 0) }
  }
  const asked = day?.toString()
  const left = (asked === undefined ? ranking : ofDays.get(asked))?.without(first)
  const leftColumns = (asked === undefined ? columns : (columnsOf.get(asked) ?? [])).filter(
    isLeftColumn,
  )
  // All days go on after the first page, a day begins with its own.
  const number = day === null ? page - 1 : page
  const [perPage, columnsPerPage] = [storiesOnPage(1), columnsOnPage(1)]
  const later =
    Math.max(0, (left?.count ?? 0) - (number + 1) * perPage) +
    Math.max(0, leftColumns.length - (number + 1) * columnsPerPage)
  return {
    ...pageOf(
      left ? storiesFrom(left, number * perPage, perPage) : [],
      leftColumns.slice(number * columnsPerPage, (number + 1) * columnsPerPage),
      zone,
    ),
    rest: later > 0 ? [{ day, count: later }] : [],
  }
}

function storiesFrom(ranking: Ranking, from: number, count: number): NewsStory[] {
  return ranking.entries(from, from + count).map(({ story }) => story)
}

function pageOf(stories: readonly NewsStory[], columns: readonly RankedHeadline[], zone: string) {
  const digest = digestOf(stories, columns, zone)
  const places = placesIn(digest, stories)
  return { digest, chosen: stories.flatMap((story) => places.get(story)?.told ?? []) }
}
