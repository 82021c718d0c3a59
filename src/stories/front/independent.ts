import { likeness } from './likeness.ts'

/** A headline that says nearly the same as another was taken from the same agency. */
const copyFrom = 0.75
const copyCounts = 0.15

/**
 * How many outlets tell a story by themselves: one whose headline is a near copy of another's counts
 * for little. `headlines` are the stems of one headline for each outlet.
 */
export function countIndependent(headlines: readonly ReadonlySet<string>[]): number {
  const own: ReadonlySet<string>[] = []
  for (const terms of headlines) {
    if (!own.some((other) => likeness(terms, other) >= copyFrom)) own.push(terms)
  }
  return own.length + (headlines.length - own.length) * copyCounts
}
