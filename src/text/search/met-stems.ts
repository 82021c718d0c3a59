import { soundKey, soundOf } from './sound.ts'

/** A stem as texts have it, for those who ask for it otherwise or with a slip. */
export type MetStem = {
  stem: string
  /** By which words that sound alike are found. */
  sound: string
  /** Whether it was written with a capital. */
  isCapital: boolean
  /** A word of it, as it was written. */
  shown: string
  /** How often, since it was told last. */
  times: number
}

/** How often stems are met in texts: roughly, as each that is told is written. */
export type MetStems = {
  count(stem: string, written: string, times: number): void
  /** The stems to tell of, the oldest first. */
  due(): readonly MetStem[]
  /** So many of them have been told. */
  tell(count: number): void
}

/** A power of two. The stems of late are known by a hash of 32 bits and their place, in one of four slots of 8 bytes. */
const slots = 2 ** 19
const slotsInSet = 4

/** A stem is told when it is new here, and each time that it has been met eight times as often. */
export function createMetStems(): MetStems {
  // Of each slot its hash, and how often its stem was met.
  const met = new Uint32Array(2 * slots)
  let due: MetStem[] = []
  const slotOf = (place: number, hash: number): number => {
    const first = 2 * slotsInSet * (place & (slots / slotsInSet - 1))
    const behind = first + 2 * slotsInSet
    let slot = first
    for (let at = first; at < behind; at += 2) {
      if (met[at] === hash) return at
      if ((met[at + 1] ?? 0) < (met[slot + 1] ?? 0)) slot = at
    }
    // The one that was met least is forgotten.
    met[slot] = hash
    met[slot + 1] = 0
    return slot
  }
  return {
    count(stem, written, times) {
      const isCapital = /^\p{Lu}/u.test(written)
      let [place, hash] = isCapital ? [1, 3] : [2, 4]
      for (let i = 0; i < stem.length; i++) {
        place = Math.imul(place ^ stem.charCodeAt(i), 0x01000193)
        hash = Math.imul(hash ^ stem.charCodeAt(i), 0x85ebca6b)
      }
      const slot = slotOf(place ^ (place >>> 15), hash >>> 0)
      const before = met[slot + 1] ?? 0
      met[slot + 1] = before + times
      const told = toldOf(before + times) - toldOf(before)
      if (told === 0) return
      due.push({
        ...{ stem, isCapital, times: told },
        shown: written.replace(/\p{Cf}/gu, ''),
        sound: soundKey(soundOf(stem)),
      })
    },
    due: () => [...due],
    tell(count) {
      due = due.slice(count)
    },
  }
}

/** The greatest power of eight that is not above it. */
function toldOf(times: number): number {
  return times === 0 ? 0 : 8 ** Math.floor((31 - Math.clz32(times)) / 3)
}
