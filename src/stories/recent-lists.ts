/**
 * For each key the list of the articles that bear it, known by their slots. Articles leave in the order
 * in which they came, so that all lists stand in one ring of numbers: a place holds a key's number, a
 * slot, and how far back the last place of that key is. That is twelve bytes a place, at which no garbage
 * collection looks.
 */
export function createRecentLists() {
  const numbers = new Map<string, number>()
  /** Of each number: its key, how many bear it, and its last place. */
  const names: string[] = []
  let counts = new Int32Array(1024)
  let lasts = new Float64Array(1024)
  const free: number[] = []
  // Places are counted on from the first one ever; the ring holds those from `tail` to `head`.
  let ring = createRing(4096)
  let head = 0
  let tail = 0
  /** Of each slot: its first place, and how many it has. */
  let firsts = new Float64Array(1024)
  let lengths = new Uint16Array(1024)

  function numberOf(key: string): number {
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = free.pop() ?? names.length
    numbers.set(key, number)
    names[number] = key
    if (number >= counts.length) {
      counts = grown(counts, new Int32Array(number * 2))
      lasts = grown(lasts, new Float64Array(number * 2))
    }
    counts[number] = 0
    return number
  }

  /** Adds an article under a slot that is free, with its keys, each once. */
  function add(slot: number, keys: readonly string[]): void {
    if (slot >= firsts.length) {
      firsts = grown(firsts, new Float64Array(slot * 2))
      lengths = grown(lengths, new Uint16Array(slot * 2))
    }
    firsts[slot] = head
    lengths[slot] = keys.length
    for (const key of keys) {
      if (head - tail === ring.size) ring = copied(ring, tail, head)
      const number = numberOf(key)
      const count = counts[number] ?? 0
      const at = head & (ring.size - 1)
      ring.numbers[at] = number
      ring.slots[at] = slot
      ring.backs[at] = count > 0 ? head - (lasts[number] ?? 0) : 0
      counts[number] = count + 1
      lasts[number] = head
      head++
    }
  }

  /** Takes out an article; it must be the oldest one that is left. */
  function removeOldest(slot: number): void {
    for (let left = lengths[slot] ?? 0; left > 0; left--) {
      const number = ring.numbers[tail & (ring.size - 1)] ?? 0
      tail++
      const count = (counts[number] ?? 0) - 1
      counts[number] = count
      if (count > 0) continue
      numbers.delete(names[number] ?? '')
      free.push(number)
    }
  }

  /** The keys of an article, as numbers, in the order in which they were given. */
  function numbersOf(slot: number): number[] {
    const first = firsts[slot] ?? 0
    return Array.from(
      { length: lengths[slot] ?? 0 },
      (_, i) => ring.numbers[(first + i) & (ring.size - 1)] ?? 0,
    )
  }

  /** Puts the newest articles that bear a key, `most` at most, into `slots`, newest first; returns how many. */
  function newest(number: number, most: number, slots: Int32Array): number {
    const count = Math.min(counts[number] ?? 0, most)
    let place = lasts[number] ?? 0
    for (let i = 0; i < count; i++) {
      const at = place & (ring.size - 1)
      slots[i] = ring.slots[at] ?? 0
      place -= ring.backs[at] ?? 0
    }
    return count
  }

  return {
    add,
    removeOldest,
    numbersOf,
    newest,
    /** Undefined for a key that no article bears. */
    numberOf: (key: string) => numbers.get(key),
    nameOf: (number: number) => names[number] ?? '',
    count: (number: number) => counts[number] ?? 0,
  }
}

/** Its size is a power of two. */
type Ring = { size: number; numbers: Int32Array; slots: Int32Array; backs: Int32Array }

function createRing(size: number): Ring {
  const of = () => new Int32Array(size)
  return { size, numbers: of(), slots: of(), backs: of() }
}

/** A ring of twice the size with the same places in it. */
function copied(ring: Ring, tail: number, head: number): Ring {
  const larger = createRing(ring.size * 2)
  for (let place = tail; place < head; ) {
    const [from, to] = [place & (ring.size - 1), place & (larger.size - 1)]
    const run = Math.min(head - place, ring.size - from, larger.size - to)
    for (const part of ['numbers', 'slots', 'backs'] as const) {
      larger[part].set(ring[part].subarray(from, from + run), to)
    }
    place += run
  }
  return larger
}

type Numbers = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/** Copies numbers into a larger array. */
export function grown<T extends Numbers>(numbers: T, larger: T): T {
  larger.set(numbers)
  return larger
}

export type RecentLists = ReturnType<typeof createRecentLists>
