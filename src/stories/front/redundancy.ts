type Headlines = {
  /** The stems of its headline, and of all its outlets' headlines. */
  terms: ReadonlySet<string>
  allTerms: ReadonlySet<string>
}

/**
 * Measures how much of an entry's headline the headlines of another say, from 0 to 1. Words that few of
 * the entries share, names above all, count for more (inverse document frequency).
 */
export function createRedundancy(
  entries: readonly Headlines[],
): (entry: Headlines, other: Headlines) => number {
  const frequency = new Map<string, number>()
  for (const { terms } of entries) {
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  }
  const weightOf = (term: string) => Math.log(1 + entries.length / (frequency.get(term) ?? 1))
  return ({ terms }, { allTerms }) => {
    let said = 0
    let all = 0
    for (const term of terms) {
      const weight = weightOf(term)
      all += weight
      if (allTerms.has(term)) said += weight
    }
    return all === 0 ? 0 : said / all
  }
}
