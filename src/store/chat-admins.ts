import type { Database, Transaction } from './tables.ts'

type ChatAdmin = { personId: number; chatId: number }

/** Notes that a person has configured a group or channel. */
export async function noteChatAdmin(db: Database, { personId, chatId }: ChatAdmin): Promise<void> {
  await db
    .insertInto('chat_admin')
    .values({ person_id: personId, chat_id: chatId })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The chats with a digest of their own, apart from their topics', that a person has configured, those first that have had it for the shortest time. */
export async function chatsOfAdmin(
  db: Database,
  personId: number,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('chat_admin')
    .innerJoin('subscription', 'subscription.chat_id', 'chat_admin.chat_id')
    .where('chat_admin.person_id', '=', personId)
    .where('subscription.ended_at', 'is', null)
    .where('subscription.thread_id', 'is', null)
    .orderBy('subscription.id', 'desc')
    .limit(limit)
    .select('chat_admin.chat_id')
    .execute()
  return rows.map(({ chat_id }) => chat_id).filter(Number.isSafeInteger)
}

/** Notes of a chat's new number what was noted of the old one. */
export async function moveChatAdmins(trx: Transaction, from: number, to: number): Promise<void> {
  const rows = await trx
    .selectFrom('chat_admin')
    .where('chat_id', '=', from)
    .select('person_id')
    .execute()
  for (const { person_id: personId } of rows) await noteChatAdmin(trx, { personId, chatId: to })
  await trx.deleteFrom('chat_admin').where('chat_id', '=', from).execute()
}
