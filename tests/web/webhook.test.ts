import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { createWebhook } from '../../src/web/webhook.ts'
import { aRunningApp, reader } from '../helpers/app.ts'
import { botSays } from '../helpers/telegram.ts'

const secret = 'a-secret-of-this-test'

function aWebhook(handle: (update: { update_id: number }) => Promise<void> = async () => {}) {
  const app = createWebhook({ path: '/telegram', secret, handle })
  return async (body: string, given = secret) => {
    const headers = { 'x-telegram-bot-api-secret-token': given }
    const response = await app.request('/telegram', { method: 'POST', body, headers })
    return response.status
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

it('takes each update once, however often it is brought', async () => {
  const seen: number[] = []
  const post = aWebhook(async ({ update_id }) => {
    await new Promise(setImmediate)
    seen.push(update_id)
  })
  const statuses = await Promise.all([1, 1, 2, 1].map((id) => post(`{"update_id":${id}}`)))
  expect(statuses).toEqual([200, 200, 200, 200])
  expect(await post('{"update_id":2}')).toBe(200)
  expect(seen).toEqual([1, 2])
})

it('takes an update again that could not be dealt with', async () => {
  let calls = 0
  const post = aWebhook(async () => {
    if (++calls === 1) throw new Error('not now')
  })
  expect(await post('{"update_id":1}')).toBe(500)
  expect(await post('{"update_id":1}')).toBe(200)
  expect(calls).toBe(2)
})

it('takes nothing from others, and nothing that is no update', async () => {
  const post = aWebhook(() => Promise.reject(new Error('it should not come here')))
  for (const given of ['', 'wrong', `${secret}x`, secret.slice(0, -1)]) {
    expect(await post('{"update_id":1}', given)).toBe(401)
  }
  for (const body of ['', '{', '[]', '1', '{"update_id":"1"}', '{"update_id":1.5}']) {
    expect(await post(body)).toBe(400)
  }
  expect(await post(`{"update_id":1,"text":"${'x'.repeat(2_000_000)}"}`)).toBe(413)
})

it('talks by webhook as it does by polling', async () => {
  const port = await freePort()
  const WEBHOOK_URL = `http://127.0.0.1:${port}/hook/of/mine`
  const { world } = await aRunningApp({ env: { WEBHOOK_URL, PORT: String(port) } })
  expect(world.calls.some(({ method }) => method === 'getUpdates')).toBe(false)
  world.faults.next({ kind: 'reset', accepted: true, method: 'webhook' })
  const digest = botSays(world, reader, 'Harbour headline 1')
  world.sendText(reader, '/start')
  await digest
  expect(world.history(reader).filter(({ text }) => text?.startsWith('Welcome'))).toHaveLength(1)
})
