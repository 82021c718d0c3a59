import { scanWords } from './words-in.ts'

/** What a word of a text becomes: `isWord` says that it may be asked for in other forms. */
export type Form = { tokens: string; isWord: boolean }

/** A word was met so many times more: told when it is new here, and each time that it is eight times as often. */
export type TellMet = (form: string, written: string, times: number) => void

// A slot is a line of the processor's cache: what is read most is waited for once.
// Byte 0 holds how many UTF-16 units the word has, 1 whether it is one, 2 how many bytes of UTF-8 its form
// has, and 4 how often it was met (32 bits); both stand behind.
const slotBytes = 64
const slotUnits = slotBytes / 2
const slotNumbers = slotBytes / 4
const headBytes = 8

/**
 * Brings texts into the forms of their words, parted by spaces. Most words are met again soon: those of late
 * are kept with their forms in `slots` (a power of two), two for each hash, of which the one that was met less
 * goes. A `Map` of as many costs more than making most of them anew.
 */
export function createFormTable(
  makeForm: (written: string) => Form,
  tell: TellMet | undefined,
  slots: number,
): (text: string) => string {
  const bytes = new Uint8Array(slots * slotBytes)
  const units = new Uint16Array(bytes.buffer)
  const numbers = new Uint32Array(bytes.buffer)
  let out = Buffer.alloc(8192)
  let end = 0

  const reserve = (size: number): void => {
    if (out.length - end < size) out = Buffer.concat([out], 2 * out.length + size)
  }

  const isIn = (slot: number, text: string, start: number, length: number): boolean => {
    if (bytes[slot * slotBytes] !== length) return false
    const first = slot * slotUnits + headBytes / 2
    for (let i = 0; i < length; i++) {
      if (units[first + i] !== text.charCodeAt(start + i)) return false
    }
    return true
  }
  const putKnown = (slot: number, length: number): void => {
    const at = slot * slotBytes
    const from = at + headBytes + 2 * length
    const to = from + (bytes[at + 2] ?? 0)
    for (let i = from; i < to; i++) out[end++] = bytes[i] ?? 0
  }
  const countKnown = (slot: number, text: string, start: number, length: number): void => {
    const times = (numbers[slot * slotNumbers + 1] ?? 0) + 1
    numbers[slot * slotNumbers + 1] = times
    if (!isPowerOfEight(times) || bytes[slot * slotBytes + 1] === 0) return
    const from = slot * slotBytes + headBytes + 2 * length
    const form = Buffer.from(bytes.subarray(from, from + (bytes[slot * slotBytes + 2] ?? 0)))
    tell?.(form.toString(), text.slice(start, start + length), times - times / 8)
  }
  const putNew = (pair: number, text: string, start: number, length: number): void => {
    const written = text.slice(start, start + length)
    const { tokens, isWord } = makeForm(written)
    reserve(3 * tokens.length + 1)
    const size = out.write(tokens, end)
    if (isWord) tell?.(tokens, written, 1)
    if (headBytes + 2 * length + size <= slotBytes) {
      const met = (slot: number) => numbers[slot * slotNumbers + 1] ?? 0
      const slot = met(pair) <= met(pair + 1) ? pair : pair + 1
      const at = slot * slotBytes
      bytes[at] = length
      bytes[at + 1] = isWord ? 1 : 0
      bytes[at + 2] = size
      numbers[slot * slotNumbers + 1] = 1
      for (let i = 0; i < length; i++) {
        units[slot * slotUnits + headBytes / 2 + i] = text.charCodeAt(start + i)
      }
      bytes.set(out.subarray(end, end + size), at + headBytes + 2 * length)
    }
    end += size
  }
  return (text) => {
    end = 0
    scanWords(text, (start, stop, hash) => {
      reserve(slotBytes)
      const length = stop - start
      const pair = (hash ^ (hash >>> 15)) & (slots - 2)
      const slot = isIn(pair, text, start, length) ? pair : pair + 1
      if (slot === pair || isIn(slot, text, start, length)) {
        putKnown(slot, length)
        countKnown(slot, text, start, length)
      } else {
        putNew(pair, text, start, length)
      }
      out[end++] = space
    })
    return out.toString('utf8', 0, Math.max(0, end - 1))
  }
}

const space = 32

function isPowerOfEight(times: number): boolean {
  return (times & (times - 1)) === 0 && Math.clz32(times) % 3 === 1
}
