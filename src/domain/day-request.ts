/** What of a day's news is asked for: a section by a hash of its name, a feed or a columnist by number. */
export type DayFilter =
  | { kind: 'section'; key: string }
  | { kind: 'feed'; id: number }
  | { kind: 'columnist'; id: number }

/** A page of the news of one local day. */
export type DayRequest = {
  date: Temporal.PlainDate
  /** How many stories and columns stand before it. */
  offset: number
  /** How many it shows at most. */
  size: number
  /** Leaves out the arrivals past this one, so that no page repeats one before; null for none. */
  upTo: number | null
  filter: DayFilter | null
}

/** As many as fit a message that is edited in place, mostly. */
export const usualDaySize = 12
export const mostDaySize = 50

const letters = { section: 's', feed: 'f', columnist: 'c' } as const

/** Writes a request as callback data of at most 64 bytes. */
export function encodeDayRequest({ date, offset, size, upTo, filter }: DayRequest): string {
  const day = date.toString().replaceAll('-', '')
  const what = filter && letters[filter.kind] + (filter.kind === 'section' ? filter.key : filter.id)
  return ['day', day, offset, size, upTo?.toString(36) ?? '', ...(what ? [what] : [])].join(':')
}

export const dayRequestPattern =
  /^day:(\d{8}):(\d{1,6}):(\d{1,2}):([0-9a-z]{0,9})(?::(?:s([\w-]{10})|([fc])(\d{1,15})))?$/

/** Reads what `encodeDayRequest` wrote; null for anything else, since buttons can be forged. */
export function decodeDayRequest(data: string): DayRequest | null {
  const match = dayRequestPattern.exec(data)
  if (!match) return null
  const [, digits = '', offset, size, upTo, key, letter, id] = match
  const date = readDigits(digits)
  if (!date || Number(size) < 1 || Number(size) > mostDaySize) return null
  return {
    date,
    offset: Number(offset),
    size: Number(size),
    upTo: upTo ? Number.parseInt(upTo, 36) : null,
    filter: readFilter(key, letter, id),
  }
}

function readFilter(key?: string, letter?: string, id?: string): DayFilter | null {
  if (key !== undefined) return { kind: 'section', key }
  if (letter === undefined) return null
  return { kind: letter === 'f' ? 'feed' : 'columnist', id: Number(id) }
}

function readDigits(digits: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(digits)
  } catch {
    return null
  }
}
