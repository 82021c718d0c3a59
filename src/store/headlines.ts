import type { Headline } from '../domain/digest.ts'
import type { FeedKind } from '../domain/feed.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { arrivedAt, newestArrival } from './arrivals.ts'
import { readCell } from './cells.ts'
import { runCompiled } from './compiled.ts'
import { articleShape, feedShape } from './news-shapes.ts'
import { isPaid, precisionOf } from './read-article.ts'
import { slices } from './slices.ts'
import type { Database } from './tables.ts'

/** A headline with what its place on a page depends on; what depends on its feed is in `NewsFeed`. */
export type RankedHeadline = Headline & {
  title: string
  publishedMs: number
  arrival: number
  isPinned: boolean
  language: string | null
  columnistId: number | null
  /** Where its outlet places it, from 0; null where outlets only go by time. */
  place: number | null
  /** Its story goes on from an earlier one. */
  isContinued: boolean
  /** One more part of a routine series of its feed, with nothing unusual. */
  isRoutine: boolean
  /** The story that a column is about. */
  aboutStory: number | null
}

/** What a page needs to know of a feed. */
export type NewsFeed = {
  id: number
  kind: FeedKind
  tags: readonly string[]
  weight: number
  createdMs: number
}

/** The feeds in use, by number. */
export async function newsFeeds(db: Database): Promise<Map<number, NewsFeed>> {
  const rows = await db
    .selectFrom('feed')
    .select(['id', 'kind', 'tags', 'weight', 'created_at'])
    .where('removed_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ id, kind, tags, weight, created_at }) => [
      id,
      {
        id,
        kind: readCell(feedShape.kind, kind),
        tags: readCell(feedShape.tags, tags),
        weight: readCell(feedShape.weight, weight),
        createdMs: Number(created_at),
      },
    ]),
  )
}

/** Which columnists an admin has made another's: the one by the other. */
export async function mergedColumnists(db: Database): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('columnist')
    .select(['id', 'merged_into'])
    .where('merged_into', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, merged_into }) => (merged_into ? [[id, merged_into]] : [])))
}

/** Few enough to be read in a turn that nobody notices. */
const atOnce = 1000

/** The headlines that arrived in (after, upTo], a thousand at a time. */
export async function* headlinesArrived(
  db: Database,
  { after, upTo }: { after: number; upTo: number },
): AsyncGenerator<RankedHeadline[]> {
  for (let from = after; from < upTo; ) {
    const rows = await headlineRows(db)
      .where('article.arrival', '>', from)
      .where('article.arrival', '<=', upTo)
      .orderBy('article.arrival')
      .limit(atOnce)
      .execute()
    const last = rows.at(-1)?.arrival
    if (typeof last !== 'number') return
    from = last
    yield rows.flatMap((row) => headlineFromRow(row) ?? [])
    await letOthersWork()
  }
}

/** The headlines published in [fromMs, untilMs], newest first, a thousand at a time. */
export async function* headlinesPublished(
  db: Database,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): AsyncGenerator<RankedHeadline[]> {
  let last = { publishedMs: untilMs, id: Number.MAX_SAFE_INTEGER }
  for (;;) {
    const { publishedMs, id } = last
    const rows = await headlineRows(db)
      .where('article.arrival', 'is not', null)
      .where('article.published_at', '>=', fromMs)
      .where('article.published_at', '<=', publishedMs)
      .where((e) => e.or([e('article.published_at', '<', publishedMs), e('article.id', '<', id)]))
      .orderBy('article.published_at', 'desc')
      .orderBy('article.id', 'desc')
      .limit(atOnce)
      .execute()
    const end = rows.at(-1)
    if (!end || typeof end.published_at !== 'number') return
    last = { publishedMs: end.published_at, id: end.id }
    yield rows.flatMap((row) => headlineFromRow(row) ?? [])
    await letOthersWork()
  }
}

