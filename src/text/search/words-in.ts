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

const [between, letter, cyrillic, apostrophe, other] = [0, 1, 2, 3, 4]
/** What the most common characters are to words; others are left to the expression. */
const kinds = Uint8Array.from({ length: 0x2200 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/['’ʼ`´′]/.test(character)) return apostrophe
  if (/[[\p{L}\p{N}]--ʻ]/v.test(character))
    return /\p{Script=Cyrillic}/u.test(character) ? cyrillic : letter
  return /[\p{M}\u00ad\u200b-\u200d\u2060]/u.test(character) ? other : between
})

function kindAt(text: string, at: number): number {
  if (at >= text.length) return between
  const code = text.charCodeAt(at)
  return code < kinds.length ? (kinds[code] ?? other) : other
}

const here = new RegExp(word.source, 'vy')

/**
 * Calls `each` with the places of the same words, [start, end), and two hashes of their units, which are
 * others for another `seed`.
 */
export function scanWords(
  text: string,
  seed: number,
  each: (start: number, end: number, hash: number, other: number) => void,
): void {
  let at = 0
  while (at < text.length) {
    let kind = kindAt(text, at)
    if (kind === between || kind === apostrophe) {
      at++
      continue
    }
    const start = at
    for (let last = kind; ; last = kind, kind = kindAt(text, at)) {
      if (kind === apostrophe && last === cyrillic) {
        const next = kindAt(text, at + 1)
        if (next !== letter) kind = next
      }
      if (kind !== letter && kind !== cyrillic) break
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
      const unit = text.charCodeAt(i)
      hash = Math.imul(hash ^ unit, fnvPrime)
      second = Math.imul(second + unit, otherPrime) ^ (second >>> 13)
    }
    each(start, at, hash, second)
  }
}

// http://www.isthe.com/chongo/tech/comp/fnv/, of 32 bits.
const fnvStart = 0x811c9dc5
const fnvPrime = 0x01000193
// Of MurmurHash3.
const otherPrime = 0x85ebca6b
