import { createServer } from 'node:http'
import { deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addressRule, guardedAgent } from '../../src/fetching/guard.ts'
import { createFetch, type FetchLimits } from '../../src/fetching/http.ts'
import { createLookup } from '../../src/fetching/lookup.ts'
import { inWords } from '../helpers/in-words.ts'
import { startWebServer } from '../helpers/web-server.ts'

const feed = `<rss><channel>${'<item/>'.repeat(50)}</channel></rss>`

function fetchWith(limits: Partial<FetchLimits> = {}, allowed = ['127.0.0.1']) {
  const agent = guardedAgent(addressRule(allowed), { lookup: createLookup() })
  onTestFinished(() => agent.destroy())
  return createFetch(agent, { maxBytes: 100_000, timeoutMs: 2000, ...limits })
}

describe('fetching', () => {
  it('gives the bytes, the type and the validators', async () => {
    const web = await startWebServer()
    web.answer('/feed', (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/xml', etag: '"1"', 'last-modified': 'yesterday' })
        .end('<rss/>'),
    )
    expect(await fetchWith()(`${web.origin}/feed`)).toEqual({
      kind: 'body',
      url: `${web.origin}/feed`,
      movedTo: null,
      maxAgeSeconds: null,
      contentType: 'text/xml',
      bytes: Buffer.from('<rss/>'),
      validators: { etag: '"1"', lastModified: 'yesterday' },
    })
  })

  it('asks only for what changed', async () => {
    const web = await startWebServer()
    web.answer('/feed', (request, response) => {
      const known = request.headers['if-none-match'] === '"1"'
      response.writeHead(known ? 304 : 200).end()
    })
    const known = { etag: '"1"', lastModified: null }
    expect(await fetchWith()(`${web.origin}/feed`, known)).toMatchObject({ kind: 'not-modified' })
  })

  it.each([
    ['gzip', gzipSync('<rss/>')],
    ['zstd', zstdCompressSync('<rss/>')],
    ['deflate', deflateSync('<rss/>')],
    ['deflate', deflateRawSync('<rss/>')],
    ['none', Buffer.from('<rss/>')],
  ])('reads what is packed with %s', async (encoding, packed) => {
    const web = await startWebServer()
    web.answer('/feed', (_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(packed),
    )
    const outcome = await fetchWith()(`${web.origin}/feed`)
    expect(outcome).toMatchObject({ kind: 'body', bytes: Buffer.from('<rss/>') })
  })

  it.each([
    ['plain, named gzip', 'gzip', Buffer.from(feed)],
    ['plain, named br', 'br', Buffer.from(feed)],
    ['gzip, named deflate', 'deflate', gzipSync(feed)],
    ['gzip, named by nobody', '', gzipSync(feed)],
    ['zstd, named by nobody', '', zstdCompressSync(feed)],
    ['gzip twice, named once', 'gzip', gzipSync(gzipSync(feed))],
    ['gzip with more behind it', 'gzip', Buffer.concat([gzipSync(feed), Buffer.from('\n--')])],
    ['gzip without its end', 'gzip', gzipSync(feed).subarray(0, -8)],
    ['deflate without its end', 'deflate', deflateSync(feed).subarray(0, -4)],
    ['a charset for a packing', 'ISO-8859-1', Buffer.from(feed)],
  ])('reads a body that is %s', async (_what, encoding, body) => {
    const web = await startWebServer()
    web.answer('/feed', (_request, response) =>
      response.writeHead(200, encoding ? { 'content-encoding': encoding } : {}).end(body),
    )
    const outcome = await fetchWith()(`${web.origin}/feed`)
    expect(outcome.kind === 'body' && outcome.bytes.toString()).toBe(feed)
  })

  it('reads 203 as 200, and hands on what Link headers say', async () => {
    const web = await startWebServer()
    const link = '</feed>; rel="alternate"'
    web.answer('/page', (_request, response) => response.writeHead(203, { link }).end('<html>'))
    expect(await fetchWith()(`${web.origin}/page`)).toMatchObject({ kind: 'body', links: link })
  })

  it('sends a cookie back within its chain of redirects, and never again', async () => {
    const web = await startWebServer()
    const seen: (string | undefined)[] = []
    web.answer('/feed', ({ headers }, response) => {
      seen.push(headers.cookie)
      if (headers.cookie === 'ok=1') response.end(feed)
      else {
        const cookies = ['ok=1; Path=/', 'other=2; Domain=example.com', 'old=3; Max-Age=0']
        response.writeHead(302, { location: '/feed', 'set-cookie': cookies }).end()
      }
    })
    const fetch = fetchWith()
    for (const _ of [1, 2]) {
      expect(await fetch(`${web.origin}/feed`)).toMatchObject({ kind: 'body' })
    }
    expect(seen).toEqual([undefined, 'ok=1', undefined, 'ok=1'])
  })

  it('stops at its limit of unpacked bytes', async () => {
    const web = await startWebServer()
    web.answer('/bomb', (_request, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(20_000_000))),
    )
    const outcome = await fetchWith()(`${web.origin}/bomb`)
    expect(inWords(outcome)).toEqual({ kind: 'failed', reason: 'it is larger than 100000 bytes' })
  })

  it('stops waiting for a server that trickles', async () => {
    const web = await startWebServer()
    web.answer('/slow', (_request, response) => {
      const timer = setInterval(() => response.write('x'), 50)
      response.once('close', () => clearInterval(timer))
    })
    const outcome = await fetchWith({ timeoutMs: 300 })(`${web.origin}/slow`)
    expect(inWords(outcome)).toEqual({
      kind: 'failed',
      reason: 'it did not answer within 0.3 seconds',
    })
  })

  it('follows redirects to where they lead, and no loop', async () => {
    const web = await startWebServer()
    web.answer('/old', (_q, response) => response.writeHead(301, { location: '/new' }).end())
    web.answer('/new', '<rss/>')
    web.answer('/ukrainian', (_q, response) =>
      response.writeHead(302, { location: Buffer.from('/новини').toString('latin1') }).end(),
    )
    web.answer(encodeURI('/новини'), '<rss/>')
    web.answer('/loop', (_q, response) => response.writeHead(302, { location: '/loop' }).end())
    const fetch = fetchWith()
    expect(await fetch(`${web.origin}/old`)).toMatchObject({ url: `${web.origin}/new` })
    const named = `${web.origin}${encodeURI('/новини')}`
    expect(await fetch(`${web.origin}/ukrainian`)).toMatchObject({ kind: 'body', url: named })
    expect(inWords(await fetch(`${web.origin}/loop`))).toEqual({
      kind: 'failed',
      reason: 'it redirected more than 5 times',
    })
  })

  it('says in plain words why it failed', async () => {
    const web = await startWebServer()
    const fetch = fetchWith()
    const reason = async (url: string) => {
      const outcome = await fetch(url)
      return inWords('reason' in outcome ? outcome.reason : outcome.kind)
    }
    expect(await reason(`${web.origin}/missing`)).toBe('there is nothing at this address (404)')
    expect(await reason('ftp://news.example/')).toMatch(/only http and https/)
    expect(await reason('http://a:b@news.example/')).toMatch(/user name/)
    await web.close()
    expect(await reason(`${web.origin}/feed`)).toBe('the server refused the connection')
  })
})

describe('the guard', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::7f00:1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00::1]/',
    'http://0.0.0.0/',
  ])('refuses %s', async (url) => {
    const outcome = await fetchWith({}, [])(url)
    expect(inWords(outcome)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('private or reserved address'),
    })
  })

  it('refuses a redirect to a private address, and does not reach it', async () => {
    const inside = await startWebServer()
    const outside = await startWebServer()
    inside.answer('/secret', 'secret')
    outside.answer('/', (_q, response) =>
      response.writeHead(302, { location: `${inside.origin}/secret` }).end(),
    )
    const allowed = [new URL(outside.origin).host]
    const outcome = await fetchWith({}, allowed)(`${outside.origin}/`)
    expect(inWords(outcome)).toMatchObject({ kind: 'failed' })
    expect(inside.requests).toEqual([])
  })

  it('allows an IPv6 address with its port, as an address is written', async () => {
    const server = createServer((_request, response) => response.end('<rss/>'))
    await new Promise<void>((done) => server.listen(0, '::1', done))
    onTestFinished(() => {
      server.close()
    })
    const address = server.address()
    const host = `[::1]:${typeof address === 'object' ? address?.port : ''}`
    expect(await fetchWith({}, [host])(`http://${host}/`)).toMatchObject({ kind: 'body' })
  })

  it('allows what is named: a host, a host with its port, an address, a range', () => {
    expect(addressRule(['10.0.0.0/8'])('10.1.2.3', 'intranet.example', 80)).toBeNull()
    expect(addressRule(['intranet.example'])('10.1.2.3', 'intranet.example', 80)).toBeNull()
    expect(addressRule(['127.0.0.1:8081'])('127.0.0.1', '127.0.0.1', 8081)).toBeNull()
    expect(inWords(addressRule(['127.0.0.1:8081'])('127.0.0.1', '127.0.0.1', 8080))).toMatch(
      /private/,
    )
    expect(addressRule(['Intranet.Example:80'])('10.1.2.3', 'intranet.example', 80)).toBeNull()
    expect(addressRule(['[::1]:8080'])('::1', '::1', 8080)).toBeNull()
    expect(inWords(addressRule(['[::1]:8080'])('::1', '::1', 8081))).toMatch(/private/)
    expect(addressRule(['[0:0::1]'])('::1', 'intranet.example', 80)).toBeNull()
    expect(addressRule([])('93.184.215.14', 'news.example', 443)).toBeNull()
    expect(inWords(addressRule([])('93.184.215.14', 'news.example', 22))).toMatch(/port 22/)
    expect(addressRule(['news.example:9090'])('93.184.215.14', 'news.example', 9090)).toBeNull()
  })
})
