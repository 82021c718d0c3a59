import type { FeedKind } from './feed.ts'
import type { Reason } from './reason.ts'

/** A headline of the news, or a column: an opinion piece with its columnist. */
export type Kind = (typeof kinds)[number]

export const kinds = ['news', 'column'] as const

/** How much is known of when an article was published; with `none`, it is dated by its first sight. */
export type DatePrecision = (typeof datePrecisions)[number]

export const datePrecisions = ['minute', 'day', 'none'] as const

/** Where a summary's sentences were taken from. */
export type SummaryOrigin = (typeof summaryOrigins)[number]

export const summaryOrigins = ['extract', 'feed', 'model'] as const

export type Summary = {
  text: string
  origin: SummaryOrigin
  /** Where its sentences stand in the article's text, [start, end) in UTF-16 units; empty if not in it. */
  sentences?: [start: number, end: number][]
}

/** What a page says of itself and the text alone, as read from its HTML. */
export type Page = {
  title: string | null
  /** The authors in one line. */
  author: string | null
  authors: string[]
  /** What the page tells of a column's author. */
  authorNote: string | null
  publishedAt: Temporal.Instant | null
  precision: DatePrecision
  /** The language of the text itself, as an ISO 639 code. */
  language: string | null
  standfirst: string | null
  /** The address of the lead picture. */
  picture: string | null
  kind: Kind
  /** Why it is of that kind. */
  kindReason: Reason
  /** Where the page gave each value, by the value's name: `{ title: 'JSON-LD headline' }`. */
  sources: Record<string, string>
  text: string
}

/** One publication as we know it. */
export type Article = {
  id: number
  feedId: number
  url: string
  title: string
  /** The feed's title: the outlet's name. */
  source: string
  author: string | null
  kind: Kind
  /** Where only the day is known, a moment of that day in UTC that is never shown. */
  publishedAt: Temporal.Instant
  precision: DatePrecision
  firstSeenAt: Temporal.Instant
  language: string | null
  /** Its page is known to stand behind a paywall. */
  isPaid: boolean
  standfirst: string | null
  summary: Summary | null
  /** Title and summary are a translation, in `language`, and not its own words. */
  isTranslated?: boolean
  /** The story of one or several outlets that it belongs to, if it was put into one. */
  storyId: number | null
  /** Who wrote it, if that is a columnist. */
  columnistId: number | null
  /** The headline of the story that a column is about. */
  topic: { title: string; url: string } | null
}

/** The kind that a feed gives to its articles; `mixed` leaves news until something says otherwise. */
export function kindFromFeed(feedKind: FeedKind): Kind {
  return feedKind === 'columns' ? 'column' : 'news'
}
