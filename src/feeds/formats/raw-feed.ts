/** What a format's reader found, as text and in the feed's own order of preference; nothing resolved. */
export type RawFeed = {
  /** `rss2.0`, `atom1.0`, ... */
  format: string
  title: string
  link: string
  language: string
  /** The values of xml:base from the outermost element inwards. */
  bases: string[]
  /** A date of the feed itself: its zone serves for items that give none. */
  builtAt: string
  ttlMinutes: number | null
  skipHours: number[]
  skipDays: string[]
  items: RawItem[]
}

export type RawItem = {
  id: string
  /** Whether `id` may serve as the link when there is none. */
  idIsLink: boolean
  /** HTML. */
  title: string
  link: string
  /** Serves where neither the link nor the id does. */
  spareLink?: string
  bases: string[]
  /** The value of xml:base that holds within the texts alone, if any. */
  textBase?: string
  dates: string[]
  authors: string[]
  /** HTML. */
  summary: string
  content: string
  categories: string[]
  enclosures: RawEnclosure[]
}

export type RawEnclosure = { url?: string; type?: string; length?: string | number }
