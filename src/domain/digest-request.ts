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
  /** The number of stories that were shown before. */
  offset: number
}

/** Writes a request as callback data of at most 64 bytes (Bot API, InlineKeyboardButton). */
export function encodeRequest({ asOf, days, after, upTo, offset }: DigestRequest): string {
  const short = (number: number | null) => number?.toString(36) ?? ''
  return ['more', short(asOf.epochMilliseconds), days, short(after), short(upTo), offset].join(':')
}

/** Reads what `encodeRequest` wrote; null for anything else, since buttons can be forged. */
export function decodeRequest(data: string): DigestRequest | null {
  const match = /^more:([0-9a-z]{1,9}):([1-9]):([0-9a-z]{0,9}):([0-9a-z]{1,9}):(\d{1,6})$/.exec(
    data,
  )
  if (!match) return null
  const [, asOf = '', days, after = '', upTo = '', offset] = match
  return {
    asOf: Temporal.Instant.fromEpochMilliseconds(Number.parseInt(asOf, 36)),
    days: Number(days),
    after: after ? Number.parseInt(after, 36) : null,
    upTo: Number.parseInt(upTo, 36),
    offset: Number(offset),
  }
}
