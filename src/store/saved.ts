import type { Selectable } from 'kysely'
import {
  mostSaved,
  type Saved,
  type SavedList,
  type SavedState,
  savedStates,
} from '../domain/saved.ts'
import { cell, instant, oneOf, readCell, required, type Shape, text, webAddress } from './cells.ts'
import type { Database, Tables, Transaction } from './tables.ts'

/** How the columns of what is saved are read. */
const savedShape = {
  url: required(webAddress),
  title: cell(text, ''),
  source: cell(text, ''),
  state: cell(oneOf(savedStates), 'waiting'),
  saved_at: required(instant),
} satisfies Shape

/**
 * Keeps an article for a person, as one to read, and returns the moment that names it. Of those who keep
 * too many the one goes that was saved first of those that were read; null where none was.
 */
export async function keepSaved(
  trx: Transaction,
  personId: number,
  { url, title, source }: Pick<Saved, 'url' | 'title' | 'source'>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const own = await trx
    .selectFrom('saved')
    .select(['url', 'state', 'saved_at'])
    .where('person_id', '=', personId)
    .orderBy('saved_at')
    .execute()
  const others = own.filter((each) => each.url !== url)
  if (others.length >= mostSaved) {
    const dispensable = others.find(({ state }) => state !== 'waiting')
    if (!dispensable) return null
    await trx
      .deleteFrom('saved')
      .where('person_id', '=', personId)
      .where('saved_at', '=', dispensable.saved_at)
      .execute()
  }
  // Later than all others, also by a clock that was set back.
  const newest = Math.max(
    0,
    ...own.map(({ saved_at }) => instant(saved_at)?.epochMilliseconds ?? 0),
  )
  const saved_at = Math.max(now.epochMilliseconds, newest + 1)
  const values = { title, source, state: 'waiting' as const, saved_at }
  await trx
    .insertInto('saved')
    .values({ person_id: personId, url, ...values })
    .onConflict((c) => c.columns(['person_id', 'url']).doUpdateSet(values))
    .execute()
  return Temporal.Instant.fromEpochMilliseconds(saved_at)
}

/**
 * Moves what a person saved at a moment to another state, and returns it; null if it is not there any more.
 * What was removed before is forgotten then.
 */
export async function moveSaved(
  trx: Transaction,
  personId: number,
  savedAt: Temporal.Instant,
  state: SavedState,
): Promise<Saved | null> {
  const row = await trx
    .updateTable('saved')
    .set({ state })
    .where('person_id', '=', personId)
    .where('saved_at', '=', savedAt.epochMilliseconds)
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  await trx
    .deleteFrom('saved')
    .where('person_id', '=', personId)
    .where('state', '=', 'removed')
    .where('saved_at', '<>', savedAt.epochMilliseconds)
    .execute()
  return savedFromRow(row)
}

/** What a person saved, to read or read, the newest first. */
export async function listSaved(db: Database, personId: number, list: SavedList): Promise<Saved[]> {
  const rows = await db
    .selectFrom('saved')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '=', list)
    .orderBy('saved_at', 'desc')
    .limit(mostSaved)
    .execute()
  return rows.flatMap((row) => savedFromRow(row) ?? [])
}

/** When a person saved what stands at an address, unless it was removed; null if they did not. */
export async function savedMoment(
  db: Database,
  personId: number,
  url: string,
): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('saved')
    .select('saved_at')
    .where('person_id', '=', personId)
    .where('url', '=', url)
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  return instant(row?.saved_at) ?? null
}

function savedFromRow(row: Selectable<Tables['saved']>): Saved | null {
  const url = savedShape.url.read(row.url)
  const savedAt = savedShape.saved_at.read(row.saved_at)
  if (url === undefined || !savedAt) return null
  return {
    url,
    title: readCell(savedShape.title, row.title),
    source: readCell(savedShape.source, row.source),
    savedAt,
  }
}
