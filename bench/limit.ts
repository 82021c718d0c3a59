import { createPace } from '../src/delivering/pace.ts'
import { planDueDigests } from '../src/delivering/plan-digests.ts'
import { sendPlanned } from '../src/delivering/send-planned.ts'
import { createWindow } from '../src/delivering/window.ts'
import { createLog } from '../src/lib/log.ts'
import { telegramLimits } from '../src/playground/telegram/limits.ts'
import { dueChats, translateInto } from './deliver/planned.ts'
import { atLeast, bounded, type Row } from './report.ts'
import { advanceUntil, seededRandom, simulatedTelegram } from './simulated/telegram.ts'

const chats = 20_000
const partsEach = 2
/** What is free, and what is paid for. */
const rates = [30, 1000]
/** From a message to its answer. */
const latenciesMs = [50, 250, 500]

type Run = { share: number; withinASecond: number; toAChat: number; refused: number }

/**
 * Digests of two messages for 20,000 chats that are due at once, at 30 and at 1,000 a second, on a
 * simulated clock and against Telegram's own limits: how near to the limit, and never over it.
 */
export async function limit(): Promise<Row[]> {
  const rows: Row[] = []
  for (const perSecond of rates) {
    const runs: Run[] = []
    for (const latencyMs of latenciesMs) {
      const run = await measure(perSecond, latencyMs)
      const figure = `share of ${perSecond} a second, answers after ${latencyMs} ms`
      rows.push(atLeast(figure, run.share, null, 0.99))
      runs.push(run)
    }
    const most = (value: (run: Run) => number) => Math.max(...runs.map(value))
    const each = (figure: string) => `${figure}, at ${perSecond} a second`
    rows.push(
      bounded(
        each('messages in any second'),
        most(({ withinASecond }) => withinASecond),
        perSecond,
      ),
      bounded(
        each('messages to a chat in any second'),
        most(({ toAChat }) => toAChat),
        1,
      ),
      bounded(
        each('messages refused with a 429'),
        most(({ refused }) => refused),
        0,
      ),
    )
  }
  return rows
}

async function measure(perSecond: number, latencyMs: number): Promise<Run> {
  const ids = Array.from({ length: chats }, (_, i) => i + 1)
  const long = 'and what came of it in the end, as far as anybody knows by now '.repeat(3)
  const db = await dueChats(':memory:', ids, { headlines: 20, long })
  const random = seededRandom(1)
  const way = { latencyMs, isPaid: perSecond > 30 }
  const { clock, world, send } = simulatedTelegram(Temporal.Now.instant(), chats, random, way)
  world.setLimits(telegramLimits)
  await planDueDigests({
    db,
    translateInto,
    log: createLog('error'),
    now: clock.now(),
    catchUpHours: 6,
  })
  const sending = sendPlanned({
    db,
    send,
    random,
    now: clock.now,
    sleep: clock.sleep,
    pace: createPace(perSecond, () => clock.now().epochMilliseconds),
    window: createWindow(perSecond),
    log: createLog('warn'),
    signal: new AbortController().signal,
  })
  const sent = await advanceUntil(clock, sending)
  await db.destroy()
  if (sent !== chats * partsEach) throw new Error(`${sent} messages were sent`)

  const times = world.sent.map(({ at }) => at.epochMilliseconds)
  const ofChats = timesOfChats(world.sent)
  // Once each chat has its first message, their own limits hold up the rest.
  const last = times.indexOf(Math.max(...[...ofChats.values()].map(([first = 0]) => first)))
  const seconds = ((times[last] ?? 0) - (times[0] ?? 0)) / 1000
  return {
    share: last / seconds / perSecond,
    withinASecond: mostWithinASecond(times),
    toAChat: Math.max(...[...ofChats.values()].map(mostWithinASecond)),
    refused: world.calls.filter(({ answer }) => !answer.ok).length,
  }
}

function timesOfChats(
  sent: readonly Readonly<{ chatId: number; at: Temporal.Instant }>[],
): Map<number, number[]> {
  const times = new Map<number, number[]>()
  for (const { chatId, at } of sent) {
    const ofChat = times.get(chatId) ?? []
    ofChat.push(at.epochMilliseconds)
    times.set(chatId, ofChat)
  }
  return times
}

function mostWithinASecond(times: number[]): number {
  let most = 0
  let first = 0
  for (const [i, time] of times.entries()) {
    while ((times[first] ?? 0) <= time - 1000) first++
    most = Math.max(most, i - first + 1)
  }
  return most
}
