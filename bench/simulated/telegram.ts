import { Api, HttpError } from 'grammy'
import type { SendPart } from '../../src/delivering/send.ts'
import { createSimulatedClock, type SimulatedClock } from '../../src/playground/simulated-clock.ts'
import { createWorld } from '../../src/playground/telegram/create-world.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { createSendPart } from '../../src/telegram/send-part.ts'
import { translateInto } from '../deliver/planned.ts'

const token = '1000000000:a-token-of-this-benchmark-alone'

export type Simulated = { clock: SimulatedClock; world: World; send: SendPart }

/** Telegram's stand-in on a clock of its own, with so many people, and the way to it without HTTP, there and back in `latencyMs`. */
export function simulatedTelegram(
  start: Temporal.Instant,
  people: number,
  random: () => number,
  { latencyMs = 80, isPaid = false } = {},
): Simulated {
  const clock = createSimulatedClock(start)
  const world = createWorld({ token, now: clock.now, after: clock.after, random })
  for (let id = 1; id <= people; id++) {
    world.addUser({ id, is_bot: false, first_name: 'Reader', language_code: 'en' })
    world.sendText(id, 'hello')
  }
  const api = new Api(token)
  const wayMs = latencyMs / 2
  // In place of the request itself; all that grammY and we make of its answer stays as it is.
  api.config.use(async (_call, method, payload) => {
    await clock.sleep(wayMs)
    const reply = await world.call(method, { ...payload })
    await clock.sleep(wayMs)
    if ('lost' in reply) throw new HttpError('no answer', { code: 'ECONNRESET' })
    if ('page' in reply) throw new HttpError('a page', { type: 'invalid-json' })
    return Object(reply)
  })
  return { clock, world, send: createSendPart(api, translateInto, { paid: isPaid }) }
}

/** Lets time pass until something has been done. */
export async function advanceUntil<T>(clock: SimulatedClock, work: Promise<T>): Promise<T> {
  let isDone = false
  const noted = work.finally(() => {
    isDone = true
  })
  while (!isDone) await clock.advance(1000)
  return noted
}

/** Numbers from 0 up to 1 that are the same in each run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
