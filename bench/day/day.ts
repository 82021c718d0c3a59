import { createPace } from '../../src/delivering/pace.ts'
import { mergeMissedDigests, planDueDigests } from '../../src/delivering/plan-digests.ts'
import { sendPlanned } from '../../src/delivering/send-planned.ts'
import { everyDay } from '../../src/domain/schedule.ts'
import { nextSlot } from '../../src/domain/slot.ts'
import { createLog } from '../../src/lib/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { releaseAllParts } from '../../src/store/outbox.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { translateInto } from '../deliver/planned.ts'
import { bounded, type Row } from '../report.ts'
import { seededRandom, simulatedTelegram } from '../simulated/telegram.ts'
import { type Account, accountFor, type Subscriber } from './account.ts'
import { growth } from './growth.ts'
import { zones } from './zones.ts'

const chats = 10_000
const start = Temporal.Instant.from('2030-03-30T12:00:00Z')
const dayHours = 24
/** Minutes of the day in which the bot is down, and in which Telegram is. */
const botDown = { from: 9 * 60, until: 11 * 60 }
const telegramDown = { from: 18 * 60, until: 18 * 60 + 25 }
const faultShare = 0.02
const catchUpHours = 6

/**
 * A simulated day of 10,000 chats over 24 zones, in which summer time begins, the bot and Telegram
 * are down for a while, and 2% of the messages go wrong: is every slot accounted for, and none twice?
 */
export async function day(): Promise<Row[]> {
  const random = seededRandom(2)
  const simulated = simulatedTelegram(start, chats, random)
  const { clock, world, send } = simulated
  const db = await openDatabase(':memory:')
  const { feed } = await addFeed(db, { url: 'https://a.example', title: 'A', kind: 'news' }, start)
  const subscribers = subscribersOf(chats, random)
  await subscribe(db, subscribers)
  for (const fault of [
    { kind: 'status', code: 500 },
    { kind: 'status', code: 502, page: true },
    { kind: 'reset', accepted: false },
    { kind: 'reset', accepted: true },
  ] as const) {
    world.faults.rate(faultShare / 4, { ...fault, method: 'sendMessage' })
  }
  const pace = createPace(30, () => clock.now().epochMilliseconds)
  const log = createLog('error')

  let signal = new AbortController()
  let isSending = false
  let isTelegramUp = true
  let endOutage = () => {}
  const sendFor = async (signal: AbortSignal) => {
    isSending = true
    await sendPlanned({
      db,
      send,
      random,
      log,
      pace,
      signal,
      now: clock.now,
      sleep: clock.sleep,
      probe: async () => isTelegramUp,
    })
    isSending = false
  }
  // A few hours more for what comes late.
  for (let minute = 0; minute < (dayHours + 4) * 60; minute++) {
    const now = clock.now()
    if (minute % 20 === 0) await publish(db, feed.id, minute, now)
    if (minute === telegramDown.from) {
      isTelegramUp = false
      endOutage = world.faults.next({ kind: 'status', code: 502, page: true, times: Infinity })
    }
    if (minute === telegramDown.until) {
      isTelegramUp = true
      endOutage()
    }
    if (minute === botDown.from) signal.abort()
    if (minute === botDown.until) {
      signal = new AbortController()
      await releaseAllParts(db)
      await mergeMissedDigests({ db, now, catchUpHours })
    }
    if (!signal.signal.aborted) {
      await planDueDigests({ db, translateInto, log, now, catchUpHours })
      if (!isSending) void sendFor(signal.signal)
    }
    await clock.advance(60_000)
  }
  const account = await accountFor(
    db,
    world,
    subscribers,
    start,
    clock.now().subtract({ minutes: 1 }),
  )
  await db.destroy()
  return [...report(account), await growth()]
}

function subscribersOf(count: number, random: () => number): Subscriber[] {
  return Array.from({ length: count }, (_, i) => {
    const hours = [6, 7, 7, 8, 8, 8, 9, 12, 18, 21, 2, 3]
    const hour = hours[Math.floor(random() * hours.length)] ?? 7
    const first = new Temporal.PlainTime(hour, random() < 0.5 ? 0 : 30)
    const times = random() < 0.2 && hour < 20 ? [first, new Temporal.PlainTime(20)] : [first]
    return { chatId: i + 1, zone: zones[i % zones.length] ?? 'UTC', times, weekdays: everyDay }
  })
}

async function subscribe(db: Database, subscribers: readonly Subscriber[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const subscriber of subscribers) {
      const nextSlotAt = nextSlot(subscriber, start).at
      await saveSubscription(trx, { ...subscriber, nextSlotAt }, start)
    }
  })
}

async function publish(db: Database, feedId: number, minute: number, now: Temporal.Instant) {
  const item = {
    itemId: String(minute),
    url: `https://a.example/${minute}`,
    title: `What was new in minute ${minute}`,
    author: null,
    kind: 'news' as const,
    publishedAtMs: now.epochMilliseconds,
    precision: 'minute' as const,
    place: null,
    summary: null,
    standfirst: null,
    body: null,
  }
  await recordPolls(db, [{ feedId, articles: [item], health: {} }], now)
}

function report(account: Account): Row[] {
  const rows: [string, number, number][] = [
    ['slots that nothing is known of', account.unknown, 0],
    ['slots that are still on their way', account.open, 0],
    ['slots that were served twice', account.twice, 0],
    ['digests recorded as sent that did not arrive', account.missing, 0],
    ['messages that came again beyond those without an answer', account.repeatedBeyond, 0],
  ]
  const facts: [string, number][] = [
    ['slots of the day', account.slots],
    ['sent', account.sent],
    ['sent late, caught up', account.caughtUp],
    ['skipped for a recorded reason', account.skipped],
    ['failed for a recorded reason', account.failed],
    ['messages without an answer, sent again', account.repeated],
  ]
  return [
    ...rows.map((row) => bounded(...row)),
    ...facts.map(([figure, ours]) => ({
      figure,
      ours,
      peer: null,
      ratio: null,
      bar: 'told',
      ok: true,
    })),
  ]
}
