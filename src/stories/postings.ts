import { grown } from './numbering.ts'
import { createRecentLists } from './recent-lists.ts'

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

/** The stems of an article, as keys (textKey), each once. */
export type StemKeys = { title: readonly number[]; lead: readonly number[] }

/** An article that shares stems: how many, and how like it is (0 to 1). */
export type Neighbour = { slot: number; shared: number; similarity: number }

/** Whether an article that shares so many stems, and is so like, is asked for. */
export type Accepts = (shared: number, similarity: number) => boolean

/** An inverted index over the stems of the articles in the window, each known by a slot. */
export function createPostings() {
  // A stem of a title bears twice its number there, one of a lead twice its number there and one.
  const titles = createRecentLists()
  const leads = createRecentLists()
  const listsOf = (stem: number) => (stem % 2 === 0 ? titles : leads)
  let count = 0
  // By slot, side by side: far cheaper than objects and Maps in the hot loop. The sums are reset after
  // each search.
  let titleWeights = new Float64Array(1024)
  let leadWeights = new Float64Array(1024)
  let shared = new Uint16Array(1024)
  let similarity = new Float64Array(1024)
  const newest = new Int32Array(maxPerStem)

  /** The inverse document frequency within the window: the product of two square-root weights. */
  const weight = (stem: number) => Math.log((count + prior) / (frequency(stem) + 1))
  const frequency = (stem: number) => listsOf(stem).count(stem >> 1)

  function length(numbers: number[]): number {
    return Math.sqrt(numbers.reduce((sum, stem) => sum + Math.max(weight(stem), 0), 0))
  }

  /** Adds an article under a slot that is free. */
  function add(slot: number, stems: StemKeys): void {
    if (slot >= shared.length) {
      shared = new Uint16Array(slot * 2)
      similarity = new Float64Array(slot * 2)
      titleWeights = grown(titleWeights, new Float64Array(slot * 2))
      leadWeights = grown(leadWeights, new Float64Array(slot * 2))
    }
    titles.add(slot, stems.title)
    leads.add(slot, stems.lead)
    count++
    const title = titleStems(slot)
    const lead = leadStems(slot)
    // Similarity is the mean of both cosines where there are leads, else the titles' cosine.
    const share = lead.length > 0 ? Math.SQRT1_2 : 1
    titleWeights[slot] = title.length > 0 ? share / length(title) : 0
    leadWeights[slot] = lead.length > 0 ? share / length(lead) : 0
  }

  /** Takes out an article; it must be the oldest one that is left. */
  function removeOldest(slot: number): void {
    titles.removeOldest(slot)
    leads.removeOldest(slot)
    count--
  }

  const titleStems = (slot: number) => titles.numbersOf(slot).map((number) => 2 * number)
  const leadStems = (slot: number) => leads.numbersOf(slot).map((number) => 2 * number + 1)

  function vectorOf(slot: number): Vector {
    const title = titleStems(slot)
    return {
      stems: title.concat(leadStems(slot)),
      titleEnd: title.length,
      titleWeight: titleWeights[slot] ?? 0,
      leadWeight: leadWeights[slot] ?? 0,
    }
  }

  /** The articles that share `least` stems with one that was added, rare stems first, within the bounds. */
  function neighbours(slot: number, least: number, accepts: Accepts = () => true): Neighbour[] {
    const vector = vectorOf(slot)
    const frequencies = vector.stems.map(frequency)
    const places = [...vector.stems.keys()].sort(
      (a, b) => (frequencies[a] ?? 0) - (frequencies[b] ?? 0),
    )
    const found: number[] = []
    let left = maxInAll
    for (const place of places) {
      const stem = vector.stems[place] ?? 0
      const inTitle = place < vector.titleEnd
      const gain = weight(stem) * (inTitle ? vector.titleWeight : vector.leadWeight)
      const theirs = inTitle ? titleWeights : leadWeights
      const size = listsOf(stem).newest(stem >> 1, Math.min(maxPerStem, left), newest)
      left -= size
      for (let i = 0; i < size; i++) {
        const other = newest[i] ?? 0
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
    vectorOf,
    neighbours,
    weight,
    keyOf: (stem: number) => listsOf(stem).keyOf(stem >> 1),
    /** The stems of an article, as they were added. */
    keysOf: (slot: number): StemKeys => ({
      title: titles.numbersOf(slot).map(titles.keyOf),
      lead: leads.numbersOf(slot).map(leads.keyOf),
    }),
  }
}

export type Postings = ReturnType<typeof createPostings>
