/** Which part of which digest a reader asks for. */
export type DigestRequest = {
  /** The digest as of this instant: nothing published or first seen later is in it. */
  asOf: Temporal.Instant
  /** How many local days it spans, the day of `asOf` included. */
  days: number
  /** Leaves out what was first seen at or before this instant, since it was delivered already. */
  seenAfter: Temporal.Instant | null
  /** The number of stories that were shown before. */
  offset: number
}

/** Writes a request as callback data of at most 64 bytes (Bot API, InlineKeyboardButton). */
export function encodeRequest(request: DigestRequest): string {
  const instant = (at: Temporal.Instant | null) => at?.epochMilliseconds.toString(36) ?? ''
  return [
    'more',
    instant(request.asOf),
    request.days,
    instant(request.seenAfter),
    request.offset,
  ].join(':')
}

/** Reads what `encodeRequest` wrote; null for anything else, since buttons can be forged. */
export function decodeRequest(data: string): DigestRequest | null {
  const match = /^more:([0-9a-z]{1,9}):([1-9]):([0-9a-z]{0,9}):(\d{1,6})$/.exec(data)
  if (!match) return null
  const [, asOf = '', days, seenAfter = '', offset] = match
  return {
    asOf: fromBase36(asOf),
    days: Number(days),
    seenAfter: seenAfter ? fromBase36(seenAfter) : null,
    offset: Number(offset),
  }
}

function fromBase36(text: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number.parseInt(text, 36))
}
