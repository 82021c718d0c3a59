import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer, isIP, type Socket } from 'node:net'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { addressRule, type GuardOptions, guardedAgent } from '../../src/fetching/guard.ts'
import { createFetch, type FetchLimits } from '../../src/fetching/http.ts'
import { createLookup, type Lookup } from '../../src/fetching/lookup.ts'
import { inWords } from '../helpers/in-words.ts'
import { startWebServer } from '../helpers/web-server.ts'

const megabyte = 1024 * 1024
const fixture = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '../fixtures/tls', name), 'utf8')

function anAgent(allowed: string[], options: Partial<GuardOptions> = {}) {
  const agent = guardedAgent(addressRule(allowed), {
    lookup: createLookup(),
    maxHeaderSize: 32 * 1024,
    ...options,
  })
  onTestFinished(() => agent.destroy())
  return agent
}

function fetchWith(
  allowed: string[],
  options: Partial<GuardOptions> = {},
  limits: Partial<FetchLimits> = {},
) {
  return createFetch(anAgent(allowed, options), {
    maxBytes: 10 * megabyte,
    timeoutMs: 1500,
    ...limits,
  })
}

/** A server that speaks raw bytes; `connections` are those it has seen. */
async function aRawServer(talk: (socket: Socket) => void) {
  const connections: Socket[] = []
  const server = createServer((socket) => {
    connections.push(socket)
    socket.on('error', () => {})
    socket.once('data', () => talk(socket))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    for (const socket of connections) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, port, connections }
}

/** Sends the block again and again, as fast as it is taken. */
function pour(socket: Socket, block: Buffer) {
  const send = () => {
    while (socket.writable && socket.write(block));
  }
  socket.on('drain', send)
  send()
}

/** A resolver that gives these answers, one list for each question in turn. */
function answering(...answers: string[][]): Lookup {
  return async () => {
    const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? []
    return addresses.map((address) => ({ address, family: isIP(address) }))
  }
}

// Whatever comes, the bot must be able to answer meanwhile.
const delay = monitorEventLoopDelay({ resolution: 5 })
beforeEach(() => {
  delay.reset()
  delay.enable()
})
afterEach(() => {
  delay.disable()
  expect(delay.max / 1e6).toBeLessThan(200)
})

describe('an address that must not be reached', () => {
  it.each([
    'http://127.8.8.8/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://１２７.０.０.１/',
    'http://①②⑦.⓪.⓪.①/',
    'http://[::]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fec0::1]/',
    'http://[fe80::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://100.64.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://192.0.0.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://169.254.169.254/latest/meta-data/',
  ])('is refused: %s', async (url) => {
    const reason = expect.stringContaining('private or reserved address')
    expect(inWords(await fetchWith([])(url))).toEqual({ kind: 'failed', reason })
  })

  it('is refused by its port', async () => {
    const fetch = fetchWith([], { lookup: answering(['93.184.215.14']) })
    expect(inWords(await fetch('http://news.example:22/'))).toEqual({
      kind: 'failed',
      reason: 'port 22 is no usual port of a web server; it is not read',
    })
  })

  it('is refused with a user name in it', async () => {
    const outcome = await fetchWith([])('http://news.example@127.0.0.1/')
    expect(inWords(outcome)).toMatchObject({ reason: expect.stringContaining('user name') })
  })

  it('is not dialled when a name has public and private addresses', async () => {
    const inside = await aRawServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nsecret'))
    const lookup = answering(['127.0.0.1', '93.184.215.14'])
    const outcome = await fetchWith([], { lookup })(`http://news.example:${inside.port}/`)
    expect(inWords(outcome)).toMatchObject({ kind: 'failed' })
    expect(inside.connections).toEqual([])
  })

  it('is not dialled when a name changes its answer', async () => {
    const inside = await aRawServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nsecret'))
    const lookup = answering(['93.184.215.14'], ['127.0.0.1'])
    const fetch = fetchWith([`news.example:1`], { lookup })
    for (let i = 0; i < 3; i++) {
      expect(inWords(await fetch(`http://news.example:${inside.port}/`))).toMatchObject({
        kind: 'failed',
      })
    }
    expect(inside.connections).toEqual([])
  })

  it.each([
    ['http://127.0.0.2:1/', 'private or reserved'],
    ['file:///etc/passwd', 'only http and https'],
    ['//[::1]/', 'private or reserved'],
    ['http://a:b@127.0.0.1/', 'user name'],
  ])('is not followed to: %s', async (location, reason) => {
    const web = await startWebServer()
    web.answer('/', (_q, response) => response.writeHead(302, { location }).end())
    const outcome = await fetchWith([new URL(web.origin).host])(`${web.origin}/`)
    expect(inWords(outcome)).toEqual({ kind: 'failed', reason: expect.stringContaining(reason) })
  })

  it('is not followed from https to http', async () => {
    const web = await startWebServer()
    const server = createTlsServer(
      { key: fixture('key.pem'), cert: fixture('cert.pem') },
      (_request, response) => response.writeHead(301, { location: `${web.origin}/` }).end(),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    const fetch = fetchWith(['127.0.0.1'], { ca: fixture('cert.pem') })
    expect(inWords(await fetch(`https://127.0.0.1:${port}/`))).toEqual({
      kind: 'failed',
      reason: `it leads from https to ${web.origin}/, which is not safe`,
    })
    expect(web.requests).toEqual([])
    const untrusted = await fetchWith(['127.0.0.1'])(`https://127.0.0.1:${port}/`)
    expect(inWords(untrusted)).toMatchObject({ reason: expect.stringContaining('certificate') })
  })
})

describe('an answer that would never end', () => {
  const zeros = Buffer.alloc(100 * megabyte)
  it.each([
    ['gzip', gzipSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['zstd', zstdCompressSync(zeros)],
  ])('is left when it unpacks to too much: %s', async (encoding, bomb) => {
    delay.reset()
    const web = await startWebServer()
    web.answer('/', (_q, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    )
    const before = process.memoryUsage().rss
    expect(inWords(await fetchWith(['127.0.0.1'])(`${web.origin}/`))).toEqual({
      kind: 'failed',
      reason: 'it is larger than 10485760 bytes',
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(90 * megabyte)
  })

  it('is left when it is packed many times over', async () => {
    const web = await startWebServer()
    web.answer('/', (_q, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' })
        .end(gzipSync(gzipSync(gzipSync('<rss/>')))),
    )
    expect(inWords(await fetchWith(['127.0.0.1'])(`${web.origin}/`))).toEqual({
      kind: 'failed',
      reason: 'it is packed as "gzip, gzip, gzip", which is not read',
    })
  })

  it('is left when its length was a lie', async () => {
    const web = await aRawServer((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<rss/>'),
    )
    const outcome = await fetchWith(['127.0.0.1'])(`${web.origin}/`)
    expect(inWords(outcome)).toEqual({
      kind: 'failed',
      reason: 'the server broke the connection off',
    })
  })

  it('is left when it sends without end', async () => {
    const chunk = Buffer.alloc(64 * 1024, 'x')
    const web = await aRawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      pour(socket, chunk)
    })
    expect(inWords(await fetchWith(['127.0.0.1'])(`${web.origin}/`))).toEqual({
      kind: 'failed',
      reason: 'it is larger than 10485760 bytes',
    })
  })

  const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'
  it.each([
    ['chunks of one byte', chunked, '1\r\nx\r\n'],
    ['extensions of chunks', chunked, `1;${'e'.repeat(8000)}\r\nx\r\n`],
    ['one extension', `${chunked}1;`, 'e'],
    ['early hints', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('is left when it is nearly all framing: %s', async (_what, start, framing) => {
    const block = Buffer.from(framing.repeat(Math.ceil(65_536 / framing.length)))
    const web = await aRawServer((socket) => {
      socket.write(start)
      pour(socket, block)
    })
    const before = process.memoryUsage().rss
    expect(inWords(await fetchWith(['127.0.0.1'])(`${web.origin}/`))).toEqual({
      kind: 'failed',
      reason: 'the server sends far more than its answer holds',
    })
    expect(web.connections[0]?.bytesWritten).toBeLessThan(20 * megabyte)
    expect(process.memoryUsage().rss - before).toBeLessThan(90 * megabyte)
  })

  it('is left when it goes on after its end', async () => {
    const web = await aRawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<rss/>')
      pour(socket, Buffer.from('\r\n'.repeat(32_768)))
    })
    expect(await fetchWith(['127.0.0.1'])(`${web.origin}/`)).toMatchObject({ kind: 'body' })
    await expect.poll(() => web.connections[0]?.destroyed, { timeout: 1000 }).toBe(true)
  })

  it('is left soon when its body trickles', async () => {
    const web = await aRawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const timer = setInterval(() => socket.write('x'), 50)
      socket.once('close', () => clearInterval(timer))
    })
    const fetch = fetchWith(['127.0.0.1'], {}, { slowAfterMs: 300 })
    expect(inWords(await fetch(`${web.origin}/`))).toEqual({
      kind: 'failed',
      reason: 'the server sends it too slowly',
    })
  })

  it('does not keep waiting what waits for a connection', async () => {
    const web = await aRawServer(() => {})
    const agent = anAgent(['127.0.0.1'], { connections: 2 })
    const patient = createFetch(agent, { maxBytes: megabyte, timeoutMs: 60_000 })
    for (let i = 0; i < 2; i++) patient(`${web.origin}/${i}`)
    const hurried = createFetch(agent, { maxBytes: megabyte, timeoutMs: 200 })
    const start = performance.now()
    expect(inWords(await hurried(`${web.origin}/2`))).toEqual({
      kind: 'failed',
      reason: 'it did not answer within 0.2 seconds',
    })
    expect(performance.now() - start).toBeLessThan(1500)
  })

  it.each([
    ['headers', 'HTTP/1.1 200 OK\r\nx-slow: '],
    ['body', 'HTTP/1.1 200 OK\r\n\r\n'],
  ])('is left when its %s come byte by byte', async (_part, start) => {
    const web = await aRawServer((socket) => {
      socket.write(start)
      const timer = setInterval(() => socket.write('x'), 100)
      socket.once('close', () => clearInterval(timer))
    })
    expect(inWords(await fetchWith(['127.0.0.1'])(`${web.origin}/`))).toEqual({
      kind: 'failed',
      reason: 'it did not answer within 1.5 seconds',
    })
  })

  it('is left when its headers are a flood', async () => {
    const web = await aRawServer((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n${'x-flood: 0123456789\r\n'.repeat(10_000)}\r\n<rss/>`),
    )
    expect(inWords(await fetchWith(['127.0.0.1'])(`${web.origin}/`))).toEqual({
      kind: 'failed',
      reason: "the server's headers are too long",
    })
  })
})

describe('what a server claims of time', () => {
  it.each([
    ['-5', null],
    ['soon', null],
    ['120', 120],
    ['99999999999999', 99999999999999],
    ['Fri, 14 Jun 2024 12:00:00 GMT', 0],
  ])('Retry-After %s', async (value, seconds) => {
    const web = await startWebServer()
    web.answer('/', (_q, response) => response.writeHead(429, { 'retry-after': value }).end())
    const outcome = await fetchWith(['127.0.0.1'])(`${web.origin}/`)
    expect(inWords(outcome)).toMatchObject({ kind: 'busy', retryAfterSeconds: seconds })
  })

  it('Retry-After as a date', async () => {
    const web = await startWebServer()
    web.answer('/', (_q, response) => {
      const inAnHour = new Date(Date.now() + 3_600_000).toUTCString()
      response.writeHead(503, { 'retry-after': inAnHour }).end()
    })
    const outcome = await fetchWith(['127.0.0.1'])(`${web.origin}/`)
    const seconds = outcome.kind === 'busy' ? outcome.retryAfterSeconds : null
    expect(seconds).toBeGreaterThan(3590)
    expect(seconds).toBeLessThanOrEqual(3600)
  })

  it('keeps no validator that could not be sent back', async () => {
    const web = await aRawServer((socket) =>
      socket.end('HTTP/1.1 200 OK\r\netag: "a\x01b"\r\ncontent-length: 6\r\n\r\n<rss/>'),
    )
    const outcome = await fetchWith(['127.0.0.1'])(`${web.origin}/`)
    expect(outcome.kind === 'body' ? outcome.validators.etag : null).toBeNull()
  })
})
