import type { MessageEntity } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { type FormattedText, parseHtml } from './html.ts'

/** https://core.telegram.org/bots/api#sendmessage: 1-4096 characters after entities parsing. */
const maxUnits = 4096
const maxRawBytes = 32_768
/** Past this number Telegram silently drops formatting. */
const maxEntities = 100

export type TextParams = {
  text: string
  parse_mode?: string | undefined
  entities?: unknown
}

/** The text of a message as Telegram stores it: parsed, trimmed, checked, with found entities. */
export function readFormattedText({ text: raw, parse_mode, entities }: TextParams): FormattedText {
  if (Buffer.byteLength(raw) > maxRawBytes) throw badRequest('message is too long')
  const formatted = trim(parse(raw, parse_mode, entities))
  if (!formatted.text) throw badRequest('message text is empty')
  if (formatted.text.length > maxUnits) throw badRequest('message is too long')
  const all = [...formatted.entities, ...detectEntities(formatted)]
  all.sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text: formatted.text, entities: all.slice(0, maxEntities) }
}

function parse(text: string, mode: string | undefined, entities: unknown): FormattedText {
  switch (mode?.toLowerCase()) {
    case undefined:
    case '':
      return { text, entities: Array.isArray(entities) ? entities : [] }
    case 'html':
      return parseHtml(text)
    default:
      // Markdown is Telegram's too, but no sender here uses it: better refused than half read.
      throw badRequest('unsupported parse_mode')
  }
}

function trim({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length
  const end = Math.max(start, text.trimEnd().length)
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start)
    const to = Math.min(entity.offset + entity.length, end)
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : []
  })
  return { text: text.slice(start, end), entities: kept }
}

const patterns: [MessageEntity['type'], RegExp][] = [
  ['email', /[\w.+-]+@[\w-]+\.[a-z]{2,}/giu],
  [
    'url',
    /\b(?:https?:\/\/[^\s<>"']+|(?:[\w-]+\.)+(?:com|org|net|io|ua|uk|me|news|info)\b(?:\/[^\s<>"']*)?)/giu,
  ],
  ['bot_command', /(?<![\w/<>])\/[a-z][a-z0-9_]{0,31}(?:@\w+)?(?![\w/])/giu],
  ['mention', /(?<![\w/@])@[a-z]\w{3,31}\b/giu],
  ['hashtag', /(?<![\p{L}\p{N}_/#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/giu],
  ['cashtag', /(?<![\w$])\$[A-Z]{1,8}\b/gu],
]

/** What Telegram marks by itself, outside of links and code. */
export function detectEntities({ text, entities }: FormattedText): MessageEntity[] {
  const taken = entities.filter(({ type }) => /link|code|pre/.test(type))
  const found: MessageEntity[] = []
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const place = { offset: match.index, length: match[0].length }
      const clashes = [...taken, ...found].some(
        (other) =>
          place.offset < other.offset + other.length && other.offset < place.offset + place.length,
      )
      if (!clashes) found.push({ type, ...place } as MessageEntity)
    }
  }
  return found
}
