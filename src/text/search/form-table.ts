import { cutForm, folds } from './cut-form.ts'
import { createWordScanner } from './words-in.ts'

/** What a word of a text becomes: `isWord` says that it may be asked for in other forms. */
export type Form = { tokens: string; isWord: boolean }

/** A word was met so many times more: told when it is new here, and each time that it is eight times as often. */
export type TellMet = (form: string, written: string, times: number) => void

/** Brings a text into the forms of its words, parted by spaces. */
export type ToForms = (text: string) => string

// A form is mostly the beginning of the word, folded, so that a slot says how it is made of the word. Its
// first 32 bits are a hash of the word, the others, from the lowest: 16 of how often it was met, 1 of whether
// it is a word, 8 of the number of its ending, and 7 of how many UTF-16 units stay before that.
const [isWordBit, endingShift, stayShift] = [1 << 16, 17, 25]
const [mostTimes, mostEndings, mostStaying] = [0xffff, 2 ** 8, 2 ** 7 - 1]
const mostUnitsOfEnding = 3
/** Side by side, so that the processor waits for all of them once. */
const slotsInSet = 4

/**
 * Most words are met again soon: those of late are kept in `slots` (a power of two) of 8 bytes, for all
 * languages together. Each can stand in four of them, of which the one that was met least goes. A word is
 * known by its hash and its place. A `Map` costs more than making most forms anew.
 */
export function createFormTable(tell: TellMet | undefined, slots: number) {
  const hashes = new Int32Array(2 * Math.max(slots, slotsInSet))
  const lastSet = hashes.length / 2 / slotsInSet - 1
  const endings = ['']
  const endingNumbers = new Map([['', 0]])
  let out = new Uint16Array(8192)
  let outBytes = Buffer.from(out.buffer)
  let end = 0
  const scan = createWordScanner()
  // Only written, so that the engine keeps the loop that reads ahead.
  let _seen = 0

  const written = (from: number) => outBytes.toString('utf16le', 2 * from, 2 * end)
  const reserve = (size: number): void => {
    if (out.length - end >= size) return
    const more = new Uint16Array(2 * out.length + size)
    more.set(out)
    out = more
    outBytes = Buffer.from(out.buffer)
  }
  const put = (text: string): void => {
    for (let i = 0; i < text.length; i++) out[end++] = text.charCodeAt(i)
  }
  const putKnown = (at: number, text: string, units: Uint16Array, start: number, stop: number) => {
    const from = end
    const how = hashes[at + 1] ?? 0
    end = putFolded(out, end, units, start, start + (how >>> stayShift))
    const ending = (how >>> endingShift) % mostEndings
    if (ending !== 0) put(endings[ending] ?? '')
    const before = how & mostTimes
    const times = before === mostTimes ? (mostTimes + 1) / 2 : before + 1
    hashes[at + 1] = how - before + times
    if (isPowerOfEight(times) && (how & isWordBit) !== 0) {
      tell?.(written(from), text.slice(start, stop), times - times / 8)
    }
  }
  const keep = (first: number, hash: number, word: string, { tokens, isWord }: Form): void => {
    const { stay, ending } = cutForm(word, tokens)
    if (stay > mostStaying || ending.length > mostUnitsOfEnding || ending.includes(' ')) return
    const number = endingNumbers.get(ending) ?? endings.length
    if (number === mostEndings) return
    if (number === endings.length) endings.push(ending)
    endingNumbers.set(ending, number)
    const met = (at: number) => (hashes[at + 1] ?? 0) & mostTimes
    let at = first
    for (let i = 1; i < slotsInSet; i++) if (met(first + 2 * i) < met(at)) at = first + 2 * i
    hashes[at] = hash
    hashes[at + 1] = (stay << stayShift) | (number << endingShift) | (isWord ? isWordBit : 0) | 1
  }

  const putNew = (
    first: number,
    hash: number,
    word: string,
    makeForm: (written: string) => Form,
  ) => {
    const form = makeForm(word)
    reserve(form.tokens.length + 1)
    put(form.tokens)
    if (form.isWord) tell?.(form.tokens, word, 1)
    keep(first, hash, word, form)
  }

  /** Gives each word its first slot; the processor waits for many at once where nothing depends on what they hold. */
  const readAhead = (words: Int32Array, count: number): void => {
    let seen = 0
    for (let i = 2; i < 4 * count; i += 4) {
      const place = words[i] ?? 0
      const first = 2 * slotsInSet * ((place ^ (place >>> 15)) & lastSet)
      words[i] = first
      seen ^= hashes[first] ?? 0
    }
    _seen ^= seen
  }

  /** What brings the texts of a language into forms; each has a number of its own. */
  return (language: number, makeForm: (written: string) => Form): ToForms =>
    (text) => {
      const { units, words, count } = scan(text, language)
      readAhead(words, count)
      end = 0
      for (let i = 0; i < 4 * count; i += 4) {
        const start = words[i] ?? 0
        const stop = words[i + 1] ?? 0
        const first = words[i + 2] ?? 0
        // What is empty has 0.
        const hash = (words[i + 3] ?? 0) | 1
        reserve(2 * (stop - start) + mostUnitsOfEnding + 1)
        const behind = first + 2 * slotsInSet
        let at = first
        while (at < behind && hashes[at] !== hash) at += 2
        if (at < behind) putKnown(at, text, units, start, stop)
        else putNew(first, hash, text.slice(start, stop), makeForm)
        out[end++] = space
      }
      end = Math.max(0, end - 1)
      return written(0)
    }
}

/** Puts units from `start` to `stop`, folded one by one, into `out` at `end`; returns its new end. */
function putFolded(
  out: Uint16Array,
  end: number,
  units: Uint16Array,
  start: number,
  stop: number,
): number {
  let to = end
  for (let i = start; i < stop; i++) {
    const folded = folds[units[i] ?? 0] ?? 0
    if (folded !== 0) out[to++] = folded
    if (folded >>> 16 !== 0) out[to++] = folded >>> 16
  }
  return to
}

const space = 32

function isPowerOfEight(times: number): boolean {
  return (times & (times - 1)) === 0 && Math.clz32(times) % 3 === 1
}
