import { type Reason, reasonCodes } from '../../src/domain/reason.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { reasonWords } from '../../src/i18n/reason-words.ts'

const t = translateInto(createI18n(), 'en')
const codes = new Set<unknown>(reasonCodes)

/** The same value with every reason in it as people are told it. */
export function inWords(value: unknown): unknown {
  if (isReason(value)) return reasonWords(value, t)
  if (Array.isArray(value)) return value.map(inWords)
  if (Object.prototype.toString.call(value) !== '[object Object]' || Buffer.isBuffer(value)) {
    return value
  }
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, each]) => [name, inWords(each)]),
  )
}

function isReason(value: unknown): value is Reason {
  return typeof value === 'object' && value !== null && 'code' in value && codes.has(value.code)
}
