import { Bot, HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { createSimulatedClock } from '../../../src/playground/simulated-clock.ts'
import { createWorld } from '../../../src/playground/telegram/create-world.ts'
import { aTelegram, token } from '../../helpers/telegram.ts'

async function aBot() {
  const { world, apiRoot } = await aTelegram([1, 2])
  for (const id of [1, 2]) world.sendText(id, 'hi')
  const { api } = new Bot(token, { client: { apiRoot, timeoutSeconds: 1 } })
  return { world, api, apiRoot }
}

const method = 'sendMessage'

/** What the bot said in a chat, as the person sees it. */
const said = (world: { sent: readonly { chatId: number; text: string }[] }, chatId = 1) =>
  world.sent.filter((message) => message.chatId === chatId).map(({ text }) => text)

describe('over HTTP', () => {
  it('answers with a forced status, so many times, and then as usual', async () => {
    const { world, api } = await aBot()
    world.faults.next({ kind: 'status', code: 500, method, times: 2 })
    world.faults.next({ kind: 'status', code: 502, method })
    const codes = []
    for (let i = 0; i < 3; i++) {
      codes.push(await api.sendMessage(1, 'x').catch((error) => error.description))
    }
    expect(codes).toEqual(['Internal Server Error', 'Internal Server Error', 'Bad Gateway'])
    expect(said(world)).toEqual([])
    await api.sendMessage(1, 'x')
    expect(said(world)).toEqual(['x'])
  })

  it('fails one chat or method and no other', async () => {
    const { world, api } = await aBot()
    world.faults.next({ kind: 'status', code: 500, chatId: 2, times: Infinity })
    await api.getMe()
    await api.sendMessage(1, 'x')
    await expect(api.sendMessage(2, 'x')).rejects.toThrow('Internal Server Error')
    await expect(api.sendChatAction(2, 'typing')).rejects.toThrow('Internal Server Error')
    world.faults.clear()
    await api.sendMessage(2, 'x')
  })

  it('can send the page of a proxy, which is no JSON', async () => {
    const { world, api, apiRoot } = await aBot()
    world.faults.next({ kind: 'status', code: 502, page: true, times: 2 })
    await expect(api.sendMessage(1, 'x')).rejects.toBeInstanceOf(HttpError)
    const response = await fetch(`${apiRoot}/bot${token}/getMe`)
    expect(response.status).toBe(502)
    expect(response.headers.get('content-type')).toContain('text/html')
  })

  it('resets the connection before a message is accepted', async () => {
    const { world, api } = await aBot()
    world.faults.next({ kind: 'reset', accepted: false, method })
    await expect(api.sendMessage(1, 'lost')).rejects.toMatchObject({
      name: 'HttpError',
      error: { code: 'ECONNRESET' },
    })
    expect(said(world)).toEqual([])
    expect(world.calls.at(-1)).toMatchObject({ answer: { lost: 'before' } })
  })

  it('resets the connection after a message is accepted: it is in the chat', async () => {
    const { world, api } = await aBot()
    world.faults.next({ kind: 'reset', accepted: true, method })
    await expect(api.sendMessage(1, 'there')).rejects.toMatchObject({ name: 'HttpError' })
    await api.sendMessage(1, 'there')
    expect(world.history(1).filter(({ from }) => from?.is_bot)).toHaveLength(2)
    expect(world.sent).toMatchObject([
      { text: 'there', answered: false },
      { text: 'there', answered: true },
    ])
  })

  it('answers slowly, and knows when the bot did not wait for it', async () => {
    const { world, api } = await aBot()
    world.faults.next({ kind: 'slow', delayMs: 50, method })
    const start = performance.now()
    await api.sendMessage(1, 'late')
    expect(performance.now() - start).toBeGreaterThan(45)
    world.faults.next({ kind: 'slow', delayMs: 60_000, method })
    await expect(api.sendMessage(1, 'too late')).rejects.toThrow()
    await expect.poll(() => world.sent.at(-1)).toMatchObject({ text: 'too late', answered: false })
    expect(world.sent[0]).toMatchObject({ text: 'late', answered: true })
  })

  it('takes no call once the token is revoked', async () => {
    const { world, api } = await aBot()
    world.revokeToken()
    await expect(api.getUpdates()).rejects.toMatchObject({
      error_code: 401,
      description: 'Unauthorized',
    })
  })
})

describe('on a simulated clock', () => {
  const start = Temporal.Instant.from('2030-03-01T08:00:00Z')

  function aWorld(random?: () => number) {
    const clock = createSimulatedClock(start)
    const world = createWorld({ token, ...clock, ...(random && { random }) })
    for (const id of [1, 2]) {
      world.addUser({ id, is_bot: false, first_name: 'Person' })
      world.sendText(id, 'hi')
    }
    const send = (chatId: number) => world.call(method, { chat_id: chatId, text: 'x' })
    return { clock, world, send }
  }

  const refused = (seconds: number) => ({
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  })

  it('lets nothing through until a forced 429 has run out, and says how long that still is', async () => {
    const { clock, world, send } = aWorld()
    world.faults.next({ kind: 'flood', retryAfterSeconds: 7 })
    expect(await send(1)).toEqual(refused(7))
    await clock.advance(4500)
    expect(await send(2)).toEqual(refused(3))
    await clock.advance(2499)
    expect(await send(2)).toEqual(refused(1))
    await clock.advance(1)
    expect(await send(1)).toMatchObject({ ok: true })
    expect(world.calls.map(({ at }) => at.since(start).total('seconds'))).toEqual([
      0, 4.5, 6.999, 7,
    ])
  })

  it('can hold up one chat alone', async () => {
    const { world, send } = aWorld()
    world.faults.next({ kind: 'flood', retryAfterSeconds: 7, chatId: 1 })
    expect(await send(2)).toMatchObject({ ok: true })
    expect(await send(1)).toEqual(refused(7))
    expect(await send(2)).toMatchObject({ ok: true })
  })

  it('meets a share of the calls, the same ones for the same random numbers', async () => {
    const numbers = [0.01, 0.5, 0.019, 0.99]
    const { world, send } = aWorld(() => numbers.shift() ?? 1)
    const stop = world.faults.rate(0.02, { kind: 'status', code: 500, method })
    const oks = []
    for (let i = 0; i < 4; i++) oks.push((await send(1)).ok)
    expect(oks).toEqual([false, true, false, true])
    stop()
    numbers.push(0)
    expect(await send(1)).toMatchObject({ ok: true })
  })

  it('keeps a slow answer back for simulated time only', async () => {
    const { clock, world, send } = aWorld()
    world.faults.next({ kind: 'slow', delayMs: 30_000, method })
    let answered = false
    void send(1).then(() => {
      answered = true
    })
    await clock.advance(29_999)
    expect([said(world), answered]).toEqual([['x'], false])
    await clock.advance(1)
    expect(answered).toBe(true)
  })

  it('ends a long poll when its simulated time is over', async () => {
    const { clock, world } = aWorld()
    const poll = world.call('getUpdates', { offset: 100, timeout: 30 })
    await clock.advance(30_000)
    expect(await poll).toEqual({ ok: true, result: [] })
  })

  it('writes down what was sent, when, where and how', async () => {
    const { clock, world } = aWorld()
    await world.call(method, { chat_id: 1, text: '<b>One</b>', parse_mode: 'HTML' })
    await clock.advance(1000)
    await world.call(method, { chat_id: 1, text: 'Two', disable_notification: true })
    expect(world.sent).toMatchObject([
      { at: start, chatId: 1, text: 'One', part: 1, silent: false, threadId: null },
      { at: start.add({ seconds: 1 }), chatId: 1, text: 'Two', part: 2, silent: true },
    ])
  })
})
