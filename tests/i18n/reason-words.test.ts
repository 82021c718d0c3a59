import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { encodeReason, parseReason, type Reason, reasonCodes } from '../../src/domain/reason.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { reasonWords } from '../../src/i18n/reason-words.ts'

const t = translateInto(createI18n(), 'en')

it('has words for every reason, and no others', () => {
  const locale = readFileSync(new URL('../../locales/en.ftl', import.meta.url), 'utf8')
  const keys = [...locale.matchAll(/^reason-([a-z\d-]+) =/gm)].map(([, code]) => code)
  expect(keys.toSorted()).toEqual(reasonCodes.toSorted())
})

it('keeps a reason in a column, and says it at the edge', () => {
  const sent: Reason = { code: 'telegram-silent', error: 'ECONNRESET' }
  const reason: Reason = { code: 'unclear-twice', reason: sent }
  expect(parseReason(encodeReason(reason))).toEqual(reason)
  expect(reasonWords(reason, t)).toBe(
    'no answer from Telegram (ECONNRESET), twice: it may have arrived',
  )
})

it.each([
  'the server answered 500',
  '',
  '{"code":"no such code"}',
  '{"code":"paused","why":null}',
  `${'{"code":"unclear-twice","reason":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  '[1]',
])('shows what an older version or a fault left in the column as it is: %.40s', (column) => {
  expect(reasonWords(parseReason(column), t)).toBe(column)
})
