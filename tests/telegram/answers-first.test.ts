import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { dueChats } from '../../bench/deliver/planned.ts'
import { startApp } from '../../src/app.ts'
import type { FaultRule } from '../../src/playground/telegram/faults.ts'
import { telegramLimits } from '../../src/playground/telegram/limits.ts'
import { aConfig, admin, aRunningApp } from '../helpers/app.ts'
import { aTelegram, botSays, token } from '../helpers/telegram.ts'

it('answers readers while digests go out at the limit', async () => {
  const chats = Array.from({ length: 300 }, (_, i) => i + 1)
  const { world, apiRoot } = await aTelegram(chats)
  for (const chat of chats) world.sendText(chat, 'hello')
  await world.call('deleteWebhook', { drop_pending_updates: true })
  world.setLimits(telegramLimits)
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  await (await dueChats(file, chats)).destroy()
  const app = await startApp(aConfig({ DATABASE_URL: `sqlite:${file}` }), {
    token,
    apiRoot,
    adminIds: [],
    allowPrivateAddresses: [],
    sampleFeeds: [],
  })
  onTestFinished(app.stop)
  const digests = () => world.sent.filter(({ text }) => text.includes('Headline')).length
  await expect.poll(digests, { timeout: 5000 }).toBeGreaterThan(20)
  for (const person of [300, 299, 298, 297, 296]) {
    const start = performance.now()
    const help = botSays(world, person, 'brings you the day')
    world.sendText(person, '/help')
    await help
    expect(performance.now() - start).toBeLessThan(400)
  }
  expect(digests()).toBeLessThan(chats.length)
  expect(world.calls.filter(({ answer }) => !answer.ok)).toEqual([])
}, 40_000)

it.each([
  ['a 429', { kind: 'flood', retryAfterSeconds: 1 }, 1],
  ['a 500', { kind: 'status', code: 500 }, 1],
  ['a page of a proxy', { kind: 'status', code: 502, page: true }, 1],
  ['a reset that may have been carried out', { kind: 'reset', accepted: true }, 1],
] as [string, FaultRule, number][])(
  'answers once all the same after %s',
  async (_, fault, copies) => {
    const { world } = await aRunningApp()
    world.faults.next({ ...fault, method: 'sendMessage' })
    world.sendText(admin, '/help')
    await expect
      .poll(() => world.sent.filter(({ text }) => text.includes('brings you')).length, {
        timeout: 8000,
      })
      .toBe(copies)
  },
  20_000,
)

it('does not try for ever', async () => {
  const { world } = await aRunningApp()
  world.faults.next({ kind: 'status', code: 500, method: 'sendMessage', times: 100 })
  world.sendText(admin, '/help')
  const tries = () => world.calls.filter(({ method }) => method === 'sendMessage').length
  // The answer, and the apology for it.
  await expect.poll(tries, { timeout: 8000 }).toBe(6)
  await new Promise((done) => setTimeout(done, 1500))
  expect(tries()).toBe(6)
}, 20_000)
