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
  /** Its page is known to stand behind a paywall. */
  isPaid: boolean
}

/**
 * The articles that report one event: its lead, one of each other feed, and what more these feeds say
 * of it.
 */
export type Story<A = Article> = { lead: A; others: A[]; further: A[] }

/** One day of a digest, in the reader's zone: its stories and its columns. */
export type DigestDay<A = Article> = {
  date: Temporal.PlainDate
  stories: Story<A>[]
  columns: A[]
}

/** What a chat follows, at the head of its digest. */
export type Followed<A = Article> = Pick<DigestDay<A>, 'stories' | 'columns'>

/** What one reader gets: days, newest first. Days without anything are left out. */
export type Digest<A = Article> = {
  zone: string
  days: DigestDay<A>[]
  followed?: Followed<A>
  /** The reader's day: what is followed and came on another bears its day. */
  today?: Temporal.PlainDate
  /** The articles that the chat was told at once: each stands as one line. */
  alerted?: ReadonlySet<number>
  /** The stories that are shown with their summaries, by the numbers of their leads. */
  leads?: ReadonlySet<number>
  /** The headlines by which the reader knows stories that say more now, by the numbers of their leads. */
  updates?: ReadonlyMap<number, string>
  /** The stories that say no more than the reader knows, by the numbers of their leads. */
  stale?: ReadonlySet<number>
  /** What is said of the whole at its head; a review says since which day. */
  head?: { stories: number; minutes: number; since: Temporal.PlainDate | null }
  /** The day in a few sentences, at the head of a long digest. */
  overview?: string[]
}

/** Whether the chat was told anything of a story at once. */
export function isAlerted<A extends Pick<Headline, 'id'>>(
  { lead, others, further }: Story<A>,
  alerted: ReadonlySet<number> | undefined,
): boolean {
  if (!alerted?.size) return false
  return [lead, ...others, ...further].some(({ id }) => alerted.has(id))
}
