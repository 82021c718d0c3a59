/** What a feed carries: news only, opinion columns only, or both (decided per article). */
export type FeedKind = 'news' | 'columns' | 'mixed'

export const feedKinds: readonly FeedKind[] = ['news', 'columns', 'mixed']

/** What a server said about the last version it gave us; sent back to ask for changes only (RFC 9110, 13.1). */
export type Validators = { etag: string | null; lastModified: string | null }

/** A source that an admin added, with what is known of its health. */
export type Feed = {
  id: number
  url: string
  title: string
  kind: FeedKind
  validators: Validators
  nextDueAt: Temporal.Instant
  /** Failures in a row; 0 when the last fetch went well. */
  failures: number
  /** The last failure in plain words, or null when the last fetch went well. */
  lastError: string | null
  lastReadAt: Temporal.Instant | null
}

export type Enclosure = { url: string; type: string | null; length: number | null }

/** What a feed says of one item, in the feed's own words, decoded and nothing more. */
export type FeedItem = {
  /** The feed's own identifier (guid, atom:id), or the address when it gives none. */
  id: string
  title: string
  url: string | null
  publishedAt: Temporal.Instant | null
  author: string | null
  /** The blurb, as HTML or text, in the feed's own words. */
  summary: string | null
  /** The body, as HTML, where the feed carries the whole article. */
  content: string | null
  categories: string[]
  enclosures: Enclosure[]
}

export type ParsedFeed = {
  /** `rss2.0`, `atom1.0`, ... */
  format: string
  title: string | null
  items: FeedItem[]
}
