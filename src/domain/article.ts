import type { FeedKind } from './feed.ts'

/** A headline of the news, or a column: an opinion piece with its columnist. */
export type Kind = 'news' | 'column'

/** Where a summary's sentences were taken from. */
export type SummaryOrigin = 'extract' | 'feed' | 'model'

export type Summary = {
  text: string
  origin: SummaryOrigin
  /** Where its sentences stand in the article's text, [start, end) in UTF-16 units; empty if not in it. */
  sentences?: [start: number, end: number][]
}

/** What a page says of itself and the text alone, as read from its HTML. */
export type Page = {
  title: string | null
  author: string | null
  publishedAt: Temporal.Instant | null
  language: string | null
  standfirst: string | null
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
  publishedAt: Temporal.Instant
  firstSeenAt: Temporal.Instant
  language: string | null
  standfirst: string | null
  summary: Summary | null
}

/** The kind that a feed gives to its articles; `mixed` leaves news until something says otherwise. */
export function kindFromFeed(feedKind: FeedKind): Kind {
  return feedKind === 'columns' ? 'column' : 'news'
}
