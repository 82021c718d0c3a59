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
  saved_at: cell(instant, 0),
} satisfies Shape

/**
 * Keeps an article for a person, as one to read; returns its number. Of those who keep too many the one
 * that was read the longest ago goes; null where there is none such.
 */
export async function keepSaved(
  trx: Transaction,
  personId: number,
  { url, title, source }: Pick<Saved, 'url' | 'title' | 'source'>,
  now: Temporal.Instant,
): Promise<number | null> {
  const others = await trx
    .selectFrom('saved')
    .select(['id', 'state'])
    .where('person_id', '=', personId)
    .where('url', '<>', url)
    .orderBy('saved_at')
    .execute()
  if (others.length >= mostSaved) {
    const dispensable = others.find(({ state }) => state !== 'waiting')
    if (!dispensable) return null
    await trx.deleteFrom('saved').where('id', '=', dispensable.id).execute()
  }
  const values = { title, source, state: 'waiting' as const, saved_at: now.epochMilliseconds }
  const { id } = await trx
    .insertInto('saved')
    .values({ person_id: personId, url, ...values })
    .onConflict((c) => c.columns(['person_id', 'url']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Moves what a person saved to another state, and returns it; null if it is not there any more. What was
 * removed before is forgotten then.
 */
export async function moveSaved(
  trx: Transaction,
  personId: number,
  id: number,
  state: SavedState,
): Promise<Saved | null> {
  const own = () => trx.updateTable('saved').where('person_id', '=', personId)
  const row = await own().where('id', '=', id).set({ state }).returningAll().executeTakeFirst()
  if (!row) return null
  await trx
    .deleteFrom('saved')
    .where('person_id', '=', personId)
    .where('state', '=', 'removed')
    .where('id', '<>', id)
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
    .orderBy('id', 'desc')
    .limit(mostSaved)
    .execute()
  return rows.flatMap((row) => savedFromRow(row) ?? [])
}

/** The number of what a person saved from an address, unless it was removed; null if nothing was. */
export async function savedNumber(
  db: Database,
  personId: number,
  url: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('saved')
    .select('id')
    .where('person_id', '=', personId)
    .where('url', '=', url)
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  return row?.id ?? null
}

function savedFromRow(row: Selectable<Tables['saved']>): Saved | null {
  const url = savedShape.url.read(row.url)
  if (url === undefined) return null
  return {
    id: row.id,
    url,
    title: readCell(savedShape.title, row.title),
    source: readCell(savedShape.source, row.source),
    savedAt: readCell(savedShape.saved_at, row.saved_at),
  }
}
