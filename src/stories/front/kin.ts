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

/** What an entry says, with its stems as numbers: those of `numbers`, which is the newest. */
type Numbered = { numbers: ReadonlyMap<string, number>; stems: Int32Array; shares: Float64Array }

/** Pages are chosen for many papers from the same entries, whose stems are found faster by numbers. */
let numbers = new Map<string, number>()
const numbered = new WeakMap<Shares, Numbered>()
/** When there are more, they begin anew. */
const mostNumbers = 50_000

/** By the numbers of stems: how many entries have it, how many of those were met, and where these begin in a list. */
let frequencies = new Int32Array(0)
let met = new Int32Array(0)
let begins = new Int32Array(0)

/** What is said by each stem stands together: the places of those that say it, and how much it weighs in them. */
let places = new Int32Array(0)
let weights = new Float64Array(0)

/** By places: how long an entry is if it was asked, and what one has in common with it. */
let lengths = new Float64Array(0)
let products = new Float64Array(0)
/** By how many entries have a stem: how rare it is. */
let rarity = new Float64Array(0)

/**
 * Finds for each entry those that may tell of the same event in other words, by the cosine of their
 * stems. A stem weighs by how many of an entry's headlines have it, and the more the fewer entries
 * have it (tf-idf), which are names above all. Less sure are those that were said long apart, and those
 * that many outlets tell: of one event they would have been joined.
 */
export function findKin(entries: readonly Said[]): readonly (readonly Kin[])[] {
  const said = inNumbers(entries)
  let count = 0
  for (const { stems } of said) {
    for (const stem of stems) frequencies[stem] = (frequencies[stem] ?? 0) + 1
    count += stems.length
  }
  if (places.length < count) {
    places = new Int32Array(2 * count)
    weights = new Float64Array(2 * count)
  }
  if (products.length < entries.length) {
    products = new Float64Array(2 * entries.length)
    lengths = new Float64Array(2 * entries.length)
    rarity = new Float64Array(2 * entries.length + 1)
  }
  lengths.fill(0, 0, entries.length)
  let end = 0
  for (let frequency = 1; frequency <= entries.length; frequency++) {
    rarity[frequency] = Math.log(1 + entries.length / frequency)
  }
  const mostPlaces = Math.max(commonFrom, entries.length / 4)
  const kin: Kin[][] = entries.map(() => [])
  const lengthOf = (place: number): number => {
    const known = lengths[place] ?? 0
    if (known > 0) return known
    const length = lengthIn(said[place])
    lengths[place] = length
    return length
  }
  said.forEach(({ stems, shares }, place) => {
    const others: number[] = []
    for (let i = 0; i < stems.length; i++) {
      const stem = stems[i] ?? 0
      const frequency = frequencies[stem] ?? 1
      if (frequency === 1 || frequency > mostPlaces) continue
      const weight = (shares[i] ?? 0) * (rarity[frequency] ?? 0)
      const before = met[stem] ?? 0
      if (before === 0) {
        begins[stem] = end
        end += frequency
      }
      const begin = begins[stem] ?? 0
      for (let at = begin; at < begin + before; at++) {
        const other = places[at] ?? 0
        const product = products[other] ?? 0
        if (product === 0) others.push(other)
        products[other] = product + weight * (weights[at] ?? 0)
      }
      places[begin + before] = place
      weights[begin + before] = weight
      met[stem] = before + 1
    }
    for (const other of others) {
      const cosine = (products[other] ?? 0) / (lengthOf(place) * lengthOf(other))
      products[other] = 0
      if (cosine < leastLikeness) continue
      const likeness = cosine / doubt(entries, place, other)
      if (likeness < leastLikeness) continue
      kin[place]?.push({ place: other, likeness })
      kin[other]?.push({ place, likeness })
    }
  })
  for (const { stems } of said) {
    for (const stem of stems) {
      frequencies[stem] = 0
      met[stem] = 0
    }
  }
  return kin
}

/** The root of the sum of the squared weights of what an entry says. */
function lengthIn(said: Numbered | undefined): number {
  if (!said) return 0
  const { stems, shares } = said
  let square = 0
  for (let i = 0; i < stems.length; i++) {
    const weight = (shares[i] ?? 0) * (rarity[frequencies[stems[i] ?? 0] ?? 1] ?? 0)
    square += weight * weight
  }
  return Math.sqrt(square)
}

function inNumbers(entries: readonly Said[]): Numbered[] {
  if (numbers.size > mostNumbers) numbers = new Map()
  const all = entries.map(({ shares }) => {
    const known = numbered.get(shares)
    if (known?.numbers === numbers) return known
    const stems = Int32Array.from(shares.keys(), numberOf)
    const now = { numbers, stems, shares: Float64Array.from(shares.values()) }
    numbered.set(shares, now)
    return now
  })
  if (frequencies.length < numbers.size) {
    const size = 2 * numbers.size
    frequencies = new Int32Array(size)
    met = new Int32Array(size)
    begins = new Int32Array(size)
  }
  return all
}

function numberOf(stem: string): number {
  const known = numbers.get(stem)
  if (known !== undefined) return known
  const now = numbers.size
  numbers.set(stem, now)
  return now
}

function doubt(entries: readonly Said[], place: number, other: number): number {
  const [a, b] = [entries[place], entries[other]]
  if (!a || !b) return 1
  // From the end of what was said first to the beginning of what was said later.
  const apartMs = Math.max(0, a.fromMs - b.toMs, b.fromMs - a.toMs)
  return Math.sqrt(Math.max(1, Math.min(a.sources, b.sources))) * 2 ** (apartMs / halfLifeMs)
}
