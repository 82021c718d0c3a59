import type { Article, DatePrecision, Kind } from './article.ts'

/** What composing needs to know of an article. */
export type Headline = {
  id: number
  feedId: number
  kind: Kind
  publishedAt: Temporal.Instant
  precision: DatePrecision
  /** The story that it belongs to, if it was put into one. */
  storyId: number | null
  /** It is the one that stands for its story. */
  isLead: boolean
}

/** The articles of several feeds that report one event: its lead and where else it stands. */
export type Story<A = Article> = { lead: A; others: A[] }

/**
 * One day of a digest, in the reader's zone: its stories and its columns. Columns are newest first,
 * stories too but for the few that are lifted to the head.
 */
export type DigestDay<A = Article> = {
  date: Temporal.PlainDate
  stories: Story<A>[]
  columns: A[]
}

/** What one reader gets: days, newest first. Days without anything are left out. */
export type Digest<A = Article> = {
  zone: string
  days: DigestDay<A>[]
  /** Stories that the reader knows from an earlier digest, by the numbers of their leads. */
  updates?: ReadonlySet<number>
  /** The day in a few sentences, at the head of a long digest. */
  overview?: string[]
}
