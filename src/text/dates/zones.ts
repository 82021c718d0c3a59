import { knownLanguage } from './known-language.ts'
import { placeZone } from './places.ts'
import type { ZoneId } from './zone-id.ts'

// RFC 2822, 4.3, and what else newsrooms name, by their hours east of UTC.
const abbreviations: Record<number, string> = {
  0: 'UTC UT GMT Z WET WEZ',
  1: 'WEST BST CET MET MEZ WESZ SEČ WAT',
  2: 'CEST MEST MESZ SELČ EET OEZ CAT SAST',
  3: 'EEST OESZ MSK МСК TRT TSİ EAT IDT',
  3.5: 'IRST',
  4: 'MSD SAMT GET AZT AMT GST',
  4.5: 'AFT',
  5: 'YEKT UZT TJT TMT PKT',
  5.5: 'IST',
  5.75: 'NPT',
  6: 'OMST KGT BDT',
  6.5: 'MMT',
  7: 'KRAT ICT WIB',
  8: 'IRKT WITA SGT MYT PHT PHST HKT AWST',
  9: 'YAKT WIT JST KST',
  9.5: 'ACST',
  10: 'VLAT AEST CHST',
  10.5: 'ACDT',
  11: 'MAGT AEDT',
  12: 'PETT NZST FJT',
  13: 'NZDT',
  [-2]: 'BRST',
  [-2.5]: 'NDT',
  [-3]: 'ADT BRT ART UYT GFT CLST HAA',
  [-3.5]: 'NST HNT',
  [-4]: 'EDT AST HAE HNA CLT BOT VET PYT',
  [-5]: 'EST CDT HNE HAC COT PET ECT',
  [-6]: 'CST MDT HNC HAR',
  [-7]: 'MST PDT HNR HAP',
  [-8]: 'PST AKDT HNP',
  [-9]: 'AKST HDT',
  [-10]: 'HST HAST',
}
const short = new Map<string, ZoneId>([
  // What Americans call their zones all year round.
  ['ET', 'America/New_York'],
  ['CT', 'America/Chicago'],
  ['MT', 'America/Denver'],
  ['PT', 'America/Los_Angeles'],
  ...Object.entries(abbreviations).flatMap(([hours, names]) =>
    names.split(' ').map((name): [string, ZoneId] => [name, offsetId(Number(hours) * 60)]),
  ),
])

const patterns = {
  // A dash before the number of a day is no sign.
  offset: /\s?[([]?(?:(?:UTC|GMT)\s?)?([+\-−])(\d{1,2})(?::?(\d{2}))?(?![\d:])(?!\s?\p{L})/iuy,
  iana: /[\s,([]*([A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+\d{0,2}){1,2}|[A-Z]{3}\d[A-Z]{3})(?![\p{L}\p{N}])/uy,
  short: /[\s,·|([]*(\p{Lu}{1,5}|utc|gmt|мск|z)(?:\s?([+-])(\d{1,2}))?(?![\p{L}\p{N}])/uy,
  bracketed: /\s*[([]([^()[\]]{2,60})[)\]]/uy,
  words: /[\s,·|]*((?:[\p{L}\p{M}'’.-]+[\s:]*){1,6})/uy,
}

/** A zone, and where the words that name it end. */
type Found = { zone: ZoneId; end: number }

/**
 * The zone that stands at a place of a text, right after a time of day: `Z`, ` +0300`, ` GMT-4`,
 * ` (Europe/Kyiv)`, ` EST`, ` Eastern Daylight Time`, ` за київським часом`, ` (Москва)`. Null for none.
 */
export function readZone(text: string, at: number, language: string): Found | null {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const found = (zone: ZoneId | null, { lastIndex: end }: RegExp): Found | null =>
    zone === null ? null : { zone, end }
  const [, sign, hours, minutes] = match(patterns.offset) ?? []
  return (
    found(offsetOf(sign, hours, minutes), patterns.offset) ??
    found(ianaZone(match(patterns.iana)?.[1]), patterns.iana) ??
    found(shortZone(match(patterns.short), language), patterns.short) ??
    found(placeZone(match(patterns.bracketed)?.[1] ?? '', language, 'alone'), patterns.bracketed) ??
    readWords(match(patterns.words), language)
  )
}

/** The first zone anywhere in the words around a date and its time; null for none. */
export function findZone(words: string, language: string): ZoneId | null {
  const [, sign, hours, minutes] = /(?<!\d)([+\-−])(\d{2}):?(\d{2})(?!\d)/.exec(words) ?? []
  const offset = offsetOf(sign, hours, minutes)
  if (offset) return offset
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}/])\p{L}/gu)) {
    const found = readZone(words, index, language)
    if (found) return found.zone
  }
  return null
}

/** From the longest phrase on: what follows a time is mostly something else. */
function readWords(match: RegExpExecArray | null, language: string): Found | null {
  const [whole = '', phrase = ''] = match ?? []
  const words = phrase.match(/\S+\s*/g) ?? []
  for (let count = words.length; count > 0; count--) {
    const some = words.slice(0, count).join('').trimEnd()
    const zone = placeZone(some, language, 'in words')
    if (match && zone)
      return { zone, end: match.index + whole.length - phrase.length + some.length }
  }
  return null
}

/**
 * The instant (milliseconds UTC) of a local time in a zone, given as if it were UTC. Where clocks are put
 * forward or back it is the one before.
 */
export function instantIn(zone: ZoneId, localMs: number): number {
  if (/^[+-]/.test(zone)) return localMs - minutesOf(zone) * 60_000
  const local = Temporal.Instant.fromEpochMilliseconds(localMs).toZonedDateTimeISO('UTC')
  return local.toPlainDateTime().toZonedDateTime(zone).epochMilliseconds
}

function ianaZone(name: string | undefined): ZoneId | null {
  if (!name) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** `EST`, `МСК`, `MSK+2`. */
function shortZone(match: RegExpExecArray | null, language: string): ZoneId | null {
  const [, name = '', sign, hours] = match ?? []
  const capitals = name.toUpperCase()
  // China has a CST of its own.
  const zone =
    capitals === 'CST' && knownLanguage(language).startsWith('zh') ? '+08:00' : short.get(capitals)
  if (!zone) return null
  const beyond = offsetMinutesOf(sign, hours)
  return beyond === null || !/^[+-]/.test(zone) ? zone : offsetId(minutesOf(zone) + beyond)
}

function offsetOf(sign?: string, hours?: string, minutes?: string): ZoneId | null {
  const offset = offsetMinutesOf(sign, hours, minutes)
  return offset === null ? null : offsetId(offset)
}

function offsetMinutesOf(sign?: string, hours?: string, minutes = '0'): number | null {
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return null
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes))
}

/** `+03:00` for 180. */
export function offsetId(minutes: number): ZoneId {
  const [hour, minute] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(hour)}:${pad(minute)}`
}

function minutesOf(offset: ZoneId): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? []
  return offsetMinutesOf(sign, hours, minutes) ?? 0
}
