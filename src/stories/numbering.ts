/**
 * Gives keys (textKey, or ids) small numbers, which are free again when they are taken back. It is an open
 * hash table with linear probing (Knuth, TAOCP 6.4), in arrays at which no garbage collection looks.
 */
export function createNumbering() {
  let keys = new Float64Array(1024)
  /** The numbers by their keys, each one more than it is; 0 where there is none. */
  let table = new Int32Array(4096)
  const free: number[] = []
  let made = 0

  const next = (place: number) => (place + 1) & (table.length - 1)
  // Ids that follow one another would stand in a row: Fibonacci hashing has them all over the table.
  const home = (key: number) => Math.imul(key, 0x9e3779b1) >>> (Math.clz32(table.length) + 1)

  /** Where a key stands, or would stand. */
  function placeOf(key: number): number {
    let place = home(key)
    for (let other = table[place]; other; other = table[place]) {
      if (keys[other - 1] === key) break
      place = next(place)
    }
    return place
  }

  /** Undefined for a key that has none. */
  function numberOf(key: number): number | undefined {
    const found = table[placeOf(key)]
    return found ? found - 1 : undefined
  }

  function give(key: number): number {
    const number = free.pop() ?? made++
    if (number >= keys.length) keys = grown(keys, new Float64Array(number * 2))
    keys[number] = key
    if (made * 2 > table.length) enlarge()
    table[placeOf(key)] = number + 1
    return number
  }

  function enlarge(): void {
    const old = table
    table = new Int32Array(old.length * 2)
    for (const other of old) if (other > 0) table[placeOf(keys[other - 1] ?? 0)] = other
  }

  /** Takes a number back. Those that stand behind it move up, so that they are still found. */
  function take(number: number): void {
    let hole = placeOf(keys[number] ?? 0)
    table[hole] = 0
    for (let place = next(hole); ; place = next(place)) {
      const other = table[place]
      if (!other) break
      const distance = (from: number) => (place - from) & (table.length - 1)
      if (distance(home(keys[other - 1] ?? 0)) < distance(hole)) continue
      table[hole] = other
      table[place] = 0
      hole = place
    }
    free.push(number)
  }

  return { numberOf, give, take, keyOf: (number: number) => keys[number] ?? 0 }
}

type Numbers =
  | Int32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

/** Copies numbers into a larger array. */
export function grown<T extends Numbers>(numbers: T, larger: T): T {
  larger.set(numbers)
  return larger
}
