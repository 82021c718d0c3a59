import { addNewest, dropOldest, type Newest } from './newest.ts'
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

/** A stem, and the slots of the articles that have it. */
type Stem = Newest<number> & { name: string }

/** Whether an article that shares so many stems, and is so like, is asked for. */
export type Accepts = (shared: number, similarity: number) => boolean

/** An inverted index over the stems of the articles in the window, each known by a slot. */
export function createPostings() {
  const numbers = new Map<string, number>()
  const stems: Stem[] = []
  const free: number[] = []
  const vectors: (Vector | undefined)[] = []
  let count = 0
  // By slot, side by side: far cheaper than objects and Maps in the hot loop. The sums are reset after
  // each search.
  let titleWeights = new Float64Array(1024)
  let leadWeights = new Float64Array(1024)
  let shared = new Uint16Array(1024)
  let similarity = new Float64Array(1024)

  function numberOf(name: string): number {
    const known = numbers.get(name)
    if (known !== undefined) return known
    const number = free.pop() ?? stems.length
    numbers.set(name, number)
    stems[number] = { name, kept: [], count: 0 }
    return number
  }

  const frequency = (stem: number) => stems[stem]?.count ?? 0

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
    for (const number of vector.stems) {
      const stem = stems[number]
      if (stem) addNewest(stem, slot, maxPerStem)
    }
    // Similarity is the mean of both cosines where there are leads, else the titles' cosine.
    const share = lead.length > 0 ? Math.SQRT1_2 : 1
    if (title.length > 0) vector.titleWeight = share / length(title)
    if (lead.length > 0) vector.leadWeight = share / length(lead)
    vectors[slot] = vector
    if (slot >= shared.length) {
      shared = new Uint16Array(slot * 2)
      similarity = new Float64Array(slot * 2)
      titleWeights = grown(titleWeights, slot * 2)
      leadWeights = grown(leadWeights, slot * 2)
    }
    titleWeights[slot] = vector.titleWeight
    leadWeights[slot] = vector.leadWeight
    return vector
  }

  /** Takes out an article; it must be the oldest one that is left. */
  function removeOldest(slot: number): void {
    for (const number of vectors[slot]?.stems ?? []) {
      const stem = stems[number]
      if (!stem) continue
      dropOldest(stem)
      if (stem.count > 0) continue
      numbers.delete(stem.name)
      free.push(number)
    }
    vectors[slot] = undefined
    count--
  }

  /** The articles that share `least` stems with one that was added, rare stems first, within the bounds. */
  function neighbours(slot: number, least: number, accepts: Accepts = () => true): Neighbour[] {
    const vector = vectors[slot]
    if (!vector) return []
    const places = [...vector.stems.keys()].sort(
      (a, b) => frequency(vector.stems[a] ?? 0) - frequency(vector.stems[b] ?? 0),
    )
    const found: number[] = []
    let left = maxInAll
    for (const place of places) {
      const number = vector.stems[place] ?? 0
      const slots = stems[number]?.kept ?? []
      const inTitle = place < vector.titleEnd
      const gain = weight(number) * (inTitle ? vector.titleWeight : vector.leadWeight)
      const theirs = inTitle ? titleWeights : leadWeights
      const end = Math.max(0, slots.length - Math.min(maxPerStem, left))
      left -= slots.length - end
      for (let i = slots.length - 1; i >= end; i--) {
        const other = slots[i] ?? 0
        const before = shared[other] ?? 0
        if (before === 0) found.push(other)
        shared[other] = before + 1
        similarity[other] = (similarity[other] ?? 0) + gain * (theirs[other] ?? 0)
      }
    }
    const result: Neighbour[] = []
    for (const other of found) {
      const count = shared[other] ?? 0
      const like = similarity[other] ?? 0
      if (count >= least && other !== slot && accepts(count, like)) {
        result.push({ slot: other, shared: count, similarity: like })
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

function grown(numbers: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(length)
  larger.set(numbers)
  return larger
}

export type Postings = ReturnType<typeof createPostings>
