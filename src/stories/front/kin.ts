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

/** What an entry says; how many outlets say it, by themselves, and from when to when, in epoch milliseconds. */
export type Said = { shares: Shares; sources: number; fromMs: number; toMs: number }

/** Another entry by its place, and how sure it is that both tell of the same, from 0 to 1. */
export type Kin = { place: number; likeness: number }

/** What is less alike has a word in common by chance. */
const leastLikeness = 0.04
/** Outlets tell of one event within hours: what they say so long apart is half as like. */
const halfLifeMs = 12 * 3_600_000
/** A stem of more entries, and of more than a quarter of all, tells nothing of an event. */
const commonFrom = 12

/** A stem by the entries that have it, and how much it weighs in each. */
type Saying = { places: number[]; weights: number[] }

/**
 * Finds for each entry those that may tell of the same event in other words, by the cosine of their
 * stems. A stem weighs by how many of an entry's headlines have it, and the more the fewer entries
 * have it (tf-idf), which are names above all. Less sure are those that were said long apart, and those
 * that many outlets tell: of one event they would have been joined.
 */
export function findKin(entries: readonly Said[]): readonly (readonly Kin[])[] {
  const frequencies = new Map<string, number>()
  for (const { shares } of entries) {
    for (const stem of shares.keys()) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
  }
  const mostPlaces = Math.max(commonFrom, entries.length / 4)
  const kin: Kin[][] = entries.map(() => [])
  const sayings = new Map<string, Saying>()
  const lengths = new Float64Array(entries.length)
  const products = new Float64Array(entries.length)
  entries.forEach((entry, place) => {
    const met: number[] = []
    let square = 0
    for (const [stem, share] of entry.shares) {
      const frequency = frequencies.get(stem) ?? 1
      const weight = share * Math.log(1 + entries.length / frequency)
      square += weight * weight
      if (frequency === 1 || frequency > mostPlaces) continue
      const saying = sayings.get(stem) ?? { places: [], weights: [] }
      if (saying.places.length === 0) sayings.set(stem, saying)
      const { places, weights } = saying
      for (let i = 0; i < places.length; i++) {
        const other = places[i] ?? 0
        const before = products[other] ?? 0
        if (before === 0) met.push(other)
        products[other] = before + weight * (weights[i] ?? 0)
      }
      places.push(place)
      weights.push(weight)
    }
    const length = Math.sqrt(square)
    lengths[place] = length
    for (const other of met) {
      const cosine = (products[other] ?? 0) / (length * (lengths[other] ?? 1))
      products[other] = 0
      if (cosine < leastLikeness) continue
      const likeness = cosine / doubt(entry, entries[other] ?? entry)
      if (likeness < leastLikeness) continue
      kin[place]?.push({ place: other, likeness })
      kin[other]?.push({ place, likeness })
    }
  })
  return kin
}

function doubt(a: Said, b: Said): number {
  // From the end of what was said first to the beginning of what was said later.
  const apartMs = Math.max(0, a.fromMs - b.toMs, b.fromMs - a.toMs)
  return Math.sqrt(Math.max(1, Math.min(a.sources, b.sources))) * 2 ** (apartMs / halfLifeMs)
}
