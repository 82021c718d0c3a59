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
