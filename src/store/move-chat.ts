import type { Reason } from '../domain/reason.ts'
import { moveChatAdmins } from './chat-admins.ts'
import { endSubscription, isOf } from './subscriptions.ts'
import type { Transaction } from './tables.ts'

/**
 * Moves a chat and all that hangs on it to another number, as when a group becomes a supergroup. Where
 * a topic of that number, or the chat itself, gets digests already, these go on and the others end.
 */
export async function moveChat(
  trx: Transaction,
  { from, to }: { from: number; to: number },
  now: Temporal.Instant,
): Promise<void> {
  await moveChatAdmins(trx, from, to)
  const moving = await trx
    .selectFrom('subscription')
    .select(['id', 'thread_id'])
    .where('chat_id', '=', from)
    .execute()
  for (const { id, thread_id: threadId } of moving) {
    const there = await trx
      .selectFrom('subscription')
      .select(['id', 'ended_at'])
      .where(isOf({ chatId: to, threadId }))
      .executeTakeFirst()
    if (there?.ended_at === null) {
      const reason: Reason = { code: 'chat-merged', chat: String(to) }
      await endSubscription(trx, { chatId: from, threadId }, reason, now)
      continue
    }
    // One that has ended goes where this one was; no number may be there twice meanwhile.
    if (there) await renumber(trx, there.id, 0)
    await renumber(trx, id, to)
    if (there) await renumber(trx, there.id, from)
  }
}

async function renumber(trx: Transaction, id: number, chatId: number): Promise<void> {
  await trx.updateTable('subscription').set({ chat_id: chatId }).where('id', '=', id).execute()
}
