import type { Terms } from './terms.ts'

/** Unseen words weigh as if the window held this many articles more, so that a day of 30 has weights too. */
const prior = 500
/** The newest articles of one stem that are looked at, and of all stems together: hub words stay cheap. */
const maxPerStem = 200
const maxInAll = 2500

/** An article's stems as numbers; those of the lead are apart from those of the title. */
export type Vector = {
  stems: number[]
  /** Stems before this place are the title's. */
  titleEnd: number
  /** One over the length, for the title's stems and the lead's. */
  titleWeight: number
  leadWeight: number
}

/** An article that shares stems: how many, and how like it is (0 to 1). */
export type Neighbour = { slot: number; shared: number; similarity: number }

type Stem = { name: string; slots: number[] /** Where the living ones begin. */; head: number }

const unknownStem: Stem = { name: '', slots: [], head: 0 }

/** An inverted index over the stems of the articles in the window, each known by a slot. */
export function createPostings() {
  const numbers = new Map<string, number>()
  const stems: Stem[] = []
  const free: number[] = []
  const vectors: (Vector | undefined)[] = []
  let count = 0
  // Sums per slot, reset after each search: far cheaper than a Map in the hot loop.
  let shared = new Uint16Array(1024)
  let similarity = new Float64Array(1024)

  function numberOf(name: string): number {
    const known = numbers.get(name)
    if (known !== undefined) return known
    const number = free.pop() ?? stems.length
    numbers.set(name, number)
    stems[number] = { name, slots: [], head: 0 }
    return number
  }

  const frequency = (stem: number) => {
    const entry = stems[stem]
    return entry ? entry.slots.length - entry.head : 0
  }

  /** The inverse document frequency within the window: the product of two square-root weights. */
  const weight = (stem: number) => Math.log((count + prior) / (frequency(stem) + 1))

  function length(numbers: number[]): number {
    return Math.sqrt(numbers.reduce((sum, stem) => sum + Math.max(weight(stem), 0), 0))
  }

  /** Adds an article under a slot that is free, and returns its vector. */
  function add(slot: number, terms: Terms): Vector {
    const title = terms.title.map(numberOf)
    const lead = terms.lead.map((stem) => numberOf(`~${stem}`))
    const vector = {
      stems: [...title, ...lead],
      titleEnd: title.length,
      titleWeight: 0,
      leadWeight: 0,
    }
    count++
    for (const stem of vector.stems) stems[stem]?.slots.push(slot)
    // Similarity is the mean of both cosines where there are leads, else the titles' cosine.
    const share = lead.length > 0 ? Math.SQRT1_2 : 1
    if (title.length > 0) vector.titleWeight = share / length(title)
    if (lead.length > 0) vector.leadWeight = share / length(lead)
    vectors[slot] = vector
    if (slot >= shared.length) {
      shared = new Uint16Array(slot * 2)
      similarity = new Float64Array(slot * 2)
    }
    return vector
  }

  /** Takes out an article; it must be the oldest one that is left. */
  function removeOldest(slot: number): void {
    for (const number of vectors[slot]?.stems ?? []) {
      const stem = stems[number]
      if (!stem) continue
      stem.head++
      if (stem.head === stem.slots.length) {
        numbers.delete(stem.name)
        free.push(number)
      } else if (stem.head > 64 && stem.head * 2 > stem.slots.length) {
        stem.slots.splice(0, stem.head)
        stem.head = 0
      }
    }
    vectors[slot] = undefined
    count--
  }

  /** The articles that share `least` stems with one that was added, rare stems first, within the bounds. */
  function neighbours(slot: number, least: number): Neighbour[] {
    const vector = vectors[slot]
    if (!vector) return []
    const places = [...vector.stems.keys()].sort(
      (a, b) => frequency(vector.stems[a] ?? 0) - frequency(vector.stems[b] ?? 0),
    )
    const found: number[] = []
    let left = maxInAll
    for (const place of places) {
      const number: number = vector.stems[place] ?? 0
      const { slots, head }: Stem = stems[number] ?? unknownStem
      const inTitle = place < vector.titleEnd
      const gain = weight(number) * (inTitle ? vector.titleWeight : vector.leadWeight)
      const end = Math.max(head, slots.length - maxPerStem, slots.length - left)
      left -= slots.length - end
      for (let i = slots.length - 1; i >= end; i--) {
        const other = slots[i] ?? 0
        if (shared[other] === 0) found.push(other)
        const theirs = vectors[other]
        const factor = (inTitle ? theirs?.titleWeight : theirs?.leadWeight) ?? 0
        shared[other] = (shared[other] ?? 0) + 1
        similarity[other] = (similarity[other] ?? 0) + gain * factor
      }
    }
    const result: Neighbour[] = []
    for (const other of found) {
      const count = shared[other] ?? 0
      if (count >= least && other !== slot) {
        result.push({ slot: other, shared: count, similarity: similarity[other] ?? 0 })
      }
      shared[other] = 0
      similarity[other] = 0
    }
    return result
  }

  return {
    add,
    removeOldest,
    neighbours,
    weight,
    nameOf: (stem: number) => stems[stem]?.name.replace('~', '') ?? '',
  }
}

export type Postings = ReturnType<typeof createPostings>
