import { eventsOnce } from '../digests/events-once.ts'
import { columnsOnPage, mostReviewed, storiesOfReview, storiesOnPage } from '../digests/layout.ts'
import type { Digest, Story } from '../domain/digest.ts'
import type { DigestRequest } from '../domain/digest-request.ts'
import type { RankedHeadline } from '../store/article-rows.ts'
import type { Database } from '../store/tables.ts'
import { chooseStories } from './choose-stories.ts'
import { rankColumns, rankEntries } from './rank-entries.ts'

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
export async function frontPage(
  db: Database,
  whole: Digest<RankedHeadline>,
  { page, asOf, after }: PageRequest,
): Promise<FrontPage> {
  const digest = eventsOnce(whole)
  const rank = after === null ? { asOf } : { asOf, halfLifeHours: halfLifeOfDigest }
  let entries = rankEntries(digest, rank)
  const columns = rankColumns(digest, rank)
  let firstColumn = 0
  for (let number = 0; ; number++) {
    const size = storiesOnPage(number)
    const chosen =
      number < chosenPages
        ? await chooseStories(db, entries, { ...rank, size })
        : entries.slice(0, size).map(({ story }) => story)
    const shown = new Set(chosen)
    entries = entries.filter(({ story }) => !shown.has(story))
    const endColumn = firstColumn + columnsOnPage(number)
    const count = entries.length + Math.max(0, columns.length - endColumn)
    const rest = count > 0 ? [{ day: null, count }] : []
    if (number === page) {
      const columnsShown = new Set(columns.slice(firstColumn, endColumn))
      return { digest: only(digest, shown, columnsShown), chosen, rest }
    }
    if (count === 0) return { digest: { ...digest, days: [] }, chosen: [], rest }
    firstColumn = endColumn
    await new Promise(setImmediate)
  }
}

/**
 * What was missed: on the first page the most important stories of all days, and of each day some. What
 * else a day holds has pages of its own, by rank; of very many days all share them.
 */
export async function reviewPage(
  db: Database,
  whole: Digest<RankedHeadline>,
  { page, asOf, day }: Pick<DigestRequest, 'page' | 'asOf' | 'day'>,
): Promise<FrontPage> {
  const digest = eventsOnce(whole)
  // How old it is says nothing to who has missed it.
  const ageless = { asOf, halfLifeHours: Number.POSITIVE_INFINITY }
  const entries = rankEntries(digest, ageless)
  const columns = rankColumns(digest, ageless)
  const size = storiesOfReview(digest.days.length)
  const leastOfDay = Math.min(2, Math.floor(size / digest.days.length))
  const chosen = await chooseStories(db, entries, { ...ageless, size, leastOfDay })
  const first = new Set(chosen)
  const firstColumns = new Set(columns.slice(0, columnsOnPage(0)))
  const left = digest.days.map(({ date, stories, columns }) => ({
    date,
    stories: stories.filter((story) => !first.has(story)),
    columns: columns.filter((column) => !firstColumns.has(column)),
  }))
  const count = (of: typeof left) =>
    of.reduce((sum, { stories, columns }) => sum + stories.length + columns.length, 0)
  if (page === 0 && day === null) {
    const parts = left.map((of) => ({ day: of.date, count: count([of]) }))
    const rest = left.length > mostReviewed ? [{ day: null, count: count(left) }] : parts
    return {
      digest: only(digest, first, firstColumns),
      chosen,
      rest: rest.filter(({ count }) => count > 0),
    }
  }
  const asked = day === null ? left : left.filter(({ date }) => date.equals(day))
  const isAsked = new Set(asked.flatMap(({ stories }) => stories))
  const ranked = entries.map(({ story }) => story).filter((story) => isAsked.has(story))
  // All days go on after the first page, a day begins with its own.
  const number = day === null ? page - 1 : page
  const [perPage, columnsPerPage] = [storiesOnPage(1), columnsOnPage(1)]
  const stories = ranked.slice(number * perPage, (number + 1) * perPage)
  const askedColumns = asked.flatMap((of) => of.columns)
  const onPage = askedColumns.slice(number * columnsPerPage, (number + 1) * columnsPerPage)
  const later =
    Math.max(0, ranked.length - (number + 1) * perPage) +
    Math.max(0, askedColumns.length - (number + 1) * columnsPerPage)
  return {
    digest: only(digest, new Set(stories), new Set(onPage)),
    chosen: stories,
    rest: later > 0 ? [{ day, count: later }] : [],
  }
}

function only(
  digest: Digest<RankedHeadline>,
  stories: ReadonlySet<Story<RankedHeadline>>,
  columns: ReadonlySet<RankedHeadline>,
): Digest<RankedHeadline> {
  const days = digest.days
    .map((day) => ({
      ...day,
      stories: day.stories.filter((story) => stories.has(story)),
      columns: day.columns.filter((column) => columns.has(column)),
    }))
    .filter((day) => day.stories.length + day.columns.length > 0)
  return { ...digest, days }
}
