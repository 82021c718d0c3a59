import { createNumbering, wordsOf } from '../text/words.ts'

/** The features of a sentence within its text, before any is chosen. */
export type SentenceFeatures = {
  /** 1 for the first sentence. */
  first: number
  /** How near it is to the beginning: e to the power of minus its place by 3, and by 10. */
  opening: number
  early: number
  /** Its cosine with the other sentences, on average (the degree of LexRank, Erkan and Radev 2004). */
  centrality: number
  /** In how many sentences its stems stand, by its length; the same, the nearer to the beginning the more. */
  density: number
  earlyDensity: number
  /** In how many sentences its stems stand, all added up. */
  coverage: number
  /** Its cosine with the title. */
  title: number
  /** How much of it is in the first and second person, 0 to 1. */
  speech: number
}

/** `stems` are distinct, and numbered within each text. */
export type DescribedSentence = { words: number; stems: number[]; features: SentenceFeatures }

/** Longer sentences are looked at up to here. */
const maxWords = 300

const speakers = new Set(
  'i we you me us my our your я ми ви мене нас вас мій наш ваш мы вы меня мой ich wir ihr je nous vous yo'.split(
    ' ',
  ),
)

/** The length is looked at first: this is asked of every word. */
function isSpeaker(word: string): boolean {
  return word.length <= 4 && speakers.has(word)
}

/** Returns the features of each sentence of a text, in the given order. */
export function describeSentences(
  sentences: string[],
  { language, title = '' }: { language: string | null; title?: string },
): DescribedSentence[] {
  const words = sentences.map((sentence) => wordsOf(sentence).slice(0, maxWords))
  const titleWords = wordsOf(title.slice(0, 500))
  const [[titleStems = [], ...stems], count] = numberStems([titleWords, ...words], language)
  const inTitle = new Set(titleStems)

  const spread = new Float64Array(count)
  const earlySpread = new Float64Array(count)
  const shared = new Float64Array(count)
  for (const [place, own] of stems.entries()) {
    const early = Math.exp(-place / 5)
    const share = 1 / Math.sqrt(own.length)
    for (const stem of own) {
      spread[stem] = (spread[stem] ?? 0) + 1
      earlySpread[stem] = (earlySpread[stem] ?? 0) + early
      shared[stem] = (shared[stem] ?? 0) + share
    }
  }
  const widest = spread.reduce((a, b) => Math.max(a, b), 1)
  const widestEarly = earlySpread.reduce((a, b) => Math.max(a, b), 1e-9)
  const others = Math.max(1, stems.length - 1)

  return stems.map((own, place) => {
    const length = words[place]?.length ?? 0
    const coverage = sum(own, spread) / widest
    return {
      words: length,
      stems: own,
      features: {
        first: place === 0 ? 1 : 0,
        opening: Math.exp(-place / 3),
        early: Math.exp(-place / 10),
        centrality: own.length === 0 ? 0 : (sum(own, shared) / Math.sqrt(own.length) - 1) / others,
        density: coverage / (length + 20),
        earlyDensity: sum(own, earlySpread) / widestEarly / (length + 20),
        coverage,
        title: cosine(own, inTitle),
        speech: Math.min(1, (words[place] ?? []).filter(isSpeaker).length / 3),
      },
    }
  })
}

/** The distinct stems of each list of words, numbered from 0 in the order in which they are met. */
function numberStems(
  lists: string[][],
  language: string | null,
): [lists: number[][], count: number] {
  const numberOf = createNumbering(language)
  const renumbered = new Map<number, number>()
  const distinct = lists.map((words) => {
    const numbers: number[] = []
    for (const word of words) {
      const stem = numberOf(word)
      if (stem < 0) continue
      let number = renumbered.get(stem)
      if (number === undefined) {
        number = renumbered.size
        renumbered.set(stem, number)
      }
      if (!numbers.includes(number)) numbers.push(number)
    }
    return numbers
  })
  return [distinct, renumbered.size]
}

/** The cosine of two sets of stems, 0 to 1; `a` has none twice. */
export function cosine<Stem>(a: readonly Stem[], b: ReadonlySet<Stem>): number {
  if (a.length === 0 || b.size === 0) return 0
  let both = 0
  for (const stem of a) if (b.has(stem)) both++
  return both / Math.sqrt(a.length * b.size)
}

function sum(stems: number[], values: Float64Array): number {
  let total = 0
  for (const stem of stems) total += values[stem] ?? 0
  return total
}
