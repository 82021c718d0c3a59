import type { Kind } from './article.ts'
import type { Reason } from './reason.ts'

/** What merging needs to know of an article. */
export type StoryArticle = {
  id: number
  feedId: number | null
  /** Its canonical address. */
  url: string | null
  title: string
  /** Its first sentences or the feed's blurb, where there are any. */
  lead: string | null
  /** A tag such as `uk` or `en-GB`, where the page or the feed says it. */
  language: string | null
  kind: Kind
  /** Never later than the present, whatever a feed says: the newest one moves the window on. */
  publishedAt: Temporal.Instant
}

/** A story that ended in another one; its articles bear the other's id now. */
export type MergedStory = { story: number; reason: Reason }

/** Whether an article is one more part of a routine series of its feed, with nothing unusual. */
type Routine = { isRoutine: boolean }

/**
 * Where an article was put. A story's id is the id of the article that founded it. `continues` names
 * the earlier part of a running story. A column is never in a story; `about` is the one it speaks of.
 */
export type StoryPlacement =
  | ({ kind: 'founded'; story: number; continues: number | null; reason: Reason } & Routine)
  | ({ kind: 'joined'; story: number; merged: MergedStory[]; reason: Reason } & Routine)
  | { kind: 'column'; about: number | null; reason: Reason | null }
