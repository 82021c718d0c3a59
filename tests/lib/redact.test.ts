import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRedact } from '../../src/lib/redact.ts'

const key = 'sk-proj-only_this+test/knows~0123456789'
const redact = createRedact([key])
const base64 = (text: string) => Buffer.from(text).toString('base64')

it.each([
  ['as it is', `Incorrect API key: ${key}.`],
  ['cut short at its end', `Incorrect API key: ${key.slice(0, 14)}...`],
  ['cut short at its begin', `Incorrect API key: ...${key.slice(-12)}`],
  ['a piece of it', `no "${key.slice(9, 19)}"`],
  ['in capitals', `Key ${key.toUpperCase()}`],
  ['escaped', `/v1?key=${encodeURIComponent(key)}`],
  ['base64', base64(key)],
  ['base64 of more', base64(`Bearer ${key}`)],
  ['base64 of user and key', base64(`a:${key}`)],
  ['base64 in JSON', base64(JSON.stringify({ k: key }))],
  ['base64 cut short', base64(`Bearer ${key}`).slice(0, 30)],
  ['base64 for addresses', Buffer.from(`x${key}`).toString('base64url')],
])('takes a secret out of words: %s', (_how, words) => {
  const said = redact(words)
  expect(said).toContain('<secret>')
  for (const form of [key, key.toUpperCase(), encodeURIComponent(key), words.slice(-20)]) {
    for (let i = 0; i + 8 <= form.length; i++) {
      if (key.toLowerCase().includes(form.slice(i, i + 8).toLowerCase())) {
        expect(said).not.toContain(form.slice(i, i + 8))
      }
    }
  }
})

it('leaves no eight letters of a secret in a row, wherever it stands', () => {
  const secret = fc.string({ minLength: 8, maxLength: 60 })
  const around = fc.string({ maxLength: 30 })
  fc.assert(
    fc.property(secret, around, around, fc.nat(3), (secret, before, after, cut) => {
      const said = createRedact([secret])(before + secret.slice(cut) + after)
      const rest = said.replaceAll('<secret>', '\u0000')
      for (let i = cut; i + 8 <= secret.length; i++) {
        expect(rest).not.toContain(secret.slice(i, i + 8))
      }
    }),
  )
})

it('leaves other words as they are', () => {
  const words =
    'The model "small" does not exist; see https://docs.example/errors?code=12:30 at 07:30.'
  expect(redact(words)).toBe(words)
  expect(createRedact([])('{"time":1732550000000,"feed":12,"reason":"it answered 404"}')).toContain(
    '"time":1732550000000,"feed":12',
  )
})

it('knows a bot token by its look, also cut short, and without its number', () => {
  const plain = createRedact([])
  for (const token of [
    '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
    '123456789:AAHdqTcvCH',
    '123456789%3AAAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
    'AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawX',
  ]) {
    expect(plain(`unknown command '${token}'`)).toBe("unknown command '<token>'")
  }
})

it('masks users and passwords in addresses, in linear time', () => {
  const plain = createRedact([])
  expect(plain('GET https://me:p@ss@bot.example/bot1 failed')).toBe(
    'GET https://…@bot.example/bot1 failed',
  )
  const began = performance.now()
  plain('//a'.repeat(100_000))
  plain('a:'.repeat(100_000))
  plain('1'.repeat(100_000))
  plain('123456:'.repeat(50_000))
  expect(performance.now() - began).toBeLessThan(1000)
})
