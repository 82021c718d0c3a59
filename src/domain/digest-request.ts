import { digitsOfHour, hourOfDigits } from './own-hours.ts'

/** Which part of which digest a reader asks for. */
export type DigestRequest = {
  /** Its last local day is that of this instant. */
  asOf: Temporal.Instant
  /** How many local days it spans. */
  days: number
  /** Leaves out the arrivals up to this one, since they were delivered already. */
  after: number | null
  /** Leaves out the arrivals past this one: they came later. */
  upTo: number
  /** The number of the page, from 0. */
  page: number
  /** How many stories and columns stand from this page on; 0 where nobody has counted. */
  rest: number
  /** The only day of it, beside the first page of a review; null for all. */
  day: Temporal.PlainDate | null
  /** The hour whose own paper it is of, if it is not the usual one. */
  hour?: Temporal.PlainTime | null
  /** The subscription of the channel whose digest goes on in a private chat, by its number. */
  channel?: number | null
}

/** Writes a request as callback data of at most 64 bytes (Bot API, InlineKeyboardButton). */
export function encodeRequest(request: DigestRequest): string {
  const { asOf, days, after, upTo, page, rest, day, hour, channel } = request
  const short = (number: number | null) => number?.toString(36) ?? ''
  const span = [short(asOf.epochMilliseconds), days, short(after), short(upTo)]
  const only = day ? [day.toString().replaceAll('-', '')] : []
  const own = hour ? [`h${digitsOfHour(hour)}`] : []
  const of = channel ? [`c${short(channel)}`] : []
  return ['page', ...span, page, rest, ...only, ...own, ...of].join(':')
}

/** Writes a request as the parameter of a link to the bot (https://core.telegram.org/bots/features#deep-linking). */
export function encodeLink(request: DigestRequest): string {
  return encodeRequest(request).replaceAll(':', '-')
}

/** The same as the parameter of a link to what a digest left out, since it is muted. */
export function encodeMutedLink(request: DigestRequest): string {
  return encodeLink(request).replace('page', 'muted')
}

/** Reads what `encodeMutedLink` wrote; null for anything else. */
export function decodeMutedLink(parameter: string): DigestRequest | null {
  return parameter.startsWith('muted-') ? decodeLink(parameter.replace('muted', 'page')) : null
}

/** Reads what `encodeLink` wrote; null for anything else. */
export function decodeLink(parameter: string): DigestRequest | null {
  return decodeRequest(parameter.replaceAll('-', ':'))
}

const pattern =
  /^page:([0-9a-z]{1,9}):([1-9]):([0-9a-z]{0,9}):([0-9a-z]{1,9}):(\d{1,3}):(\d{1,7})(?::(\d{8}))?(?::h((?:[01]\d|2[0-3])[0-5]\d))?(?::c([0-9a-z]{1,9}))?$/

/** Buttons of older versions count headlines by time: their digests begin anew, and lose nothing. */
const olderPattern = /^more:(.+):\d{1,6}$/

/** Reads what `encodeRequest` wrote; null for anything else, since buttons can be forged. */
export function decodeRequest(data: string): DigestRequest | null {
  const match = pattern.exec(data.replace(olderPattern, 'page:$1:0:0'))
  if (!match) return null
  const [, asOf = '', days, after = '', upTo = '', page, rest, digits, hour, channel] = match
  const day = digits === undefined ? null : readDay(digits)
  if (day === undefined) return null
  return {
    asOf: Temporal.Instant.fromEpochMilliseconds(Number.parseInt(asOf, 36)),
    days: Number(days),
    after: after ? Number.parseInt(after, 36) : null,
    upTo: Number.parseInt(upTo, 36),
    page: Number(page),
    rest: Number(rest),
    day,
    ...(hour !== undefined && { hour: hourOfDigits(hour) }),
    ...(channel !== undefined && { channel: Number.parseInt(channel, 36) }),
  }
}

function readDay(digits: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(digits)
  } catch {
    return undefined
  }
}
