import { moveChatAdmins } from './chat-admins.ts'
import { endSubscription } from './subscriptions.ts'
import type { Database, Transaction } from './tables.ts'

/**
 * Moves a chat and all that hangs on it to another number, as when a group becomes a supergroup. Where
 * that number gets digests already, these go on and the others end.
 */
export async function moveChat(
  trx: Transaction,
  { from, to }: { from: number; to: number },
  now: Temporal.Instant,
): Promise<void> {
  await moveChatAdmins(trx, from, to)
  const there = await trx
    .selectFrom('subscription')
    .select(['id', 'ended_at'])
    .where('chat_id', '=', to)
    .executeTakeFirst()
  if (there?.ended_at === null) {
    await endSubscription(trx, from, { code: 'chat-merged', chat: String(to) }, now)
    return
  }
  const moving = trx.updateTable('subscription').where('chat_id', '=', from)
  if (!there) {
    await moving.set({ chat_id: to, thread_id: null }).execute()
    return
  }
  // One that has ended goes where this one was; no number may be there twice meanwhile.
  const ended = trx.updateTable('subscription').where('id', '=', there.id)
  await ended.set({ chat_id: 0 }).execute()
  await moving.set({ chat_id: to, thread_id: null }).execute()
  await ended.set({ chat_id: from }).execute()
}

/** Lets digests come to the chat itself, and no more to its topic. */
export async function leaveTopic(db: Database, chatId: number): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ thread_id: null })
    .where('chat_id', '=', chatId)
    .execute()
}
