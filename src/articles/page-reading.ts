import type { DatePrecision, Kind } from '../domain/article.ts'
import type { FeedKind } from '../domain/feed.ts'
import type { Reason } from '../domain/reason.ts'
import type { Wall } from './walls.ts'

/** A page as it came over the wire, its address where that is known, and the kind of its feed. */
export type RawPage = {
  bytes: Uint8Array
  contentType: string | null
  url: string | null
  feedKind?: FeedKind | null
}

/** What a page says, in values that pass between threads. */
export type ReadPage = {
  url: string | null
  title: string | null
  authors: string[]
  /** ISO 8601, in UTC. */
  publishedAt: string | null
  precision: DatePrecision
  language: string | null
  standfirst: string | null
  picture: string | null
  authorNote: string | null
  kind: Kind
  kindReason: Reason
  sources: Record<string, string>
  text: string
}

/** What came of reading a page. */
export type PageReading =
  | { kind: 'page'; page: ReadPage }
  | { kind: 'wall'; wall: Wall; page: ReadPage }
  | { kind: 'nothing'; reason: Reason }
