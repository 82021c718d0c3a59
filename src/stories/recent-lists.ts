import { createNumbering, grown } from './numbering.ts'

/** Places come and go so many at once: 2 to the power of 16. */
const chunkBits = 16
const chunkPlaces = 2 ** chunkBits
const chunkNumbers = 2 ** (32 - chunkBits)
// In a chunk stand the numbers of its places' keys; then their slots; and then how far back the last place
// of each key is. (Side by side they would be slower to follow.)
const slotsAt = chunkPlaces
const backsAt = 2 * chunkPlaces

/**
 * For each key (textKey) the list of the articles that bear it, known by their slots. Articles leave in
 * the order in which they came, so that all lists stand in one queue of places. That is twelve bytes a
 * place, at which no garbage collection looks.
 */
export function createRecentLists() {
  const numbering = createNumbering()
  /** Of each number: how many bear its key, and its last place. */
  let counts = new Int32Array(1024)
  let lasts = new Uint32Array(1024)
  // Places are counted on, from 0 again after 2 ** 32; the chunks hold those from `tail` to `head`.
  const chunks: Int32Array[] = []
  let firstChunk = 0
  /** The last one that went, to come again: as garbage it would wait long to be collected. */
  let spare: Int32Array | undefined
  let head = 0
  let tail = 0
  /** Of each slot: its first place, and how many it has. */
  let firsts = new Uint32Array(1024)
  let lengths = new Uint16Array(1024)

  const none = new Int32Array(0)
  const chunkOf = (place: number) =>
    chunks[((place >>> chunkBits) - firstChunk) & (chunkNumbers - 1)] ?? none
  const within = (place: number) => place & (chunkPlaces - 1)

  function numberFor(key: number): number {
    const known = numbering.numberOf(key)
    if (known !== undefined) return known
    const number = numbering.give(key)
    if (number >= counts.length) {
      counts = grown(counts, new Int32Array(number * 2))
      lasts = grown(lasts, new Uint32Array(number * 2))
    }
    counts[number] = 0
    return number
  }

  /** Adds an article under a slot that is free, with its keys. */
  function add(slot: number, keys: readonly number[]): void {
    if (slot >= firsts.length) {
      firsts = grown(firsts, new Uint32Array(slot * 2))
      lengths = grown(lengths, new Uint16Array(slot * 2))
    }
    firsts[slot] = head
    lengths[slot] = keys.length
    for (const key of keys) {
      if (within(head) === 0) {
        chunks.push(spare ?? new Int32Array(3 * chunkPlaces))
        spare = undefined
      }
      const number = numberFor(key)
      const count = counts[number] ?? 0
      const chunk = chunkOf(head)
      const at = within(head)
      chunk[at] = number
      chunk[slotsAt + at] = slot
      chunk[backsAt + at] = count > 0 ? head - (lasts[number] ?? 0) : 0
      counts[number] = count + 1
      lasts[number] = head
      head = (head + 1) >>> 0
    }
  }

  /** Takes out an article; it must be the oldest one that is left. */
  function removeOldest(slot: number): void {
    for (let left = lengths[slot] ?? 0; left > 0; left--) {
      const number = numberAt(tail)
      tail = (tail + 1) >>> 0
      if (within(tail) === 0) {
        spare = chunks.shift()
        firstChunk++
      }
      const count = (counts[number] ?? 0) - 1
      counts[number] = count
      if (count === 0) numbering.take(number)
    }
  }

  /** The keys of an article, as numbers, in the order in which they were given. */
  function numbersOf(slot: number): number[] {
    const numbers: number[] = []
    const end = (firsts[slot] ?? 0) + (lengths[slot] ?? 0)
    for (let place = firsts[slot] ?? 0; place < end; place++) numbers.push(numberAt(place))
    return numbers
  }

  const numberAt = (place: number) => chunkOf(place)[within(place)] ?? 0

  /** Puts the newest articles that bear a key, `most` at most, into `slots`, newest first; returns how many. */
  function newest(number: number, most: number, slots: Int32Array): number {
    const count = Math.min(counts[number] ?? 0, most)
    let place = lasts[number] ?? 0
    let chunk = chunkOf(place)
    for (let i = 0; i < count; i++) {
      const at = within(place)
      slots[i] = chunk[slotsAt + at] ?? 0
      const back = chunk[backsAt + at] ?? 0
      place -= back
      if (back > at) chunk = chunkOf(place)
    }
    return count
  }

  return {
    add,
    removeOldest,
    numbersOf,
    newest,
    /** Undefined for a key that no article bears. */
    numberOf: numbering.numberOf,
    keyOf: numbering.keyOf,
    count: (number: number) => counts[number] ?? 0,
  }
}

export type RecentLists = ReturnType<typeof createRecentLists>
