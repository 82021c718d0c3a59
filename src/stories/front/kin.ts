/** In what part of its outlets' headlines each stem stands. */
export type Shares = ReadonlyMap<string, number>

/** The shares of the stems of some headlines. */
export function sharesOf(headlines: readonly ReadonlySet<string>[]): Shares {
  const shares = new Map<string, number>()
  for (const stems of headlines) {
    for (const stem of stems) shares.set(stem, (shares.get(stem) ?? 0) + 1 / headlines.length)
  }
  return shares
}

/** Another entry by its place, and how much both say the same, from 0 to 1. */
export type Kin = { place: number; likeness: number }

/** What is less alike has a word in common by chance. */
const leastLikeness = 0.1
/** A stem of more entries, and of more than a quarter of all, tells nothing of an event. */
const commonFrom = 12

/** A stem by the entries that have it, and how much it weighs in each. */
type Saying = { places: number[]; weights: number[] }

/**
 * Finds for each entry those that may tell of the same event in other words, by the cosine of their
 * stems. A stem weighs by how many of an entry's headlines have it, and the more the fewer entries
 * have it (tf-idf), which are names above all.
 */
export function findKin(entries: readonly Shares[]): readonly (readonly Kin[])[] {
  const sayings = new Map<string, Saying>()
  entries.forEach((shares, place) => {
    for (const [stem, share] of shares) {
      const saying = sayings.get(stem)
      if (saying) {
        saying.places.push(place)
        saying.weights.push(share)
      } else sayings.set(stem, { places: [place], weights: [share] })
    }
  })
  const squares = new Float64Array(entries.length)
  for (const { places, weights } of sayings.values()) {
    const idf = Math.log(1 + entries.length / places.length)
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0
      const weight = (weights[i] ?? 0) * idf
      weights[i] = weight
      squares[place] = (squares[place] ?? 0) + weight * weight
    }
  }
  const kin: Kin[][] = entries.map(() => [])
  const likenesses = new Float64Array(entries.length)
  const mostPlaces = Math.max(commonFrom, entries.length / 4)
  entries.forEach((shares, place) => {
    const met: number[] = []
    for (const stem of shares.keys()) {
      const saying = sayings.get(stem)
      // Most stems are said once.
      if (!saying || saying.places.length === 1 || saying.places.length > mostPlaces) continue
      const { places, weights } = saying
      const at = places.indexOf(place)
      const own = weights[at] ?? 0
      for (let i = at + 1; i < places.length; i++) {
        const other = places[i] ?? 0
        const before = likenesses[other] ?? 0
        if (before === 0) met.push(other)
        likenesses[other] = before + own * (weights[i] ?? 0)
      }
    }
    for (const other of met) {
      const length = Math.sqrt((squares[place] ?? 0) * (squares[other] ?? 0))
      const likeness = (likenesses[other] ?? 0) / (length || 1)
      likenesses[other] = 0
      if (likeness < leastLikeness) continue
      kin[place]?.push({ place: other, likeness })
      kin[other]?.push({ place, likeness })
    }
  })
  return kin
}
