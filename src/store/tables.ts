import type { ColumnType, Generated, Kysely } from 'kysely'
import type { Kind, SummaryOrigin } from '../domain/article.ts'
import type { FeedFormat, FeedKind } from '../domain/feed.ts'

// Instants are integer milliseconds UTC. Row types never leave this folder.

type FeedTable = {
  id: Generated<number>
  url: string
  title: string
  kind: FeedKind
  format: Generated<FeedFormat>
  /** CSS selector of a listing's links, where an admin gave one. */
  selector: string | null
  /** A JSON list of words. */
  tags: Generated<string>
  /** The host name in `url`: what is asked of one host is counted together. */
  host: string
  /** What the feed asks of those who poll it, as JSON. */
  wishes: string | null
  /** 1 for a feed of the bundled sample newspaper, else 0. */
  is_sample: Generated<number>
  etag: string | null
  last_modified: string | null
  /** 1 when ETag and Last-Modified stood still while the content changed. */
  distrusts_validators: Generated<number>
  /** SHA-256 of the last body, in hex. */
  body_hash: string | null
  /** When the last body came in answer to an unconditional request. */
  last_full_at: number | null
  next_due_at: number
  interval_minutes: number | null
  failures: Generated<number>
  /** Answers of 404 in a row. */
  not_found: Generated<number>
  last_error: string | null
  /** What admins should know though the feed can be read. */
  notice: string | null
  /** Where a permanent redirect points, and since when it has held. */
  moved_to: string | null
  moved_since: number | null
  /** Set when the feed is polled no more; `last_error` says why. */
  stopped_at: number | null
  last_read_at: number | null
  created_at: ColumnType<number, number, never>
  removed_at: number | null
}

/** `waiting`: not fetched yet; `read`: text known; `failed`: the feed's own words stand. */
export type PageState = 'waiting' | 'read' | 'failed'

type ArticleTable = {
  id: Generated<number>
  feed_id: number
  url: string
  title: string
  author: string | null
  kind: Kind
  published_at: number
  first_seen_at: number
  language: string | null
  standfirst: string | null
  summary: string | null
  summary_origin: SummaryOrigin | null
  /** Why it is of its kind, in plain words. */
  kind_reason: string | null
  columnist_id: number | null
  picture: string | null
  page_state: PageState
  page_error: string | null
  page_wall: string | null
  page_attempts: Generated<number>
  /** When a page that failed is tried again. */
  page_due_at: number | null
  body: string | null
  /** The article that has the same canonical address. */
  duplicate_of: number | null
}

type ColumnistTable = {
  id: Generated<number>
  name: string
  /** The same for all spellings of the name. */
  name_key: string
  note: string | null
  merged_into: number | null
}

type FeedItemTable = { feed_id: number; item_id: string; article_id: number }

type ArticleSearchTable = {
  rowid: number
  title: string
  summary: string
  body: string
  author: string
}

type SubscriptionTable = {
  id: Generated<number>
  chat_id: number
  zone: string
  minute_of_day: number
  next_slot_at: number
  covered_until: number | null
  ended_at: number | null
  end_reason: string | null
  created_at: ColumnType<number, number, never>
}

export type DeliveryState = 'planned' | 'sent' | 'failed' | 'skipped'

type DeliveryTable = {
  id: Generated<number>
  subscription_id: number
  slot: string
  covers_until: number
  state: DeliveryState
  reason: string | null
  created_at: ColumnType<number, number, never>
}

type DeliveryPartTable = {
  delivery_id: number
  seq: number
  html: string
  /** Callback data of the button beneath the part, if it has one. */
  button: string | null
  state: 'planned' | 'sent'
  attempts: Generated<number>
  next_attempt_at: number
  message_id: number | null
  sent_at: number | null
}

export type Tables = {
  feed: FeedTable
  article: ArticleTable
  columnist: ColumnistTable
  feed_item: FeedItemTable
  article_search: ArticleSearchTable
  subscription: SubscriptionTable
  delivery: DeliveryTable
  delivery_part: DeliveryPartTable
}

export type Database = Kysely<Tables>
