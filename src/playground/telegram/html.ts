import type { MessageEntity } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { decodeCharacter } from './html-characters.ts'

export type FormattedText = { text: string; entities: MessageEntity[] }

type OpenTag = { name: string; argument: string; offset: number }

const tags: Record<string, MessageEntity['type']> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  blockquote: 'blockquote',
}

/**
 * Parses the Bot API's HTML style (https://core.telegram.org/bots/api#html-style) as Telegram's own
 * parser does (tdlib, MessageEntity.cpp): offsets in UTF-16 units, errors with byte offsets.
 */
export function parseHtml(html: string): FormattedText {
  const entities: MessageEntity[] = []
  const open: OpenTag[] = []
  let text = ''
  let i = 0
  while (i < html.length) {
    const character = html[i]
    if (character === '&') {
      const decoded = decodeCharacter(html, i)
      text += decoded?.character ?? '&'
      i = decoded?.end ?? i + 1
    } else if (character !== '<') {
      text += character
      i++
    } else if (html[i + 1] === '/') {
      const { name, end } = readEndTag(html, i, open)
      closeTag(name, text, open, entities)
      i = end
    } else {
      const { tag, end } = readStartTag(html, i)
      open.push({ ...tag, offset: text.length })
      i = end
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) throw refuse(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text, entities }
}

function readStartTag(html: string, begin: number) {
  const at = () => `at byte offset ${byteOffset(html, begin)}`
  let i = begin + 1
  while (i < html.length && !isSpace(html[i]) && html[i] !== '>') i++
  if (i >= html.length) throw refuse(`Unclosed start tag ${at()}`)
  const name = html.slice(begin + 1, i).toLowerCase()
  if (!(name in tags)) throw refuse(`Unsupported start tag "${name}" ${at()}`)

  let argument = ''
  for (;;) {
    while (isSpace(html[i])) i++
    if (i >= html.length) throw refuse(`Unclosed start tag "${name}" ${at()}`)
    if (html[i] === '>') break
    const attribute = readAttribute(html, i, name, at)
    argument = argumentOf(name, attribute) ?? argument
    i = attribute.end
  }
  if (name === 'span' && argument !== 'spoiler') {
    throw refuse(`Tag "span" must have class "tg-spoiler" ${at()}`)
  }
  if (name === 'tg-emoji' && !/^\d+$/.test(argument)) {
    throw refuse(`Tag "tg-emoji" must have attribute "emoji-id" ${at()}`)
  }
  return { tag: { name, argument }, end: i + 1 }
}

type Attribute = { name: string; value: string; end: number }

function readAttribute(html: string, begin: number, tag: string, at: () => string): Attribute {
  let i = begin
  while (i < html.length && !isSpace(html[i]) && html[i] !== '=' && html[i] !== '>') i++
  const name = html.slice(begin, i).toLowerCase()
  if (!name) throw refuse(`Empty attribute name in the tag "${tag}" ${at()}`)
  while (isSpace(html[i])) i++
  if (html[i] !== '=') {
    if (tag === 'blockquote' && name === 'expandable') return { name, value: '', end: i }
    throw refuse(`Expected equal sign in declaration of an attribute of the tag "${tag}" ${at()}`)
  }
  i++
  while (isSpace(html[i])) i++
  const quote = html[i]
  if (quote !== '"' && quote !== "'") return readToken(html, i, name)
  i++
  let value = ''
  while (i < html.length && html[i] !== quote) {
    const decoded = html[i] === '&' ? decodeCharacter(html, i) : null
    value += decoded?.character ?? html[i]
    i = decoded?.end ?? i + 1
  }
  if (i >= html.length) throw refuse(`Unclosed start tag "${tag}" ${at()}`)
  return { name, value, end: i + 1 }
}

function readToken(html: string, begin: number, name: string): Attribute {
  let i = begin
  while (i < html.length && /[a-z0-9.-]/i.test(html[i] ?? '')) i++
  if (!isSpace(html[i]) && html[i] !== '>') {
    throw refuse(`Unexpected end of name token at byte offset ${byteOffset(html, begin)}`)
  }
  return { name, value: html.slice(begin, i).toLowerCase(), end: i }
}

function argumentOf(tag: string, { name, value }: Attribute): string | null {
  if (tag === 'a' && name === 'href') return value
  if (tag === 'code' && name === 'class' && value.startsWith('language-')) return value.slice(9)
  if (tag === 'span' && name === 'class' && value.startsWith('tg-')) return value.slice(3)
  if (tag === 'tg-emoji' && name === 'emoji-id') return value
  if (tag === 'blockquote' && name === 'expandable') return 'expandable'
  return null
}

function readEndTag(html: string, begin: number, open: OpenTag[]) {
  const offset = byteOffset(html, begin)
  const expected = open.at(-1)
  if (!expected) throw refuse(`Unexpected end tag at byte offset ${offset}`)
  let i = begin + 2
  while (i < html.length && !isSpace(html[i]) && html[i] !== '>') i++
  const name = html.slice(begin + 2, i).toLowerCase()
  while (isSpace(html[i])) i++
  if (html[i] !== '>') throw refuse(`Unclosed end tag at byte offset ${offset}`)
  if (name && name !== expected.name) {
    throw refuse(
      `Unmatched end tag at byte offset ${offset}, expected "</${expected.name}>", found "</${name}>"`,
    )
  }
  return { name: expected.name, end: i + 1 }
}

function closeTag(name: string, text: string, open: OpenTag[], entities: MessageEntity[]): void {
  const tag = open.pop()
  if (!tag || text.length === tag.offset) return
  const place = { offset: tag.offset, length: text.length - tag.offset }
  const last = entities.at(-1)
  const wraps = last?.offset === place.offset && last.length === place.length
  if (name === 'a') {
    const url = linkAddress(tag.argument || text.slice(tag.offset))
    if (url) entities.push({ type: 'text_link', ...place, url })
  } else if (name === 'pre' && wraps && last.type === 'code' && openLanguage.has(last)) {
    entities.splice(-1, 1, { type: 'pre', ...place, language: openLanguage.get(last) ?? '' })
  } else if (name === 'tg-emoji') {
    entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: tag.argument })
  } else if (name === 'blockquote' && tag.argument) {
    entities.push({ type: 'expandable_blockquote', ...place })
  } else {
    const entity = { type: tags[name], ...place } as MessageEntity
    if (name === 'code' && tag.argument) openLanguage.set(entity, tag.argument)
    entities.push(entity)
  }
}

/** The language of `<code class="language-x">`, which counts only right inside `<pre>`. */
const openLanguage = new WeakMap<MessageEntity, string>()

// Telegram drops a link whose address it cannot use, and adds http:// to a bare host.
function linkAddress(address: string): string | null {
  const url = URL.parse(address) ?? URL.parse(`http://${address}`)
  if (!url || !/^(https?|tg|ton|tonsite|mailto|tel):$/.test(url.protocol)) return null
  return url.protocol.startsWith('http') && !url.hostname.includes('.') && !isLocal(url)
    ? null
    : url.href
}

function isLocal(url: URL): boolean {
  return url.hostname === 'localhost'
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /[ \t\r\n\0\v]/.test(character)
}

function byteOffset(html: string, index: number): number {
  return Buffer.byteLength(html.slice(0, index))
}

function refuse(words: string) {
  return badRequest(`can't parse entities: ${words}`)
}
