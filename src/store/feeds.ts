import type { Selectable, Updateable } from 'kysely'
import type { Feed, FeedFormat, FeedKind } from '../domain/feed.ts'
import { type FeedHealth, longestRest, noHints } from '../domain/polling.ts'
import { encodeReason } from '../domain/reason.ts'
import { readCell } from './cells.ts'
import { runCompiled } from './compiled.ts'
import { feedShape } from './news-shapes.ts'
import type { Database, Tables, Transaction } from './tables.ts'

export type AddedFeed = { kind: 'added' | 'restored' | 'known'; feed: Feed }

export type NewFeed = {
  url: string
  title: string
  /** Without one a new feed is of news, and one that comes back what it was. */
  kind?: FeedKind | undefined
  format?: FeedFormat
  selector?: string | null
  tags?: string[]
  isSample?: boolean
}

/**
 * Adds a feed that is due at once. A removed one comes back with its articles and takes the new
 * kind, if one is given; one that is there already is left as it is.
 */
export function addFeed(db: Database, feed: NewFeed, now: Temporal.Instant): Promise<AddedFeed> {
  return db.transaction().execute((trx) => add(trx, feed, now))
}

/** Adds several in the same way, all or nothing. */
export function addFeeds(
  db: Database,
  feeds: readonly NewFeed[],
  now: Temporal.Instant,
): Promise<AddedFeed[]> {
  return db.transaction().execute(async (trx) => {
    const added: AddedFeed[] = []
    for (const feed of feeds) added.push(await add(trx, feed, now))
    return added
  })
}

