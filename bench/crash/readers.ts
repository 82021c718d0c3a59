import { usualPaper } from '../../src/domain/paper.ts'
import { everyDay } from '../../src/domain/schedule.ts'
import { columnistOf } from '../../src/store/columnists.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'

/** So many different papers the chats have that are due a digest. */
const papers = 500

/**
 * Gives the chats that are due papers of their own, which bring the same; and makes followers of other chats,
 * who are to be told at once of a column that has come.
 */
export async function addReaders(
  db: Database,
  { due, followers }: { due: readonly number[]; followers: readonly number[] },
): Promise<void> {
  const now = Temporal.Now.instant()
  const author = 'Ada Writer'
  const { feed } = await addFeed(
    db,
    { url: 'https://columns.example/rss', title: 'Columns', kind: 'columns' },
    now,
  )
  const seenAt = now.subtract({ minutes: 15 })
  const column = {
    ...{ itemId: 'column', url: 'https://columns.example/1', title: 'On harbours' },
    ...{ author, kind: 'column' as const, publishedAtMs: seenAt.epochMilliseconds },
    ...{ precision: 'minute' as const, place: null, summary: null, standfirst: null, body: null },
  }
  await recordPolls(db, [{ feedId: feed.id, articles: [column], health: {} }], seenAt)
  const columnist_id = await columnistOf(db, author)
  await db.updateTable('article').set({ columnist_id }).where('kind', '=', 'column').execute()
  // Nobody is told at once of what may still be put into a story, or of what came after that.
  const first_seen_at = seenAt.epochMilliseconds
  await db.updateTable('article').set({ first_seen_at }).execute()
  const follow = { kind: 'columnist' as const, of: String(columnist_id), alert: true }
  const schedule = { zone: 'UTC', times: [new Temporal.PlainTime(12)], weekdays: everyDay }
  await db.transaction().execute(async (trx) => {
    for (const chatId of due) {
      const mutes = { ...usualPaper.mutes, words: [`word${chatId % papers}`] }
      const times = [now.toZonedDateTimeISO('UTC').toPlainTime().round('minute')]
      const paper = { ...usualPaper, mutes }
      await saveSubscription(trx, { ...schedule, chatId, times, nextSlotAt: now, paper }, now)
    }
    for (const chatId of followers) {
      const nextSlotAt = now.add({ hours: 24 * 7 })
      const paper = { ...usualPaper, follows: [follow] }
      const wishes = { silence: 'never' as const, nextSlotAt, paper }
      await saveSubscription(trx, { ...schedule, ...wishes, chatId }, now)
    }
  })
  await forgetAlerts(db, followers)
}

/** Has followers know nothing of the column. */
export async function forgetAlerts(db: Database, followers: readonly number[]): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ covered_through: 0, alert_through: 0 })
    .where('chat_id', 'in', followers)
    .execute()
}

/** Whether a follower is still to be looked after. */
export async function isAlertDue(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('subscription')
    .select('id')
    .where('alert_through', '=', 0)
    .executeTakeFirst()
  return row !== undefined
}
