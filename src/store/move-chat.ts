import type { Database } from './tables.ts'

/**
 * Moves a chat and all that hangs on it to another number, as when a group becomes a supergroup. Where
 * that number gets digests already, these go on and the others end.
 */
export async function moveChat(
  db: Database,
  { from, to }: { from: number; to: number },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const there = await trx
      .selectFrom('subscription')
      .select(['id', 'ended_at'])
      .where('chat_id', '=', to)
      .executeTakeFirst()
    const change = trx.updateTable('subscription').where('chat_id', '=', from)
    if (there?.ended_at === null) {
      const reason = `it became chat ${to}, which has digests of its own`
      await change.set({ ended_at: now.epochMilliseconds, end_reason: reason }).execute()
      return
    }
    // An old one that has ended goes where this one was.
    const there_ = trx.updateTable('subscription').where('id', '=', there?.id ?? 0)
    await there_.set({ chat_id: 0 }).execute()
    await change.set({ chat_id: to, thread_id: null }).execute()
    await there_.set({ chat_id: from }).execute()
  })
}

/** Lets digests come to the chat itself, and no more to its topic. */
export async function leaveTopic(db: Database, chatId: number): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ thread_id: null })
    .where('chat_id', '=', chatId)
    .execute()
}
