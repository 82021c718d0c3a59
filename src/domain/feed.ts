import type { Reason } from './reason.ts'

/** What a feed carries: news only, opinion columns only, or both (decided per article). */
export type FeedKind = 'news' | 'columns' | 'mixed'

/** How a source is read: as RSS, Atom and the like, or as a page of headlines that has no feed. */
export type FeedFormat = 'feed' | 'listing'

export const feedKinds: readonly FeedKind[] = ['news', 'columns', 'mixed']

export const feedFormats: readonly FeedFormat[] = ['feed', 'listing']

/** What a server said about the last version it gave us; sent back to ask for changes only (RFC 9110, 13.1). */
export type Validators = { etag: string | null; lastModified: string | null }

/** What a feed asks of those who poll it (RSS 2.0; the syndication module of RSS 1.0). */
export type PollingHints = {
  ttlMinutes: number | null
  /** Hours of the day in GMT, 0 to 23. */
  skipHours: number[]
  /** In GMT. */
  skipDays: Weekday[]
}

/** A source that an admin added, with what is known of its health. */
export type Feed = {
  id: number
  url: string
  title: string
  kind: FeedKind
  format: FeedFormat
  /** CSS selector of a listing's links, where an admin gave one. */
  selector: string | null
  tags: string[]
  /** How much its articles count among the stories of a day; 1 is the usual. */
  weight: number
  hints: PollingHints
  validators: Validators
  /** Its validators stood still while its content changed, so it is always asked in full. */
  distrustsValidators: boolean
  /** SHA-256 of the last body, in hex. */
  bodyHash: string | null
  /** SHA-256 of a body that took too long or too much memory to read; null since one could be read. */
  costlyHash: string | null
  /** When the last body came in answer to an unconditional request. */
  lastFullAt: Temporal.Instant | null
  nextDueAt: Temporal.Instant
  /** When the publisher lets it be asked again, at the earliest; null when that is not known. */
  notBefore: Temporal.Instant | null
  intervalMinutes: number | null
  /** Failures in a row; 0 when the last fetch went well. */
  failures: number
  /** Answers of 404 in a row. */
  notFound: number
  /** The last failure in plain words, or null when the last fetch went well. */
  lastError: Reason | null
  /** What admins should know though the feed can be read, in plain words. */
  notice: Reason | null
  /** Where a permanent redirect points, and since when. */
  moved: { to: string; since: Temporal.Instant } | null
  /** When it was given up; `lastError` says why. */
  stoppedAt: Temporal.Instant | null
  lastReadAt: Temporal.Instant | null
}

/** What a feed is called whose title is not known, or not yet. */
export function hostAsTitle(url: string): string {
  return URL.parse(url)?.hostname ?? url
}

export type Enclosure = { url: string; type: string | null; length: number | null }

/** What a feed says of one item, in the feed's own words, decoded and nothing more. */
export type FeedItem = {
  /** The feed's own identifier (guid, atom:id), or the address when it gives none. */
  id: string
  title: string
  /** An http(s) address; relative only in a feed from a file that names no address at all. */
  url: string | null
  publishedAt: Temporal.Instant | null
  /** There where only the day of `publishedAt` is known, and its time stands for none. */
  precision?: 'day'
  author: string | null
  /** The blurb, as HTML or text, in the feed's own words. */
  summary: string | null
  /** The body, as HTML, where the feed carries the whole article. */
  content: string | null
  categories: string[]
  enclosures: Enclosure[]
}

/** A weekday in English, as RSS names it. */
export type Weekday = (typeof weekdays)[number]

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

export type ParsedFeed = {
  /** `rss2.0`, `atom1.0`, `json1.1`, ... */
  format: string
  title: string | null
  /** The page that the feed belongs to. */
  link: string | null
  /** A language tag (BCP 47) as the feed gives it. */
  language: string | null
  hints: PollingHints
  items: FeedItem[]
}
