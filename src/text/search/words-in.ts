// An apostrophe joins Cyrillic letters (Кам'янка) and parts Latin words (l'homme). Soft hyphens and what
// has no width stand within a word.
const word =
  /[[\p{L}\p{N}]--[ʼʻ]](?:[[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]--[ʼʻ]]|(?<=\p{Script=Cyrillic})['’ʼ`´′](?=\p{Script=Cyrillic}))*/gv

/** The words of a text as they are written. */
export function wordsIn(text: string): readonly string[] {
  return text.match(word) ?? []
}

/** A word, and where it stands in UTF-16 units: [start, end). */
export type PlacedWord = { word: string; start: number; end: number }

export function placedWords(text: string): PlacedWord[] {
  return Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    word: found,
    start: index,
    end: index + found.length,
  }))
}

// Those of which words are made are the last.
const [between, apostrophe, other, letter, cyrillic] = [0, 1, 2, 3, 4]
/** What the most common characters are to words; others are left to the expression. */
const kinds = new Uint8Array(2 ** 16).fill(other)
for (let code = 0; code < 0x2200; code++) kinds[code] = kindOf(String.fromCharCode(code))

function kindOf(character: string): number {
  if (/['’ʼ`´′]/.test(character)) return apostrophe
  if (/[[\p{L}\p{N}]--ʻ]/v.test(character))
    return /\p{Script=Cyrillic}/u.test(character) ? cyrillic : letter
  return /[\p{M}\u00ad\u200b-\u200d\u2060]/u.test(character) ? other : between
}

const here = new RegExp(word.source, 'vy')

/** A text as UTF-16 units, and `count` words of it: four numbers of each. They hold until the next text. */
export type ScannedWords = { units: Uint16Array; words: Int32Array; count: number }

/**
 * Finds the same words as `wordsIn`: of each its place, [start, end), and two hashes of its units, which
 * are others for another `seed`. Units of an array are read in a fraction of the time of those of a string.
 */
export function createWordScanner(): (text: string, seed: number) => ScannedWords {
  let units = new Uint16Array(0)
  let bytes = Buffer.from(units.buffer)
  let words = new Int32Array(0)
  return (text, seed) => {
    if (text.length >= units.length) {
      units = new Uint16Array(2 * Math.max(text.length, 4096))
      bytes = Buffer.from(units.buffer)
      // No word follows another at once.
      words = new Int32Array(2 * units.length)
    }
    bytes.write(text, 'utf16le')
    return { units, words, count: scanUnits(text, units, seed, words) }
  }
}

function scanUnits(text: string, units: Uint16Array, seed: number, words: Int32Array): number {
  const { length } = text
  // What follows the last word.
  units[length] = 0
  let found = 0
  for (let at = 0; at < length; ) {
    let kind = kinds[units[at] ?? 0] ?? other
    if (kind < other) {
      at++
      continue
    }
    const start = at
    for (;;) {
      for (; kind >= letter; kind = kinds[units[at] ?? 0] ?? other) at++
      if (kind !== apostrophe || kinds[units[at - 1] ?? 0] !== cyrillic) break
      kind = kinds[units[at + 1] ?? 0] ?? other
      if (kind !== cyrillic) break
      at++
    }
    if (kind === other) {
      here.lastIndex = start
      at = start + (here.exec(text)?.[0].length ?? 0)
      if (at === start) {
        at++
        continue
      }
    }
    let hash = fnvStart ^ seed
    let second = seed
    for (let i = start; i < at; i++) {
      const unit = units[i] ?? 0
      hash = Math.imul(hash ^ unit, fnvPrime)
      second = Math.imul(second + unit, otherPrime) ^ (second >>> 13)
    }
    words[found] = start
    words[found + 1] = at
    words[found + 2] = hash
    words[found + 3] = second
    found += 4
  }
  return found / 4
}

// http://www.isthe.com/chongo/tech/comp/fnv/, of 32 bits.
const fnvStart = 0x811c9dc5
const fnvPrime = 0x01000193
// Of MurmurHash3.
const otherPrime = 0x85ebca6b
