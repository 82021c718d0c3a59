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
  /** The stems to tell of: first those that are new here. */
  due(): readonly MetStem[]
  /** How many of them are new here. */
  dueNew(): number
  /** So many of the new ones and of the others, each from the oldest on, have been told. */
  tell(newOnes: number, others?: number): void
}

/**
 * A power of two. The stems of late are known by their place and 31 bits of a hash, with a capital and without
 * apart, in one of four slots of 8 bytes.
 */
const slots = 2 ** 19
const slotsInSet = 4

/** A known stem is told again each time that it has been met so many times as often; its three bits are counted below, and in form-table.ts. */
export const toldAgain = 8

/**
 * A stem is told when it is new here, and again when it has been met much more often; but not a first
 * time with a capital of one that was met without, as any word begins a sentence.
 */
export function createMetStems(): MetStems {
  // Of each slot its hash, and how often its stem was met.
  const met = new Uint32Array(2 * slots)
  let newOnes: MetStem[] = []
  let others: MetStem[] = []
  const find = (first: number, hash: number): number => {
    for (let i = 0; i < slotsInSet; i++) if (met[first + 2 * i] === hash) return first + 2 * i
    return -1
  }
  /** In place of the one that was met least. */
  const make = (first: number, hash: number): number => {
    let slot = first
    for (let i = 1; i < slotsInSet; i++) {
      if ((met[first + 2 * i + 1] ?? 0) < (met[slot + 1] ?? 0)) slot = first + 2 * i
    }
    met[slot] = hash
    met[slot + 1] = 0
    return slot
  }
  return {
    count(stem, written, times) {
      const isCapital = !smallLetter(written.charCodeAt(0)) && /^\p{Lu}/u.test(written)
      let [place, hash] = [1, 3]
      for (let i = 0; i < stem.length; i++) {
        place = Math.imul(place ^ stem.charCodeAt(i), 0x01000193)
        hash = Math.imul(hash ^ stem.charCodeAt(i), 0x85ebca6b)
      }
      const first = 2 * slotsInSet * ((place ^ (place >>> 15)) & (slots / slotsInSet - 1))
      const [small, capital] = [(hash & ~1) >>> 0, (hash | 1) >>> 0]
      const own = isCapital ? capital : small
      const known = find(first, own)
      const slot = known < 0 ? make(first, own) : known
      const before = met[slot + 1] ?? 0
      met[slot + 1] = before + times
      const told = toldOf(before + times) - toldOf(before)
      if (told === 0) return
      if (isCapital && before === 0 && told === 1 && find(first, small) >= 0) return
      const due = before === 0 ? newOnes : others
      due.push({
        ...{ stem, isCapital, times: told },
        shown: written.replace(/\p{Cf}/gu, ''),
        sound: soundKey(soundOf(stem)),
      })
    },
    due: () => [...newOnes, ...others],
    dueNew: () => newOnes.length,
    tell(toldNew, toldOthers = 0) {
      newOnes = newOnes.slice(toldNew)
      others = others.slice(toldOthers)
    },
  }
}

/** Whether a UTF-16 unit is one of those that begin most words, a small letter. */
function smallLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x430 && unit <= 0x45f)
}

/** The greatest power of `toldAgain` that is not above it. */
function toldOf(times: number): number {
  return times === 0 ? 0 : toldAgain ** Math.floor((31 - Math.clz32(times)) / 3)
}
