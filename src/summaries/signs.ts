import { createStemmer, wordsOf } from './words.ts'

/** What can be seen of a sentence in its text, before any is chosen. */
export type Signs = {
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
  /** How much it speaks in the first and second person, 0 to 1. */
  speech: number
}

export type Described = { words: number; stems: ReadonlySet<string>; signs: Signs }

/** Of very long texts and sentences, and for ever growing words, no more than this is looked at. */
const maxWords = 300

const speakers = new Set(
  'i we you me us my our your я ми ви мене нас вас мій наш ваш мы вы меня мой ich wir ihr je nous vous yo'.split(
    ' ',
  ),
)

/** Describes each sentence of a text, in the given order. */
export function describeSentences(
  sentences: string[],
  { language, title = '' }: { language: string | null; title?: string },
): Described[] {
  const stem = createStemmer(language)
  const stemsIn = (words: string[]) => new Set(words.map(stem).filter((s) => s !== ''))
  const words = sentences.map((sentence) => wordsOf(sentence).slice(0, maxWords))
  const stems = words.map(stemsIn)
  const titleStems = stemsIn(wordsOf(title.slice(0, 500)))

  const spread = new Map<string, number>()
  const earlySpread = new Map<string, number>()
  const shared = new Map<string, number>()
  for (const [place, set] of stems.entries()) {
    for (const s of set) {
      add(spread, s, 1)
      add(earlySpread, s, Math.exp(-place / 5))
      add(shared, s, 1 / Math.sqrt(set.size))
    }
  }
  const widest = Math.max(1, ...spread.values())
  const widestEarly = Math.max(1e-9, ...earlySpread.values())

  return stems.map((set, place) => {
    const count = words[place]?.length ?? 0
    const coverage = sum(set, spread) / widest
    const others = Math.max(1, stems.length - 1)
    return {
      words: count,
      stems: set,
      signs: {
        first: place === 0 ? 1 : 0,
        opening: Math.exp(-place / 3),
        early: Math.exp(-place / 10),
        centrality: set.size === 0 ? 0 : (sum(set, shared) / Math.sqrt(set.size) - 1) / others,
        density: coverage / (count + 20),
        earlyDensity: sum(set, earlySpread) / widestEarly / (count + 20),
        coverage,
        title: cosine(set, titleStems),
        speech: Math.min(1, (words[place] ?? []).filter((w) => speakers.has(w)).length / 3),
      },
    }
  })
}

/** The cosine of two sets of stems, 0 to 1. */
export function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let both = 0
  for (const stem of a) if (b.has(stem)) both++
  return both / Math.sqrt(a.size * b.size)
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value)
}

function sum(stems: Set<string>, values: Map<string, number>): number {
  let total = 0
  for (const stem of stems) total += values.get(stem) ?? 0
  return total
}
