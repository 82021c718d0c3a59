import { request } from 'undici'
import { expect, it, onTestFinished } from 'vitest'
import { serveChat } from '../../../src/playground/chat/server.ts'
import { createWorld } from '../../../src/playground/telegram/create-world.ts'

async function aChat() {
  const world = createWorld({ token: '42:x', now: Temporal.Now.instant })
  world.addUser({ id: 7, is_bot: false, first_name: 'Reader' })
  const people = [{ id: 7, name: 'Reader', role: 'reader' as const }]
  const chat = await serveChat(world, { host: '127.0.0.1', port: 0, people })
  onTestFinished(chat.close)
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(chat.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { world, chat, post }
}

it('serves a page that may run and load nothing foreign', async () => {
  const { chat } = await aChat()
  const { headers, body } = await request(`${chat.origin}/`)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(await body.text()).toContain('<title>Courant')
})

it('tells what stands in a chat and what comes', async () => {
  const { world, chat, post } = await aChat()
  world.sendText(7, 'before')
  const { body } = await request(`${chat.origin}/events/7`)
  let heard = ''
  for await (const chunk of body) {
    heard += chunk
    if (heard.includes('event: commands') && !heard.includes('after')) {
      expect((await post('/send', { person: 7, text: 'after' })).statusCode).toBe(200)
    }
    if (heard.includes('after')) break
  }
  expect(heard).toMatch(/event: history\ndata: \[\{.*before/)
  expect(heard).toMatch(/event: message\ndata: \{.*after/)
})

it('refuses strangers, other sites, foreign names and nonsense', async () => {
  const { chat, post, world } = await aChat()
  expect((await post('/send', { person: 8, text: 'x' })).statusCode).toBe(404)
  expect((await post('/send', { person: 7, text: ' ' })).statusCode).toBe(400)
  expect((await post('/send', { person: 7, text: 'x'.repeat(5000) })).statusCode).toBe(400)
  expect((await post('/send', '{')).statusCode).toBe(400)
  const send = { person: 7, text: 'x' }
  expect((await post('/send', send, { origin: 'https://evil.example' })).statusCode).toBe(403)
  expect((await post('/send', send, { host: 'evil.example' })).statusCode).toBe(403)
  expect((await request(`${chat.origin}/events/8`)).statusCode).toBe(404)
  expect((await post('/press', { person: 7, messageId: 1, data: 'x' })).statusCode).toBe(502)
  expect(world.history(7)).toEqual([])
})
