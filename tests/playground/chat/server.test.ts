import { request } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveChat } from '../../../src/playground/chat/server.ts'
import { createWorld } from '../../../src/playground/telegram/create-world.ts'

async function aChat(host = '127.0.0.1') {
  const world = createWorld({ token: '42:x', now: Temporal.Now.instant })
  world.addUser({ id: 7, is_bot: false, first_name: 'Reader' })
  const people = [{ id: 7, name: 'Reader', role: 'reader' as const }]
  const places = [
    { id: -1_001_000_000_001, name: 'Group', type: 'group' as const },
    { id: -1_001_000_000_002, name: 'Channel', type: 'channel' as const },
  ]
  for (const { id, name, type } of places) {
    const kind = type === 'group' ? 'supergroup' : type
    world.addChat({ id, title: name, type: kind, creator: 7 })
  }
  const chat = await serveChat(world, { host, port: 0, people, places })
  onTestFinished(chat.close)
  const { headers } = await request(chat.url)
  const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
  const get = (path: string, given: Record<string, string> = {}) =>
    request(chat.origin + path, { headers: { cookie, ...given } })
  const post = (path: string, body: unknown, given: Record<string, string> = {}) =>
    request(chat.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, ...given },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { world, chat, get, post, cookie }
}

it('serves a page that may run and load nothing foreign', async () => {
  const { get } = await aChat()
  const { headers, body } = await get('/')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(await body.text()).toContain('<title>Courant')
})

it('lets nobody in without its key, which becomes a cookie that no page can read', async () => {
  const { chat, get, post } = await aChat()
  const other = await aChat()
  expect(other.chat.url.split('key=')[1]).not.toBe(chat.url.split('key=')[1])
  const { headers, statusCode } = await request(chat.url)
  expect(statusCode).toBe(200)
  expect(headers['set-cookie']).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(headers['referrer-policy']).toBe('no-referrer')

  for (const cookie of ['', other.cookie, `courant-${chat.port}=x`]) {
    const { statusCode: code, body } = await get('/', { cookie })
    expect(code).toBe(403)
    expect(await body.text()).toContain('the whole address that Courant printed')
    for (const path of ['/people', '/events/7', '/main.js', '/?key=x', '/nowhere']) {
      expect((await get(path, { cookie })).statusCode).toBe(403)
    }
    expect((await post('/send', { person: 7, text: 'x' }, { cookie })).statusCode).toBe(403)
    expect((await post('/press', { person: 7 }, { cookie })).statusCode).toBe(403)
  }
})

