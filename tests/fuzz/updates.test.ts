import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { postUpdate } from '../../src/playground/telegram/server.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { botSays } from '../helpers/telegram.ts'
import { fuzzSeconds, fuzzSeed, mostMegabytes, mostSeconds } from './limits.ts'
import { createRandom } from './random.ts'
import { anUpdate, type Scene } from './updates.ts'

const seconds = 0.2 * fuzzSeconds
const secret = 'a-secret-of-this-test'
const group = -1001234567890
const channel = -1009876543210
const strangers = Array.from({ length: 30 }, (_, i) => 100 + i)

async function freePort(): Promise<number> {
  const server = http.createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}

/** Seconds of the processor that this thread took at most before it looked at what else there is. */
function watchTurns() {
  let most = 0
  let before = process.threadCpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    before = process.threadCpuUsage()
    most = Math.max(most, (user + system) / 1e6)
  }, 20)
  onTestFinished(() => clearInterval(timer))
  return () => most
}

it(
  'deals with any updates, one after another',
  async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/telegram`
    const { app, world } = await aRunningApp({
      env: { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, PORT: String(port) },
    })
    for (const id of strangers) {
      world.addUser({ id, is_bot: false, first_name: `P${id}`, language_code: 'en' })
      world.sendText(id, '/start')
    }
    world.addChat({ id: group, type: 'supergroup', title: 'Group', creator: 100 })
    world.addChat({
      id: channel,
      type: 'channel',
      title: 'C',
      username: 'thechannel',
      creator: 100,
    })
    world.setMember(group, world.bot.id, { status: 'administrator' })
    world.setMember(channel, world.bot.id, { status: 'administrator' })
    const [feed] = await app.db.selectFrom('feed').select('id').execute()
    const [story] = await app.db.selectFrom('story').select('id').execute()
    const people = [...strangers, admin]
    const scene: Scene = { people, group, channel, feed: feed?.id ?? 1, story: story?.id ?? 1 }
    const longestTurn = watchTurns()
    const memory = process.memoryUsage().heapUsed

    const until = performance.now() + seconds * 1000
    for (let seed = fuzzSeed; performance.now() < until; seed++) {
      const update = anUpdate(createRandom(seed), scene)
      const turned = longestTurn()
      const refusal = await postUpdate(url, { update_id: 1_000_000 + seed, ...update }, secret)
      expect.soft(refusal, `FUZZ_SEED=${seed} begins with it`).toBeNull()
      if (longestTurn() > Math.max(turned, mostSeconds)) {
        expect.soft(longestTurn(), `at FUZZ_SEED=${seed}`).toBeLessThan(mostSeconds)
      }
    }
    await sleep(1000)
    const help = botSays(world, reader, '/latest')
    world.sendText(reader, '/help')
    await help
    expect((process.memoryUsage().heapUsed - memory) / 1e6).toBeLessThan(mostMegabytes)
    // A press that Telegram no longer knows of cannot be answered, but a message can.
    expect(world.sent.filter(({ text }) => text.includes('Something went wrong'))).toEqual([])
  },
  60_000 + 2 * seconds * 1000,
)
