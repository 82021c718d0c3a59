import { createPace } from '../src/delivering/pace.ts'
import { planDueDigests } from '../src/delivering/plan-digests.ts'
import { sendPlanned } from '../src/delivering/send-planned.ts'
import { createLog } from '../src/lib/log.ts'
import { telegramLimits } from '../src/playground/telegram/limits.ts'
import { dueChats, t } from './deliver/planned.ts'
import { bounded, type Row } from './report.ts'
import { advanceUntil, seededRandom, simulatedTelegram } from './simulated/telegram.ts'

const chats = 20_000
const perSecond = 30
const partsEach = 2

/**
 * Digests of two messages for 20,000 chats that are due at once, at 30 a second, on a simulated clock
 * and against Telegram's own limits: how near to the limit, and never over it.
 */
export async function limit(): Promise<Row[]> {
  const start = Temporal.Now.instant().add({ seconds: 1 })
  const random = seededRandom(1)
  const { clock, world, send } = simulatedTelegram(start, chats, random)
  world.setLimits(telegramLimits)
  const ids = Array.from({ length: chats }, (_, i) => i + 1)
  const long = 'and what came of it in the end, as far as anybody knows by now '.repeat(3)
  const db = await dueChats(':memory:', ids, { headlines: 20, long })
  await planDueDigests({ db, t, log: createLog('error'), now: clock.now(), catchUpHours: 6 })
  const sending = sendPlanned({
    db,
    send,
    random,
    now: clock.now,
    sleep: clock.sleep,
    pace: createPace(perSecond, () => clock.now().epochMilliseconds),
    log: createLog('warn'),
    signal: new AbortController().signal,
  })
  const sent = await advanceUntil(clock, sending)
  await db.destroy()
  if (sent !== chats * partsEach) throw new Error(`${sent} messages were sent`)

  const times = world.sent.map(({ at }) => at.epochMilliseconds)
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
  const share = (times.length - 1) / seconds / perSecond
  const refused = world.calls.filter(({ answer }) => !answer.ok).length
  return [
    row('share of the limit that is used', share, 'at least 0.99', share >= 0.99),
    bounded('messages in any second', mostWithinASecond(times), perSecond),
    bounded('messages to a chat in any second', mostToAChat(world.sent), 1),
    bounded('messages refused with a 429', refused, 0),
  ]
}

function mostToAChat(sent: readonly Readonly<{ chatId: number; at: Temporal.Instant }>[]): number {
  const times = new Map<number, number[]>()
  for (const { chatId, at } of sent) {
    const ofChat = times.get(chatId) ?? []
    ofChat.push(at.epochMilliseconds)
    times.set(chatId, ofChat)
  }
  return Math.max(...[...times.values()].map(mostWithinASecond))
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

function row(figure: string, ours: number, bar: string, ok: boolean): Row {
  return { figure, ours, peer: null, ratio: ours, bar, ok }
}
