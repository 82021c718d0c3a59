import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { serveWebhook } from '../../src/web/webhook.ts'
import { aRunningApp, reader } from '../helpers/app.ts'
import { botSays } from '../helpers/telegram.ts'

const secret = 'a-secret-of-this-test'
const proof = `x-telegram-bot-api-secret-token: ${secret}\r\n`

async function aWebhook(limits = {}) {
  const seen: number[] = []
  const options = {
    path: '/telegram',
    secret,
    take: ({ update_id }: { update_id: number }) => void seen.push(update_id),
  }
  const server = await serveWebhook(options, { host: '127.0.0.1', port: 0 }, limits)
  onTestFinished(server.close)
  const post = async (body: string, given = secret) => {
    const headers = { 'x-telegram-bot-api-secret-token': given }
    const response = await fetch(`${server.origin}/telegram`, { method: 'POST', body, headers })
    return response.status
  }
  /** A connection on which these bytes are sent; what comes back, and its end. */
  const open = (bytes: string) => {
    const socket = connect(server.port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    let answer = ''
    socket.setEncoding('latin1').on('data', (text) => {
      answer += text
    })
    socket.on('error', () => {})
    const closed = new Promise<string>((done) => socket.once('close', () => done(answer)))
    socket.write(bytes)
    return { socket, closed, answer: () => answer }
  }
  return { seen, post, open }
}

/** Writes on and on, as long as the other side takes it; gives how many bytes it took. */
async function writeOn(socket: Socket, chunk: Buffer, mostBytes: number): Promise<number> {
  let written = 0
  while (written < mostBytes && !socket.destroyed) {
    if (!socket.write(chunk)) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, 500)
        for (const event of ['drain', 'close']) {
          socket.once(event, () => {
            clearTimeout(timer)
            done()
          })
        }
      })
    }
    written += chunk.length
  }
  return written
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

it('takes each update once, however often it is brought', async () => {
  const { seen, post } = await aWebhook()
  const statuses = await Promise.all([1, 1, 2, 1].map((id) => post(`{"update_id":${id}}`)))
  expect(statuses).toEqual([200, 200, 200, 200])
  expect(await post('{"update_id":2}')).toBe(200)
  expect(seen.toSorted()).toEqual([1, 2])
})

it('takes nothing from others, and nothing that is no update', async () => {
  const { seen, post } = await aWebhook()
  for (const given of ['', 'wrong', `${secret}x`, secret.slice(0, -1)]) {
    expect(await post('{"update_id":1}', given)).toBe(401)
  }
  for (const body of ['', '{', '[]', '1', '{"update_id":"1"}', '{"update_id":1.5}']) {
    expect(await post(body)).toBe(400)
  }
  expect(await post(`{"update_id":1,"text":"${'x'.repeat(2_000_000)}"}`)).toBe(413)
  expect(seen).toEqual([])
})

it('ends the connection of a stranger before it has read what they send', async () => {
  const { open } = await aWebhook()
  const head = 'POST /telegram HTTP/1.1\r\nhost: x\r\n'
  for (const framing of [
    'transfer-encoding: chunked\r\n\r\nf4240\r\n',
    'content-length: 1000000\r\n\r\n',
    'expect: 100-continue\r\ncontent-length: 10\r\n\r\n',
  ]) {
    const { socket, closed } = open(head + framing)
    expect(await writeOn(socket, Buffer.alloc(64_000, 'x'), 50_000_000)).toBeLessThan(10_000_000)
    expect(await closed).toMatch(/^(HTTP\/1\.1 401 |$)/)
  }
})

it('counts the bytes of an update as they are received', async () => {
  const { open, seen } = await aWebhook()
  const head = `POST /telegram HTTP/1.1\r\nhost: x\r\n${proof}transfer-encoding: chunked\r\n\r\n`
  const body = '{"update_id":1}'
  const whole = open(`${head}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`)
  await expect.poll(whole.answer).toMatch(/^HTTP\/1\.1 200 /)
  const { socket, closed } = open(head)
  // 300 kB of body, framed in over a megabyte.
  await writeOn(socket, Buffer.from('1\r\n \r\n'.repeat(10_000)), 1_800_000)
  socket.end('0\r\n\r\n')
  expect(await closed).not.toMatch(/^HTTP\/1\.1 (200|400) /)
  expect(seen).toEqual([1])
})

it('lets Telegram through while strangers hold as many connections as they like', async () => {
  const { open, post, seen } = await aWebhook()
  const patient = open(`POST /telegram HTTP/1.1\r\nhost: x\r\n${proof}content-length: 15\r\n\r\n`)
  await new Promise((done) => setTimeout(done, 50))
  let ended = 0
  for (let i = 0; i < 600; i++) {
    const { closed } = open(i % 2 ? 'POST /telegram HTTP/1.1\r\nx-a: ' : '')
    void closed.then(() => ended++)
  }
  expect(await post('{"update_id":1}')).toBe(200)
  await expect.poll(() => ended).toBeGreaterThan(300)
  patient.socket.write('{"update_id":2}')
  await expect.poll(patient.answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(seen).toEqual([1, 2])
})

it('waits only so long for the head of a request, and for its body', async () => {
  const { open } = await aWebhook({
    headersTimeout: 300,
    requestTimeout: 600,
    connectionsCheckingInterval: 50,
  })
  const head = 'POST /telegram HTTP/1.1\r\n'
  const answers = await Promise.all([
    open('').closed,
    open(`${head}x-a: `).closed,
    open(`${head}host: x\r\n${proof}content-length: 15\r\n\r\n{`).closed,
    open(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\n`).closed,
  ])
  const late = expect.stringMatching(/^(HTTP\/1\.1 408 |$)/)
  expect(answers).toEqual([late, late, late, expect.stringMatching(/^(HTTP\/1\.1 431 |$)/)])
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
