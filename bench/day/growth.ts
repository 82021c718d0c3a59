import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { planDueDigests } from '../../src/delivering/plan-digests.ts'
import { sendPlanned } from '../../src/delivering/send-planned.ts'
import { everyDay } from '../../src/domain/schedule.ts'
import { createLog } from '../../src/lib/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { forgetSentEditions } from '../../src/store/forget-editions.ts'
import { recordPage, waitingPages } from '../../src/store/pages.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { translateInto } from '../deliver/planned.ts'
import { bounded, type Row } from '../report.ts'
import { seededRandom } from '../simulated/telegram.ts'
import { aFeedItem, aPage, createWords } from './made-up-news.ts'

const start = Temporal.Instant.from('2030-03-30T00:00:00Z')
const days = 2
const articlesADay = 1000
/** Chats an hour; each has its digest once a day, in a zone of its own, so that none share one. */
const chatsAnHour = 100
const hours = 24

/**
 * How much the file of the database grows a day with 1,000 articles and 2,400 different digests, once
 * the first day has made room for what is forgotten.
 */
export async function growth(): Promise<Row> {
  const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
  const file = path.join(folder, 'bench.db')
  try {
    const sizes: number[] = []
    for (let day = 0; day < days; day++) {
      const db = await openDatabase(file)
      await liveThrough(db, day)
      await db.destroy()
      sizes.push((await stat(file)).size)
    }
    const [first = 0, second = 0] = sizes
    const megabytes = (second - first) / 1_000_000
    return bounded('growth a day of 1,000 articles and 2,400 digests (MB)', megabytes, 5)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function liveThrough(db: Database, day: number): Promise<void> {
  const words = createWords(seededRandom(7))
  const { feed } = await addFeed(db, { url: 'https://a.example', title: 'A', kind: 'news' }, start)
  const log = createLog('error')
  if (day === 0) await subscribe(db)
  for (let hour = 0; hour < hours; hour++) {
    const now = start.add({ hours: day * hours + hour })
    const [from = 0, until = 0] = [hour, hour + 1].map((h) =>
      Math.round((articlesADay * h) / hours),
    )
    await publish(db, feed.id, words, { from: from + day * articlesADay, count: until - from }, now)
    await planDueDigests({ db, translateInto, log, now, catchUpHours: 6 })
    await sendPlanned({
      db,
      log,
      now: () => now,
      signal: new AbortController().signal,
      send: async () => ({ kind: 'sent', messageId: 1 }),
    })
    await forgetSentEditions(db)
  }
}

async function subscribe(db: Database): Promise<void> {
  const zones = Intl.supportedValuesOf('timeZone').slice(0, chatsAnHour)
  await db.transaction().execute(async (trx) => {
    for (let hour = 0; hour < hours; hour++) {
      const nextSlotAt = start.add({ hours: hour })
      for (const [i, zone] of zones.entries()) {
        const times = [nextSlotAt.toZonedDateTimeISO(zone).toPlainTime()]
        const chatId = hour * chatsAnHour + i + 1
        await saveSubscription(trx, { chatId, zone, times, weekdays: everyDay, nextSlotAt }, start)
      }
    }
  })
}

async function publish(
  db: Database,
  feedId: number,
  words: (length: number) => string,
  { from, count }: { from: number; count: number },
  now: Temporal.Instant,
): Promise<void> {
  const articles = Array.from({ length: count }, (_, i) =>
    aFeedItem(words, String(from + i), now.epochMilliseconds - i),
  )
  await recordPolls(db, [{ feedId, articles, health: {} }], now)
  await indexNewArticles(db)
  for (const { id } of await waitingPages(db, start, now, count)) {
    const page = aPage(words)
    const summary = { text: words(250), origin: 'extract' as const, sentences: [] }
    await recordPage(db, id, { url: null, page, summary })
  }
}
