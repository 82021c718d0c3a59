import type { Decision } from '../domain/suggestion.ts'
import type { Database, Transaction } from './tables.ts'

/** How many sources were suggested since an instant: by a person, and by all. */
export async function countSuggestions(
  db: Database,
  personId: number,
  since: Temporal.Instant,
): Promise<{ own: number; all: number }> {
  const rows = await db
    .selectFrom('suggestion')
    .select('person_id')
    .where('suggested_at', '>', since.epochMilliseconds)
    .execute()
  const own = rows.filter(({ person_id }) => person_id === personId)
  return { own: own.length, all: rows.length }
}

/** Keeps a suggestion; false if the address was suggested before. */
export async function addSuggestion(
  trx: Transaction,
  url: string,
  personId: number,
  now: Temporal.Instant,
): Promise<boolean> {
  const added = await trx
    .insertInto('suggestion')
    .values({ url, person_id: personId, suggested_at: now.epochMilliseconds })
    .onConflict((c) => c.column('url').doNothing())
    .returning('url')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes back a suggestion that reached nobody. */
export async function takeBackSuggestion(db: Database, url: string): Promise<void> {
  await db.deleteFrom('suggestion').where('url', '=', url).execute()
}

/** Records what an admin made of a suggestion; false if one has decided already, or there is none such. */
export async function decideSuggestion(
  db: Database,
  url: string,
  decision: Decision,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('suggestion')
    .set({ decision })
    .where('url', '=', url)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether a source was suggested and no admin has decided yet. */
export async function isUndecided(db: Database, url: string): Promise<boolean> {
  const row = await db
    .selectFrom('suggestion')
    .select('url')
    .where('url', '=', url)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
