import { isLanguage } from '../domain/language.ts'
import type { Database } from './tables.ts'

/** The language that a chat chose for its digest; null if it chose none or never had a subscription. */
export async function chosenLanguage(db: Database, chatId: number): Promise<string | null> {
  const row = await db
    .selectFrom('subscription')
    .select('language')
    .where('chat_id', '=', chatId)
    .executeTakeFirst()
  return isLanguage(row?.language) ? row.language : null
}

/** The language kept for a person, and whether it was chosen; null where none is. */
export async function personLanguage(
  db: Database,
  personId: number,
): Promise<{ language: string; isChosen: boolean } | null> {
  const row = await db
    .selectFrom('person')
    .select(['language', 'is_chosen'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return isLanguage(row?.language)
    ? { language: row.language, isChosen: row.is_chosen === 1 }
    : null
}

/** Keeps a person's language. */
export async function savePersonLanguage(
  db: Database,
  personId: number,
  { language, isChosen }: { language: string; isChosen: boolean },
): Promise<void> {
  const values = { language, is_chosen: Number(isChosen) }
  await db
    .insertInto('person')
    .values({ id: personId, ...values })
    .onConflict((c) => c.column('id').doUpdateSet(values))
    .execute()
}

/** Keeps the language that a chat chose with its subscription, also one that has ended; false without any. */
export async function saveChosenLanguage(
  db: Database,
  chatId: number,
  language: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscription')
    .set({ language })
    .where('chat_id', '=', chatId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
