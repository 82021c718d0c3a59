/** When a chat wants its digests. */
export type Schedule = {
  /** IANA zone in which days and hours are counted. */
  zone: string
  /** One to four local times of day, ascending, to the minute. */
  times: readonly Temporal.PlainTime[]
  /** ISO weekdays, 1 for Monday to 7 for Sunday, ascending; at least one. */
  weekdays: readonly number[]
  /** The times that may have weekdays of their own; null for those above. */
  hours?: readonly { time: Temporal.PlainTime; weekdays: readonly number[] | null }[]
}

export const mostTimes = 4

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7]

/** Times of day in their order, each once. */
export function inOrder(times: readonly Temporal.PlainTime[]): Temporal.PlainTime[] {
  const unique = new Map(times.map((time) => [time.toString(), time]))
  return [...unique.values()].toSorted(Temporal.PlainTime.compare)
}
