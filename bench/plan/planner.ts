// One step of the benchmark of planning, in a process of its own: it makes the database, or plans for the
// subscriptions in it, and answers with what that cost.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { planDueDigests } from '../../src/delivering/plan-digests.ts'
import { type Paper, usualPaper } from '../../src/domain/paper.ts'
import { everyDay } from '../../src/domain/schedule.ts'
import { createI18n, createTranslateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { tuneHeap } from '../../src/lib/tune-heap.ts'
import { openDatabase } from '../../src/store/database.ts'
import { dialect } from '../../src/store/dialect.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import type { Answer } from './plan.ts'

const now = Temporal.Instant.from('2024-06-14T05:00:00Z')
const preferences = 40

const [, , file = '', step, ...numbers] = process.argv
/** Without papers all chats want everything, with forty preferences among them. */
const [chats = 0, headlines = 120, papers = 0] = numbers.map(Number)
/** Of so many feeds the headlines are, and each paper leaves out some of them. */
const feeds = papers > 0 ? 60 : 1
const ofFeed = Math.floor(headlines / feeds)
tuneHeap()
const db = await openDatabase(file)
if (step === 'make') {
  await addNews(db)
  await subscribe(db, chats)
  await db.destroy()
  process.send?.('made')
} else {
  const answer = await plan(db)
  process.send?.(answer)
}

async function plan(db: Database): Promise<Answer> {
  const translateInto = createTranslateInto(createI18n())
  const checkpoints = dialect.createCheckpoints(db, file)
  const waits = monitorEventLoopDelay({ resolution: 5 })
  waits.enable()
  const start = performance.now()
  const before = process.cpuUsage()
  let firstSeconds: number | null = null
  const planned = await planDueDigests({
    ...{ db, translateInto, log: createLog('error'), now, catchUpHours: 6, checkpoints },
    onPlanned() {
      firstSeconds ??= (performance.now() - start) / 1000
    },
  })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  await sleep(50)
  await checkpoints.close()
  const rows = await db.selectFrom('edition').select('id').execute()
  await db.destroy()
  return {
    ...{ planned, seconds, firstSeconds: firstSeconds ?? seconds, editions: rows.length },
    cpuSeconds: (user + system) / 1e6,
    longestWaitMs: waits.max / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }
}

async function addNews(db: Database): Promise<void> {
  const sentence = 'The council met about the harbour, and the harbour listened to it. '
  const twoDaysMs = 2 * 24 * 60 * 60_000
  for (let number = 0; number < feeds; number++) {
    const url = `https://news-${number}.example/rss`
    const { feed } = await addFeed(db, { url, title: `News ${number}`, kind: 'news' }, now)
    const articles = Array.from({ length: ofFeed }, (_, i) => ({
      ...{ itemId: `${i}`, url: `${url}/${i}`, author: null, kind: 'news' as const, place: null },
      title: `Headline ${i * feeds + number}: ${sentence}`,
      publishedAtMs: now.epochMilliseconds - Math.floor((twoDaysMs * i * feeds) / (headlines * 2)),
      precision: 'minute' as const,
      summary: { text: sentence.repeat(5), origin: 'extract' as const },
      ...{ standfirst: null, body: null },
    }))
    await recordPolls(db, [{ feedId: feed.id, articles, health: {} }], now)
  }
  if (papers > 0) await tellStories(db)
}

/** A third of the headlines tell with those of two other feeds of one event. */
async function tellStories(db: Database): Promise<void> {
  for (let feed = 0; feed + 2 < feeds; feed += 3) {
    for (let i = 0; i < ofFeed; i += 3) {
      const [id, ...others] = [feed, feed + 1, feed + 2].map((each) => each * ofFeed + i + 1)
      if (id === undefined) continue
      await db.insertInto('story').values({ id, lead_id: id }).execute()
      await db
        .updateTable('article')
        .set({ story_id: id })
        .where('id', 'in', [id, ...others])
        .execute()
    }
  }
}

function placeOf(number: number): number {
  return 1 + (number % feeds)
}

/** A paper that no other chat has. */
function paperOf(chat: number): Paper {
  const off = [0, 1, 2].map((i) => 1 + ((chat * (i + 3) + i * i) % feeds))
  const words = [`word${chat}`]
  return {
    ...usualPaper,
    off: { sections: [], feeds: off },
    ...(chat % 10 === 0 && { mutes: { ...usualPaper.mutes, words } }),
    less: { sections: [], feeds: [placeOf(chat), placeOf(Math.floor(chat / feeds))] },
    more: { sections: [], feeds: [placeOf(Math.floor(chat / feeds ** 2) + 7)] },
  }
}

/** Ten zones and four pasts make forty preferences. */
async function subscribe(db: Database, chats: number): Promise<void> {
  const zones = Intl.supportedValuesOf('timeZone').slice(0, papers > 0 ? 1 : preferences / 4)
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
        ...(papers > 0 && { paper: paperOf(chat % papers) }),
      }
      await saveSubscription(trx, preference, now)
    }
    for (const past of papers > 0 ? [] : [1, 2, 3]) {
      await trx
        .updateTable('subscription')
        .set({ covered_through: past * 10 })
        .where((e) => e(e('chat_id', '%', preferences), '>=', past * 10))
        .execute()
    }
  })
}
