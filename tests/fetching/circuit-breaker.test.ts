import { expect, it } from 'vitest'
import { TooSlowError } from '../../src/fetching/body.ts'
import { circuitBreaker } from '../../src/fetching/circuit-breaker.ts'
import { isSilence } from '../../src/fetching/fetch-failure.ts'

/** A server that is asked through a breaker whose clock the test moves. */
function aServer() {
  let now = 0
  let asked = 0
  const ask = circuitBreaker(isSilence, () => now)
  return {
    wait: (ms: number) => {
      now += ms
    },
    /** Whether it was really asked. */
    async asks(code: string | null, host = 'a.example') {
      const before = asked
      await ask(host, async () => {
        asked++
        if (code) throw Object.assign(new Error('no'), { code })
      }).catch(() => {})
      return asked > before
    },
  }
}

it('leaves a server alone for a minute that twice in a row did not answer', async () => {
  const { asks, wait } = aServer()
  expect(await asks('UND_ERR_HEADERS_TIMEOUT')).toBe(true)
  expect(await asks('ETIMEDOUT')).toBe(true)
  expect(await asks(null)).toBe(false)
  expect(await asks(null, 'b.example')).toBe(true)
  wait(60_000)
  expect(await asks('ETIMEDOUT')).toBe(true)
  expect(await asks(null)).toBe(false)
  wait(60_000)
  expect(await asks(null)).toBe(true)
  expect(await asks('ETIMEDOUT')).toBe(true)
  expect(await asks(null)).toBe(true)
})

it('goes on asking one that answers, however badly', async () => {
  const { asks } = aServer()
  for (let i = 0; i < 5; i++) expect(await asks('ECONNRESET')).toBe(true)
  expect(await asks(null)).toBe(true)
})

it('does not blame a server for time that others took', async () => {
  let now = 0
  const ask = circuitBreaker(isSilence, () => now)
  const asksFor = async (ms: number) => {
    let asked = false
    await ask('a.example', async () => {
      asked = true
      now += ms
      throw new DOMException('out of time', 'TimeoutError')
    }).catch(() => {})
    return asked
  }
  // Another server redirects here when the time is nearly over.
  for (let i = 0; i < 3; i++) expect(await asksFor(100)).toBe(true)
  for (let i = 0; i < 2; i++) expect(await asksFor(20_000)).toBe(true)
  expect(await asksFor(100)).toBe(false)
})

it('counts a body that trickles', async () => {
  const ask = circuitBreaker(isSilence)
  const slow = new TooSlowError({ code: 'body-too-slow' })
  for (let i = 0; i < 2; i++) await ask('a.example', () => Promise.reject(slow)).catch(() => {})
  await expect(ask('a.example', async () => 'an answer')).rejects.toBe(slow)
})

it('throws what came the last time', async () => {
  const ask = circuitBreaker(isSilence)
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  for (let i = 0; i < 2; i++) await ask('a.example', () => Promise.reject(refused)).catch(() => {})
  await expect(ask('a.example', async () => 'an answer')).rejects.toBe(refused)
})

it('lets others run while it refuses', async () => {
  const { asks } = aServer()
  for (let i = 0; i < 2; i++) await asks('ETIMEDOUT')
  let turns = 0
  const count = setInterval(() => turns++, 0)
  for (let i = 0; i < 200; i++) await asks(null)
  clearInterval(count)
  expect(turns).toBeGreaterThan(0)
})
