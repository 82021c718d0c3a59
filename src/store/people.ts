import { isLanguage } from '../domain/language.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { isOf } from './subscriptions.ts'
import type { Database } from './tables.ts'

/**
 * The language that was chosen for the digest of a topic, or else of the chat itself, or else of another
 * of its topics; null if none was.
 */
export async function chosenLanguage(
  db: Database,
  { chatId, threadId }: ChatTopic,
): Promise<string | null> {
  const rows = await db
    .selectFrom('subscription')
    .select(['language', 'thread_id'])
    .where('chat_id', '=', chatId)
    .orderBy('id', 'desc')
    .execute()
  const chosen = rows.filter(({ language }) => isLanguage(language))
  const of = (topic: number | null) => chosen.find(({ thread_id }) => thread_id === topic)
  return (of(threadId) ?? of(null) ?? chosen[0])?.language ?? null
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

/** Whether digests or notices come to a person unasked: they have or had a digest, or look after that of a chat. */
export async function isWrittenTo(db: Database, personId: number): Promise<boolean> {
  const [own, others] = await Promise.all([
    db.selectFrom('subscription').select('id').where('chat_id', '=', personId).executeTakeFirst(),
    db
      .selectFrom('chat_admin')
      .select('chat_id')
      .where('person_id', '=', personId)
      .executeTakeFirst(),
  ])
  return own !== undefined || others !== undefined
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

/** Keeps the language that was chosen with a subscription, also one that has ended; false without any. */
export async function saveChosenLanguage(
  db: Database,
  topic: ChatTopic,
  language: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscription')
    .set({ language })
    .where(isOf(topic))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
