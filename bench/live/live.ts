import { setTimeout as sleep } from 'node:timers/promises'
import { createWorld } from '../../src/playground/telegram/create-world.ts'
import { postUpdate, serveTelegram } from '../../src/playground/telegram/server.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { answerOf, startChild } from '../child.ts'
import type { Row } from '../report.ts'

const feedCount = 1000
const reader = 1
const limitMs = 250
const durationMs = 15_000

/**
 * How long a reader waits for /latest, from the question to the first message of the answer, while
 * the bot reads 1,000 feeds for the first time, 30,000 articles in all, and then their pages.
 */
export async function live(): Promise<Row[]> {
  const token = '1000000000:a-token-of-this-benchmark-alone'
  const world = createWorld({ token, now: Temporal.Now.instant, postUpdate })
  world.addUser({ id: reader, is_bot: false, first_name: 'Reader', language_code: 'en' })
  const telegram = await serveTelegram(world, { host: '127.0.0.1', port: 0 })
  const feeds = startChild(new URL('../feed-server.ts', import.meta.url))
  const port = await answerOf<number>(feeds)
  const address = `http://127.0.0.1:${port}/near`
  const bot = startChild(new URL('./bot.ts', import.meta.url), [
    token,
    telegram.origin,
    address,
    String(feedCount),
  ])
  try {
    await answerOf(bot)
    const waits: number[] = []
    const start = performance.now()
    while (performance.now() - start < durationMs) {
      waits.push(await waitForLatest(world))
      await sleep(20)
    }
    const p99 = percentile(waits, 0.99)
    return [
      row(`/latest during the first reading, p99 of ${waits.length} (ms)`, p99),
      row('/latest during the first reading, median (ms)', percentile(waits, 0.5)),
    ]
  } finally {
    bot.disconnect()
    feeds.disconnect()
    await telegram.close()
  }
}

function waitForLatest(world: World): Promise<number> {
  const start = performance.now()
  return new Promise((resolve) => {
    const stop = world.watch((event) => {
      if (event.kind !== 'message' || !event.message.from?.is_bot) return
      stop()
      resolve(performance.now() - start)
    })
    world.sendText(reader, '/latest')
  })
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}

function row(figure: string, ours: number): Row {
  return { figure, ours, peer: null, ratio: ours, bar: `under ${limitMs}`, ok: ours < limitMs }
}