it('tells what stands in a chat and what comes', async () => {
  const { world, get, post } = await aChat()
  world.sendText(7, 'before')
  const { body } = await get('/events/7')
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

it('refuses strangers and nonsense', async () => {
  const { get, post, world } = await aChat()
  expect((await post('/send', { person: 8, text: 'x' })).statusCode).toBe(404)
  expect((await post('/send', { person: 7, text: ' ' })).statusCode).toBe(400)
  expect((await post('/send', { person: 7, text: 'x'.repeat(5000) })).statusCode).toBe(400)
  expect((await post('/send', `{"person":7,"text":"${'x'.repeat(200_000)}"}`)).statusCode).toBe(400)
  expect((await post('/send', '{')).statusCode).toBe(400)
  expect((await get('/events/8')).statusCode).toBe(404)
  expect((await post('/press', { person: 7, messageId: 1, data: 'x' })).statusCode).toBe(502)
  expect((await post('/inline', { person: 7, query: 'x'.repeat(300) })).statusCode).toBe(502)
  expect((await post('/choose', { person: 7, resultId: 'x' })).statusCode).toBe(400)
  expect((await post('/choose', { person: 8, resultId: 'x' })).statusCode).toBe(404)
  expect(world.history(7)).toEqual([])
})

it('lets people act in a group and a channel, and take and give files', async () => {
  const { world, get, post, chat, cookie } = await aChat()
  const group = -1_001_000_000_001
  const channel = -1_001_000_000_002
  const send = (place: unknown, text = 'hello') => post('/send', { person: 7, place, text })
  expect((await send(group)).statusCode).toBe(200)
  expect(world.history(group).map(({ text }) => text)).toEqual(['hello'])
  expect((await send(channel)).statusCode).toBe(400)
  expect((await send(-5)).statusCode).toBe(404)
  expect((await get(`/events/7?place=-5`)).statusCode).toBe(404)

  const file = (bytes: string, query = 'person=7&name=a.txt') =>
    request(`${chat.origin}/file?${query}`, { method: 'POST', headers: { cookie }, body: bytes })
  expect((await file('one')).statusCode).toBe(200)
  expect(world.history(7).at(-1)?.document).toMatchObject({ file_name: 'a.txt', file_size: 3 })
  expect((await file('one', `person=7&place=${group}`)).statusCode).toBe(400)
  expect((await file('one', 'person=8')).statusCode).toBe(404)
  const id = world.history(7).at(-1)?.document?.file_id
  const saved = await get(`/files/${id}`)
  expect(saved.headers['content-disposition']).toContain('attachment')
  expect(await saved.body.text()).toBe('one')
  expect((await get('/files/none')).statusCode).toBe(404)
  expect((await get(`/files/${id}`, { cookie: '' })).statusCode).toBe(403)

  // Nothing asks for a chat, and no digest comes.
  const share = { person: 7, requestId: 1, shared: channel }
  expect((await post('/share', share)).statusCode).toBe(400)
  expect((await post('/next-digest', { person: 7 })).statusCode).toBe(400)

  // What is too long is not waited for.
  const before = world.history(7).length
  await file('x'.repeat(3_000_000)).catch(() => null)
  expect(world.history(7)).toHaveLength(before)
})

describe.each(['127.0.0.1', 'LOCALHOST', '127.0.0.2', '0.0.0.0', '::1', '::'])('on %s', (host) => {
  it('refuses other sites and foreign names', async () => {
    const { chat, post, get, world } = await aChat(host)
    const send = { person: 7, text: 'x' }
    const { port } = chat
    const refused: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${port + 1}` },
      { host: 'evil.example' },
      { host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
      { host: 'localhost.evil.example' },
      { host: '127.0.0.1.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of refused) {
      expect((await post('/send', send, headers)).statusCode).toBe(403)
      expect((await get('/events/7', headers)).statusCode).toBe(403)
    }
    expect(world.history(7)).toEqual([])
    const own: Record<string, string>[] = [
      {},
      { host: `localhost:${port}`, origin: `http://localhost:${port}` },
      { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` },
      { host: `[::1]:${port}`, 'sec-fetch-site': 'same-origin' },
      { host: '[::ffff:7f00:1]' },
    ]
    for (const headers of own) expect((await post('/send', send, headers)).statusCode).toBe(200)
    const fromNetwork = await post('/send', send, { host: '192.0.2.7' })
    expect(fromNetwork.statusCode).toBe(/^(0\.0\.0\.0|::)$/.test(host) ? 200 : 403)
  })
})

it('can be opened by a link that stands elsewhere, with the key in it', async () => {
  const { chat } = await aChat()
  const headers = {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  }
  expect((await request(chat.url, { headers })).statusCode).toBe(200)
  const framed = { ...headers, 'sec-fetch-dest': 'iframe' }
  expect((await request(chat.url, { headers: framed })).statusCode).toBe(403)
})

it('shows an ephemeral message to its own person alone, who presses its buttons', async () => {
  const world = createWorld({ token: '42:x', now: Temporal.Now.instant })
  const group = -1_001_000_000_001
  const people = [7, 8].map((id) => ({ id, name: `P${id}`, role: 'reader' as const }))
  for (const { id, name } of people) world.addUser({ id, is_bot: false, first_name: name })
  world.addChat({ id: group, title: 'Group', type: 'supergroup', creator: 7 })
  world.setMember(group, 8, { status: 'member' })
  world.setMember(group, world.bot.id, { status: 'member' })
  const commands = [{ command: 'latest', description: 'News', is_ephemeral: true }]
  await world.call('setMyCommands', { commands, scope: { type: 'all_group_chats' } })
  const places = [{ id: group, name: 'Group', type: 'group' as const }]
  const chat = await serveChat(world, { host: '127.0.0.1', port: 0, people, places })
  onTestFinished(chat.close)
  const { headers } = await request(chat.url)
  const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
  const post = (path: string, body: object) =>
    request(chat.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ place: group, ...body }),
    })
  const streams = await Promise.all(
    [7, 8].map((id) =>
      request(`${chat.origin}/events/${id}?place=${group}`, { headers: { cookie } }),
    ),
  )
  expect((await post('/send', { person: 8, text: '/latest' })).statusCode).toBe(200)
  expect(world.history(group)).toEqual([])
  world.sendText(7, 'that is all', { chatId: group })
  const heard = await Promise.all(
    streams.map(async ({ body }) => {
      let words = ''
      for await (const chunk of body) {
        words += chunk
        if (words.includes('that is all')) break
      }
      return words.includes('"ephemeral_message_id":1')
    }),
  )
  expect(heard).toEqual([false, true])
  const pressed = post('/press', { person: 8, ephemeralId: 1, data: 'x' })
  await expect
    .poll(() => world.call('getUpdates', { offset: -1 }))
    .toMatchObject({ result: [{ callback_query: { message: { ephemeral_message_id: 1 } } }] })
  const { result } = Object(await world.call('getUpdates', { offset: -1 }))
  await world.call('answerCallbackQuery', { callback_query_id: result[0].callback_query.id })
  expect((await pressed).statusCode).toBe(200)
})
