// Plans for so many subscriptions in a process of its own, on a database in a file, and answers with
// how long it took and the most memory that the process ever held.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { planDueDigests } from '../../src/delivering/plan-digests.ts'
import { everyDay } from '../../src/domain/schedule.ts'
import { createI18n, createTranslateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'

const now = Temporal.Instant.from('2024-06-14T05:00:00Z')
const preferences = 40
const headlines = 120

const chats = Number(process.argv[2])
const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
try {
  const db = await openDatabase(path.join(folder, 'bench.db'))
  await addNews(db)
  await subscribe(db, chats)
  const translateInto = createTranslateInto(createI18n())
  const waits = monitorEventLoopDelay({ resolution: 5 })
  waits.enable()
  const start = performance.now()
  const planned = await planDueDigests({
    db,
    translateInto,
    log: createLog('error'),
    now,
    catchUpHours: 6,
  })
  const seconds = (performance.now() - start) / 1000
  await sleep(50)
  const longestWaitMs = waits.max / 1e6
  const editions = await db.selectFrom('edition').select('id').execute()
  await db.destroy()
  const megabytes = process.resourceUsage().maxRSS / 1024
  process.send?.({ planned, editions: editions.length, seconds, megabytes, longestWaitMs })
} finally {
  await rm(folder, { recursive: true })
}

async function addNews(db: Database): Promise<void> {
  const { feed } = await addFeed(
    db,
    { url: 'https://news.example/rss', title: 'Example News', kind: 'news' },
    now,
  )
  const sentence = 'The council met about the harbour, and the harbour listened to it. '
  const articles = Array.from({ length: headlines }, (_, i) => {
    const url = `https://news.example/${i}`
    const publishedAtMs = now.epochMilliseconds - 11 * 60_000 * i
    const summary = { text: sentence.repeat(5), origin: 'extract' as const }
    const title = `Headline ${i}: ${sentence}`
    const said = { author: null, kind: 'news' as const, standfirst: null, body: null }
    return {
      itemId: url,
      url,
      title,
      publishedAtMs,
      precision: 'minute' as const,
      place: null,
      summary,
      ...said,
    }
  })
  await recordPolls(db, [{ feedId: feed.id, articles, health: {} }], now)
}

/** Ten zones and four pasts make forty preferences. */
async function subscribe(db: Database, chats: number): Promise<void> {
  const zones = Intl.supportedValuesOf('timeZone').slice(0, preferences / 4)
  await db.transaction().execute(async (trx) => {
    for (let chat = 0; chat < chats; chat++) {
      const zone = zones[chat % zones.length] ?? 'UTC'
      const time = now.toZonedDateTimeISO(zone).toPlainTime()
      const preference = {
        chatId: chat + 1,
        zone,
        times: [time],
        weekdays: everyDay,
        nextSlotAt: now,
      }
      await saveSubscription(trx, preference, now)
    }
    for (const past of [1, 2, 3]) {
      await trx
        .updateTable('subscription')
        .set({ covered_through: past * 10 })
        .where((e) => e(e('chat_id', '%', preferences), '>=', past * 10))
        .execute()
    }
  })
}
