import dns from 'node:dns/promises'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { addressRule, guardedAgent } from '../../src/fetching/guard.ts'
import { createFetch } from '../../src/fetching/http.ts'
import { createLookup, type LookupOptions } from '../../src/fetching/lookup.ts'
import { type DnsAnswer, startDnsServer } from '../helpers/dns-server.ts'
import { inWords } from '../helpers/in-words.ts'
import { startWebServer } from '../helpers/web-server.ts'

/** Looks names up on a server of the test's own. */
async function aLookup(answer: (name: string) => DnsAnswer, options: LookupOptions = {}) {
  const { address, asked } = await startDnsServer(answer)
  const lookup = createLookup({ servers: [address], ...options })
  const codeOf = (host: string) =>
    lookup(host).then(
      () => null,
      (error) => error.code,
    )
  return { lookup, codeOf, asked }
}

it('gives the addresses of a name, and asks for it once', async () => {
  const { lookup, asked } = await aLookup(() => ['192.0.2.1', '192.0.2.2'])
  const expected = ['192.0.2.1', '192.0.2.2'].map((address) => ({ address, family: 4 }))
  const both = await Promise.all([lookup('news.example'), lookup('NEWS.example.')])
  expect([...both, await lookup('news.example')]).toEqual([expected, expected, expected])
  expect(asked).toEqual(['news.example'])
})

it('remembers a name that is not there, and one that has no answer', async () => {
  const unanswered = (name: string) => (name === 'dumb.example' ? null : 'none')
  const { codeOf, asked } = await aLookup(unanswered, { timeoutMs: 300 })
  for (let i = 0; i < 3; i++) expect(await codeOf('gone.example')).toBe('ENOTFOUND')
  for (let i = 0; i < 3; i++) expect(await codeOf('dumb.example')).toBe('EAI_AGAIN')
  expect(new Set(asked)).toEqual(new Set(['gone.example', 'dumb.example']))
  expect(asked.filter((name) => name === 'gone.example')).toHaveLength(1)
})

it('leaves a domain alone whose servers do not answer, and no other', async () => {
  const unanswered = (name: string) => (name.endsWith('.evil.example') ? null : ['192.0.2.1'])
  const { lookup, codeOf, asked } = await aLookup(unanswered, { timeoutMs: 200 })
  const start = performance.now()
  for (let i = 0; i < 50; i++) expect(await codeOf(`h${i}.evil.example`)).toBe('EAI_AGAIN')
  expect(performance.now() - start).toBeLessThan(2000)
  expect(new Set(asked).size).toBe(2)
  expect(await lookup('news.example')).toHaveLength(1)
})

it('counts the waiting for its turn, and asks for no more names at once than it may', async () => {
  const { codeOf, asked } = await aLookup(() => null, { timeoutMs: 300 })
  const start = performance.now()
  await Promise.all(Array.from({ length: 500 }, (_, i) => codeOf(`h.evil-${i}.example`)))
  expect(performance.now() - start).toBeLessThan(2000)
  expect(new Set(asked).size).toBe(64)
})

it('does not keep waiting what the bot itself looks up', async () => {
  const { codeOf } = await aLookup(() => null, { timeoutMs: 3000 })
  const foreign = Array.from({ length: 300 }, (_, i) => codeOf(`h.evil-${i}.example`))
  const start = performance.now()
  await dns.lookup('localhost')
  expect(performance.now() - start).toBeLessThan(500)
  expect(new Set(await Promise.all(foreign))).toEqual(new Set(['EAI_AGAIN']))
})

it('knows the file of hosts and localhost, and asks nobody for them', async () => {
  const hosts = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'hosts')
  writeFileSync(hosts, '# names\n192.0.2.7  News.intranet archive # both\n2001:db8::7 archive\n')
  const { lookup, asked } = await aLookup(() => 'none', { hosts })
  expect(await lookup('news.intranet')).toEqual([{ address: '192.0.2.7', family: 4 }])
  expect(await lookup('archive')).toHaveLength(2)
  expect(await lookup('localhost')).toContainEqual({ address: '127.0.0.1', family: 4 })
  expect(await lookup('blog.localhost')).toContainEqual({ address: '::1', family: 6 })
  expect(asked).toEqual([])
})

it("asks the system for an admin's names, one at a time", async () => {
  let open = 0
  let most = 0
  const system = async () => {
    most = Math.max(most, ++open)
    await new Promise((done) => setTimeout(done, 20))
    open--
    return [{ address: '10.0.0.1', family: 4 }]
  }
  const systemNames = ['rss-bridge', 'wiki.local']
  const { lookup, asked } = await aLookup(() => 'none', { systemNames, system })
  await Promise.all(systemNames.map(lookup))
  expect(most).toBe(1)
  expect(asked).toEqual([])
})

it('asks the system where no name server can be asked', async () => {
  const system = async () => [{ address: '192.0.2.9', family: 4 }]
  const lookup = createLookup({ servers: ['127.0.0.1:1'], system })
  expect(await lookup('news.example')).toEqual([{ address: '192.0.2.9', family: 4 }])
})

it('is asked by the guard, which judges what it gave', async () => {
  const web = await startWebServer()
  web.answer('/rss', '<rss/>')
  const { lookup } = await aLookup((name) => (name === 'news.example' ? ['127.0.0.1'] : 'none'))
  const { port } = new URL(web.origin)
  const fetchWith = (allowed: string[]) =>
    createFetch(guardedAgent(addressRule(allowed), { lookup }), {
      maxBytes: 1000,
      timeoutMs: 2000,
    })(`http://news.example:${port}/rss`)
  expect(await fetchWith(['news.example'])).toMatchObject({ kind: 'body' })
  expect(inWords(await fetchWith([]))).toMatchObject({ reason: expect.stringContaining('private') })
})
