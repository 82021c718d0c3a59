import { sql } from 'kysely'
import type { ChatTopic } from '../domain/subscription.ts'
import { instant } from './cells.ts'
import { isOf } from './subscriptions.ts'
import type { Database } from './tables.ts'

/** How often a reader is reminded of what they saved. */
const week = Temporal.Duration.from({ hours: 7 * 24 })

/** When the reader of a chat is next reminded of what they saved; null if they did not ask for it. */
export async function reminderAt(db: Database, topic: ChatTopic): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('subscription')
    .select('remind_at')
    .where(isOf(topic))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return instant(row?.remind_at) ?? null
}

/** Sets reminders going, the first in a week, or ends them; false for a chat that gets no digests. */
export async function setReminder(
  db: Database,
  topic: ChatTopic,
  isOn: boolean,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscription')
    .set({ remind_at: isOn ? now.add(week).epochMilliseconds : null })
    .where(isOf(topic))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Has the next digest of those whose reminder is due, and who have something to read, tell them of it. */
export function noteReminders(db: Database, now: Temporal.Instant): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const due = () =>
      trx
        .updateTable('subscription')
        .where('remind_at', '<=', now.epochMilliseconds)
        .where('ended_at', 'is', null)
    await due()
      .set({ notes: sql<string>`trim(coalesce(notes, '') || ' saved')` })
      .where((e) => e.or([e('notes', 'is', null), e('notes', 'not like', '%saved%')]))
      .where((e) =>
        e.exists(
          e
            .selectFrom('saved')
            .select('saved.url')
            .whereRef('saved.person_id', '=', 'subscription.chat_id')
            .where('saved.state', '=', 'waiting'),
        ),
      )
      .execute()
    await due()
      .set({ remind_at: now.add(week).epochMilliseconds })
      .execute()
  })
}
