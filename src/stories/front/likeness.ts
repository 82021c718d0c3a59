/** How much two headlines have in common, from 0 to 1: their stems in both over those in either (Jaccard). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let both = 0
  for (const term of few) if (many.has(term)) both++
  const either = a.size + b.size - both
  return either === 0 ? 0 : both / either
}