async function add(trx: Transaction, feed: NewFeed, now: Temporal.Instant): Promise<AddedFeed> {
  const { url, title, kind = 'news', format = 'feed', selector = null, tags = [], isSample } = feed
  const values = {
    url,
    title,
    kind,
    format,
    selector,
    tags: JSON.stringify(tags),
    host: hostOf(url),
    is_sample: isSample ? 1 : 0,
    next_due_at: now.epochMilliseconds,
    stopped_at: null,
    costly_hash: null,
  }
  const known = await trx
    .selectFrom('feed')
    .selectAll()
    .where('url', '=', feed.url)
    .executeTakeFirst()
  if (known && known.removed_at === null) return { kind: 'known', feed: feedFromRow(known) }
  if (known) {
    const back = await trx
      .updateTable('feed')
      .set({ ...values, kind: feed.kind ?? known.kind, removed_at: null })
      .where('id', '=', known.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return { kind: 'restored', feed: feedFromRow(back) }
  }
  const row = await trx
    .insertInto('feed')
    .values({ ...values, created_at: now.epochMilliseconds })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { kind: 'added', feed: feedFromRow(row) }
}

/** The feeds in use, in the order of their titles. */
export async function listFeeds(db: Database): Promise<Feed[]> {
  const rows = await db
    .selectFrom('feed')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .execute()
  return rows.map(feedFromRow)
}

/** Whether an address is that of a feed in use. */
export async function isFeedAddress(db: Database, url: string): Promise<boolean> {
  const row = await db
    .selectFrom('feed')
    .select('id')
    .where('url', '=', url)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The feed in use with a number, or null when there is none. */
export async function findFeed(db: Database, id: number): Promise<Feed | null> {
  const row = await db
    .selectFrom('feed')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row ? feedFromRow(row) : null
}

/**
 * The feeds whose turn has come, the longest waiting first; also those that would rest longer than any
 * feed does, as a clock that was ahead leaves them.
 */
export async function dueFeeds(db: Database, now: Temporal.Instant): Promise<Feed[]> {
  const rows = await db
    .selectFrom('feed')
    .selectAll()
    .where('removed_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where((e) =>
      e.or([
        e('next_due_at', '<=', now.epochMilliseconds),
        e('next_due_at', '>', now.add(longestRest).epochMilliseconds),
      ]),
    )
    .orderBy('next_due_at')
    .execute()
  return rows.map(feedFromRow)
}

/** Makes these feeds due now, out of their turn; some hundreds at once. */
export async function bringForward(
  db: Database,
  ids: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('feed')
    .set({ next_due_at: now.epochMilliseconds })
    .where('id', 'in', ids)
    .execute()
}

/** Makes every feed due at once, also those given up or too costly to read; returns their number. */
export async function makeFeedsDue(db: Database, now: Temporal.Instant): Promise<number> {
  const result = await db
    .updateTable('feed')
    .set({ next_due_at: now.epochMilliseconds, stopped_at: null, costly_hash: null })
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Takes the feeds of the sample newspaper out of sight: its address may change with every start. */
export async function removeSampleFeeds(db: Database, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('feed')
    .set({ removed_at: now.epochMilliseconds })
    .where('is_sample', '=', 1)
    .where('removed_at', 'is', null)
    .execute()
}

/** Changes what a feed carries, and what of its page is read if it is a listing; it is read anew at once. */
export async function changeFeed(
  db: Database,
  id: number,
  change: Pick<Feed, 'kind' | 'selector'>,
  now: Temporal.Instant,
): Promise<void> {
  const unread = { etag: null, last_modified: null, body_hash: null }
  await db
    .updateTable('feed')
    .set({ ...change, ...unread, next_due_at: now.epochMilliseconds })
    .where('id', '=', id)
    .execute()
}

/** Says in which sections a feed is. */
export async function setFeedTags(
  db: Database,
  id: number,
  tags: readonly string[],
): Promise<void> {
  await db
    .updateTable('feed')
    .set({ tags: JSON.stringify(tags) })
    .where('id', '=', id)
    .execute()
}

/** Says how much a feed's articles count; 1 is the usual. */
export async function setFeedWeight(db: Database, id: number, weight: number): Promise<void> {
  await db.updateTable('feed').set({ weight }).where('id', '=', id).execute()
}

/** Takes a feed and its articles out of sight, or brings them back; false when there is none such. */
export async function setFeedRemoved(
  db: Database,
  id: number,
  removedAt: Temporal.Instant | null,
): Promise<boolean> {
  const result = await db
    .updateTable('feed')
    .set({ removed_at: removedAt?.epochMilliseconds ?? null })
    .where('id', '=', id)
    .where('removed_at', removedAt ? 'is' : 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Records what a poll leaves behind. */
export async function saveFeedHealth(
  db: Database,
  id: number,
  health: Partial<FeedHealth>,
): Promise<void> {
  // What is undefined stays as it is; what is null becomes so.
  const ms = (at: Temporal.Instant | null | undefined) => (at ? at.epochMilliseconds : at)
  const { validators, moved, distrustsValidators } = health
  const values: Updateable<Tables['feed']> = {
    title: health.title,
    etag: validators?.etag,
    last_modified: validators?.lastModified,
    distrusts_validators:
      distrustsValidators === undefined ? undefined : Number(distrustsValidators),
    wishes: health.hints && JSON.stringify(health.hints),
    body_hash: health.bodyHash,
    costly_hash: health.costlyHash,
    last_full_at: ms(health.lastFullAt),
    next_due_at: health.nextDueAt?.epochMilliseconds,
    not_before: ms(health.notBefore),
    interval_minutes: health.intervalMinutes,
    failures: health.failures,
    not_found: health.notFound,
    last_error: health.lastError && encodeReason(health.lastError),
    notice: health.notice && encodeReason(health.notice),
    ...(moved !== undefined && {
      moved_to: moved?.to ?? null,
      moved_since: ms(moved?.since ?? null),
    }),
    stopped_at: ms(health.stoppedAt),
    last_read_at: ms(health.lastReadAt),
  }
  const known = Object.entries(values).filter(([, value]) => value !== undefined)
  if (known.length === 0) return
  const query = () => db.updateTable('feed').set(Object.fromEntries(known)).where('id', '=', id)
  const key = `health ${known.map(([column]) => column)}`
  await runCompiled(db, key, query, [...known.map(([, value]) => value), id])
}

/** Lets all feeds of a host rest until an instant. */
export async function pauseHost(
  db: Database,
  host: string,
  until: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('feed')
    .set({ next_due_at: until.epochMilliseconds, not_before: until.epochMilliseconds })
    .where('host', '=', host)
    .where('next_due_at', '<', until.epochMilliseconds)
    .execute()
}

/** Moves a feed to its new address; false when another feed has that address. */
export async function adoptAddress(db: Database, id: number, url: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const other = await trx
      .selectFrom('feed')
      .select('id')
      .where('url', '=', url)
      .where('id', '<>', id)
      .executeTakeFirst()
    if (other) return false
    await trx
      .updateTable('feed')
      .set({ url, host: hostOf(url), moved_to: null, moved_since: null })
      .where('id', '=', id)
      .execute()
    return true
  })
}

function feedFromRow(row: Selectable<Tables['feed']>): Feed {
  const cells = feedShape
  const movedTo = readCell(cells.moved_to, row.moved_to)
  const movedSince = readCell(cells.moved_since, row.moved_since)
  return {
    id: row.id,
    url: String(row.url),
    title: readCell(cells.title, row.title),
    kind: readCell(cells.kind, row.kind),
    format: readCell(cells.format, row.format),
    selector: readCell(cells.selector, row.selector),
    tags: readCell(cells.tags, row.tags),
    weight: readCell(cells.weight, row.weight),
    hints: readCell(cells.wishes, row.wishes) ?? noHints,
    validators: {
      etag: readCell(cells.etag, row.etag),
      lastModified: readCell(cells.last_modified, row.last_modified),
    },
    distrustsValidators: readCell(cells.distrusts_validators, row.distrusts_validators),
    bodyHash: readCell(cells.body_hash, row.body_hash),
    costlyHash: readCell(cells.costly_hash, row.costly_hash),
    lastFullAt: readCell(cells.last_full_at, row.last_full_at),
    nextDueAt: readCell(cells.next_due_at, row.next_due_at),
    notBefore: readCell(cells.not_before, row.not_before),
    intervalMinutes: readCell(cells.interval_minutes, row.interval_minutes),
    failures: readCell(cells.failures, row.failures),
    notFound: readCell(cells.not_found, row.not_found),
    lastError: readCell(cells.last_error, row.last_error),
    notice: readCell(cells.notice, row.notice),
    moved: movedTo !== null && movedSince !== null ? { to: movedTo, since: movedSince } : null,
    stoppedAt: readCell(cells.stopped_at, row.stopped_at),
    lastReadAt: readCell(cells.last_read_at, row.last_read_at),
  }
}

function hostOf(url: string): string {
  return new URL(url).hostname
}