/** The headlines with these numbers that may stand on a page, by number. */
export async function headlinesByIds(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, RankedHeadline>> {
  const found = new Map<number, RankedHeadline>()
  for (const some of slices(ids)) {
    const rows = await headlineRows(db)
      .where('article.id', 'in', some)
      .where('article.arrival', 'is not', null)
      .execute()
    for (const row of rows) {
      const headline = headlineFromRow(row)
      if (headline) found.set(headline.id, headline)
    }
    if (ids.length > some.length) await letOthersWork()
  }
  return found
}

/** What has changed since a number of `news_change`: articles, and whether feeds or columnists have. */
export type NewsChanges = { upTo: number; articleIds: number[]; isOther: boolean }

/** The number of the last change; 0 before any. */
export async function newestNewsChange(db: Database): Promise<number> {
  // Asked for each page.
  const { rows } = await runCompiled(
    db,
    'newest news change',
    () => db.selectFrom('news_change').select((e) => e.fn.max('number').as('newest')),
    [],
  )
  return rows[0]?.newest ?? 0
}

/** The changes since the one with a number; null where they are no longer known, or are too many. */
export async function newsChanges(
  db: Database,
  since: number,
  most: number,
): Promise<NewsChanges | null> {
  const upTo = await newestNewsChange(db)
  if (upTo === since) return { upTo, articleIds: [], isOther: false }
  if (upTo < since || upTo - since > most) return null
  const { oldest } = await db
    .selectFrom('news_change')
    .select((e) => e.fn.min('number').as('oldest'))
    .executeTakeFirstOrThrow()
  if ((oldest ?? 0) > since + 1) return null
  const rows = await db
    .selectFrom('news_change')
    .select('article_id')
    .distinct()
    .where('number', '>', since)
    .where('number', '<=', upTo)
    .execute()
  const articleIds = rows.flatMap(({ article_id }) => article_id ?? [])
  return { upTo, articleIds, isOther: rows.length > articleIds.length }
}

/** Forgets all changes but the newest. */
export async function forgetNewsChanges(db: Database, kept: number): Promise<void> {
  await db
    .deleteFrom('news_change')
    .where('number', '<=', (e) =>
      e.selectFrom('news_change').select((s) => s(s.fn.max('number'), '-', kept).as('number')),
    )
    .execute()
}

/** The last arrival that was first seen before an instant; 0 where all came later. */
export async function lastArrivalBefore(db: Database, at: Temporal.Instant): Promise<number> {
  let low = 0
  let high = await newestArrival(db)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const seen = await arrivedAt(db, middle)
    if (seen && Temporal.Instant.compare(seen, at) < 0) low = middle
    else high = middle - 1
  }
  return low
}

function headlineRows(db: Database) {
  return db
    .selectFrom('article')
    .leftJoin('story', 'story.id', 'article.story_id')
    .where('article.duplicate_of', 'is', null)
    .select([
      'article.id',
      'article.arrival',
      'article.feed_id',
      'article.title',
      'article.kind',
      'article.published_at',
      'article.date_precision',
      'article.story_id',
      'article.about_story',
      'article.columnist_id',
      'article.language',
      'article.place',
      'article.page_wall',
      'article.is_routine',
      'story.lead_id',
      'story.continues',
      'story.is_pinned',
    ])
}

type HeadlineRow = Awaited<ReturnType<ReturnType<typeof headlineRows>['execute']>>[number]

function headlineFromRow(row: HeadlineRow): RankedHeadline | null {
  const title = articleShape.title.read(row.title)
  const publishedAt = articleShape.published_at.read(row.published_at)
  if (title === undefined || !publishedAt || typeof row.arrival !== 'number') return null
  return {
    id: row.id,
    feedId: row.feed_id,
    title,
    kind: readCell(articleShape.kind, row.kind),
    publishedAt,
    publishedMs: row.published_at,
    precision: precisionOf(row),
    arrival: row.arrival,
    storyId: readCell(articleShape.story_id, row.story_id),
    isLead: row.lead_id === row.id,
    isPaid: isPaid(row),
    isPinned: row.is_pinned === 1,
    language: readCell(articleShape.language, row.language),
    columnistId: readCell(articleShape.columnist_id, row.columnist_id),
    place: readCell(articleShape.place, row.place),
    isContinued: row.continues !== null,
    isRoutine: row.is_routine === 1,
    aboutStory: readCell(articleShape.about_story, row.about_story),
  }
}
