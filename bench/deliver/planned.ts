import { planDueDigests } from '../../src/delivering/plan-digests.ts'
import { everyDay } from '../../src/domain/schedule.ts'
import { createI18n, createTranslateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'

export const translateInto = createTranslateInto(createI18n())

/** A database in a file in which each of these chats is due now. */
export async function dueChats(
  file: string,
  chatIds: readonly number[],
  { headlines = 5, long = '' } = {},
): Promise<Database> {
  const db = await openDatabase(file)
  const now = Temporal.Now.instant()
  const url = 'https://news.example/rss'
  const { feed } = await addFeed(db, { url, title: 'Example News', kind: 'news' }, now)
  const seenAt = now.subtract({ seconds: 60 })
  const articles = Array.from({ length: headlines }, (_, i) => ({
    itemId: String(i),
    url: `https://news.example/${i}`,
    title: `Headline ${i + 1} of a day on which not much happens ${long}`,
    author: null,
    kind: 'news' as const,
    publishedAtMs: seenAt.epochMilliseconds,
    precision: 'minute' as const,
    place: null,
    summary: null,
    standfirst: null,
    body: null,
  }))
  await recordPolls(db, [{ feedId: feed.id, articles, health: {} }], seenAt)
  const times = [now.toZonedDateTimeISO('UTC').toPlainTime().round('minute')]
  const preferences = { zone: 'UTC', times, weekdays: everyDay, nextSlotAt: now }
  await db.transaction().execute(async (trx) => {
    for (const chatId of chatIds) await saveSubscription(trx, { ...preferences, chatId }, now)
  })
  return db
}

/** The same, with the digest of each planned. */
export async function plannedChats(file: string, chatIds: readonly number[]): Promise<Database> {
  const db = await dueChats(file, chatIds)
  await planDueDigests({
    db,
    translateInto,
    log: createLog('error'),
    now: Temporal.Now.instant(),
    catchUpHours: 6,
  })
  return db
}
