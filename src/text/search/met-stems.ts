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

/** A power of two. The stems of late are known by a hash of 32 bits and their place, in one of four slots. */
const slots = 2 ** 19
const slotsInSet = 4

/** A stem is told when it is new here, and each time that it has been met eight times as often. */
export function createMetStems(): MetStems {
  const tags = new Uint32Array(slots)
  const counts = new Uint32Array(slots)
  let due: MetStem[] = []
  const slotOf = (place: number, tag: number): number => {
    const first = slotsInSet * (place & (slots / slotsInSet - 1))
    const behind = first + slotsInSet
    for (let slot = first; slot < behind; slot++) if (tags[slot] === tag) return slot
    // The one that was met least is forgotten.
    let slot = first
    for (let i = first + 1; i < behind; i++) if ((counts[i] ?? 0) < (counts[slot] ?? 0)) slot = i
    tags[slot] = tag
    counts[slot] = 0
    return slot
  }
  return {
    count(stem, written, times) {
      const isCapital = /^\p{Lu}/u.test(written)
      let [place, tag] = [isCapital ? 1 : 2, isCapital ? 3 : 4]
      for (let i = 0; i < stem.length; i++) {
        place = Math.imul(place ^ stem.charCodeAt(i), 0x01000193)
        tag = Math.imul(tag ^ stem.charCodeAt(i), 0x85ebca6b)
      }
      const slot = slotOf(place ^ (place >>> 15), tag >>> 0)
      const before = counts[slot] ?? 0
      counts[slot] = before + times
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
