/** What reasons can say; each code names its words, `reason-CODE` in locales. */
export const reasonCodes = [
  // Words that come from elsewhere: of a library, or of a row that an older version wrote.
  'text',

  // Why no digest came at a slot, or not as usual.
  'paused',
  'merged-into-next',
  'nothing-new',
  'not-composed',
  'caught-up',
  'answered-by-start',

  // Why a digest could not be sent.
  'telegram-says',
  'telegram-silent',
  'telegram-timeout',
  'telegram-unreadable',
  'stopped-before-answer',
  'unclear-twice',
  'nothing-sendable',

  // Why a subscription ended.
  'stopped-by-reader',
  'bot-blocked',
  'bot-removed',
  'bot-left',
  'bot-muted',
  'bot-no-poster',
  'chat-merged',
  'chat-unreadable',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/**
 * Why something is as it is: a code, and the values that it speaks of, which may be reasons
 * themselves. It becomes words where people see it (i18n/reason-words.ts).
 */
export type Reason = {
  readonly code: ReasonCode
  readonly [value: string]: string | number | Reason
}

/** A reason as a column holds it. One without values is always written the same, so SQL can compare it. */
export function encodeReason(reason: Reason): string {
  return JSON.stringify(reason)
}

/** Reads a column; anything but an encoded reason is the prose that older versions wrote. */
export function parseReason(column: string): Reason {
  try {
    const value: unknown = JSON.parse(column)
    if (isReason(value)) return value
  } catch {
    // Prose is no JSON.
  }
  return { code: 'text', text: column }
}

/** Deeper than any that is made; a column may hold anything. */
const maxDepth = 5
const codes = new Set<unknown>(reasonCodes)

function isReason(value: unknown, depth = 0): value is Reason {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return false
  if (!('code' in value) || !codes.has(value.code)) return false
  return Object.values(value).every(
    (each) => typeof each === 'string' || typeof each === 'number' || isReason(each, depth + 1),
  )
}
