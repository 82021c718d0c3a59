import { eventsOnce } from '../digests/events-once.ts'
import { columnsOnPage, storiesOnPage } from '../digests/layout.ts'
import type { Digest, Story } from '../domain/digest.ts'
import { type RankedHeadline, titlesByIds } from '../store/article-rows.ts'
import type { Database } from '../store/tables.ts'
import { choosePage } from '../stories/front/choose-page.ts'
import { countIndependent } from '../stories/front/independent.ts'
import { scoreOf } from '../stories/rank.ts'
import { stemsOf } from '../text/words.ts'
import { type Entry, rankColumns, rankEntries } from './rank-entries.ts'

/** One page of a digest, in its days; its stories in the order in which they were chosen. */
export type FrontPage = {
  digest: Digest<RankedHeadline>
  chosen: Story<RankedHeadline>[]
  /** How many stories and columns later pages hold. */
  rest: number
}

/** Later pages are a list by rank alone: whoever asks for page 100 need not wait for 99 choices. */
const chosenPages = 3
/** Of so many times a page's stories the headlines are compared. */
const compared = 5
/** Among so many outlets of a story it is looked for who copies whom. */
const mostOutlets = 12

/**
 * The page of a digest with this number, from 0. Its stories are chosen by rank from all that the
 * digest holds and no page before shows; each stands once, under the day of its newest article.
 */
export async function frontPage(
  db: Database,
  whole: Digest<RankedHeadline>,
  { page, asOf }: { page: number; asOf: Temporal.Instant },
): Promise<FrontPage> {
  const digest = eventsOnce(whole)
  let entries = rankEntries(digest, asOf)
  const columns = rankColumns(digest, asOf)
  let firstColumn = 0
  for (let number = 0; ; number++) {
    const size = storiesOnPage(number)
    const chosen =
      number < chosenPages
        ? await chooseStories(db, entries, size, asOf)
        : entries.slice(0, size).map(({ story }) => story)
    const shown = new Set(chosen)
    entries = entries.filter(({ story }) => !shown.has(story))
    const endColumn = firstColumn + columnsOnPage(number)
    const rest = entries.length + Math.max(0, columns.length - endColumn)
    if (number === page) {
      const columnsShown = new Set(columns.slice(firstColumn, endColumn))
      return { digest: only(digest, shown, columnsShown), chosen, rest }
    }
    if (rest === 0) return { digest: { ...digest, days: [] }, chosen: [], rest }
    firstColumn = endColumn
    await new Promise(setImmediate)
  }
}

async function chooseStories(
  db: Database,
  entries: readonly Entry[],
  size: number,
  asOf: Temporal.Instant,
): Promise<Story<RankedHeadline>[]> {
  const window = entries.slice(0, size * compared)
  const outletsOf = ({ story }: Entry) => [story.lead, ...story.others.slice(0, mostOutlets - 1)]
  const titles = await titlesByIds(
    db,
    window.flatMap(outletsOf).map(({ id }) => id),
  )
  const termsOf = ({ id }: RankedHeadline) => {
    const { title = '', language = null } = titles.get(id) ?? {}
    return stemsOf(title.slice(0, 300), language)
  }
  const candidates = window.map((entry) => {
    const outlets = outletsOf(entry).map(termsOf)
    const left = entry.story.others.length + 1 - outlets.length
    const sources = countIndependent(outlets) * (1 + left / outlets.length)
    const { lead } = entry.story
    return {
      story: entry.story,
      score: scoreOf({ ...entry.ranked, sources }, asOf),
      isPinned: lead.isPinned,
      feedId: lead.feedId,
      language: lead.language,
      terms: outlets[0] ?? new Set<string>(),
      allTerms: new Set(outlets.flatMap((terms) => [...terms])),
    }
  })
  candidates.sort((a, b) => b.score - a.score)
  return choosePage(candidates, size, leastOfLanguages(entries, size)).map(({ story }) => story)
}

/** What is due to each language: its part of all stories, but no more than an equal part of the page. */
function leastOfLanguages(entries: readonly Entry[], size: number): Map<string | null, number> {
  const counts = Map.groupBy(entries, ({ story }) => story.lead.language)
  counts.delete(null)
  return new Map(
    [...counts].map(([language, { length }]) => [
      language,
      Math.floor(size * Math.min(length / entries.length, 1 / counts.size)),
    ]),
  )
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
