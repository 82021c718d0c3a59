/**
 * What came last of a list that only the oldest leave: all are counted, and of a long one the newest
 * are kept alone.
 */
export type Newest<T> = { kept: T[]; count: number }

/** Adds one to a list of which at most `most` are asked for. */
export function addNewest<T>(list: Newest<T>, item: T, most: number): void {
  list.kept.push(item)
  list.count++
  if (list.kept.length > 2 * most) list.kept.splice(0, list.kept.length - most)
}

/** Lets go of the oldest. */
export function dropOldest(list: Newest<unknown>): void {
  list.count--
  if (list.kept.length > list.count) list.kept.shift()
}
