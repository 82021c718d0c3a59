import type { Paper } from './paper.ts'

/** An hour of a chat that brings a paper of its own. */
export type OwnHour = {
  time: Temporal.PlainTime
  /** ISO weekdays on which it comes, ascending; null for those of all hours. */
  weekdays: readonly number[] | null
  paper: Paper
  /** The arrivals up to this one count as covered at this hour; null for none. */
  coveredThrough: number | null
}

/** What has come: of the arrivals in (after, through] all that a paper wanted, as it was read at an instant. */
export type Brought = {
  paper: Paper
  asOf: Temporal.Instant
  after: number | null
  through: number
}
