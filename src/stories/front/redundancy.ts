type Headlines = {
  /** The stems of its headline, and of all its outlets' headlines. */
  terms: ReadonlySet<string>
  allTerms: ReadonlySet<string>
}

/**
 * Measures how much of each entry's headline the headlines of another say, from 0 to 1; entries that
 * have nothing in common with it are left out. Words that few of the entries share, names above all,
 * count for more (inverse document frequency).
 */
export function createRedundancy<H extends Headlines>(
  entries: readonly H[],
): (other: H) => Map<H, number> {
  const saying = new Map<string, H[]>()
  for (const entry of entries) {
    for (const term of entry.terms) {
      const others = saying.get(term)
      if (others) others.push(entry)
      else saying.set(term, [entry])
    }
  }
  const weights = new Map(
    [...saying].map(([term, { length }]) => [term, Math.log(1 + entries.length / length)]),
  )
  const weightOf = (terms: ReadonlySet<string>) =>
    [...terms].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0)
  const whole = new Map(entries.map((entry) => [entry, weightOf(entry.terms)]))
  return ({ allTerms }) => {
    const said = new Map<H, number>()
    for (const term of allTerms) {
      const part = weights.get(term) ?? 0
      for (const entry of saying.get(term) ?? []) {
        said.set(entry, (said.get(entry) ?? 0) + part / (whole.get(entry) ?? 1))
      }
    }
    return said
  }
}
