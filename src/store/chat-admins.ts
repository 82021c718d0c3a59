import type { ChatTopic } from '../domain/subscription.ts'
import { readCell } from './cells.ts'
import { subscriptionShape } from './subscription-shape.ts'
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

/** The chats and topics with a digest of their own in chats that a person has configured, those first that have had it for the shortest time. */
export async function chatsOfAdmin(
  db: Database,
  personId: number,
  limit: number,
): Promise<ChatTopic[]> {
  const rows = await db
    .selectFrom('chat_admin')
    .innerJoin('subscription', 'subscription.chat_id', 'chat_admin.chat_id')
    .where('chat_admin.person_id', '=', personId)
    .where('subscription.ended_at', 'is', null)
    .orderBy('subscription.id', 'desc')
    .limit(limit)
    .select(['chat_admin.chat_id', 'thread_id'])
    .execute()
  return rows
    .filter(({ chat_id }) => Number.isSafeInteger(chat_id))
    .map(({ chat_id, thread_id }) => ({
      chatId: chat_id,
      threadId: readCell(subscriptionShape.thread_id, thread_id),
    }))
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
