import { endLongTurn } from '../../lib/let-others-work.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import { createNumbering, wordsOf } from '../../text/words.ts'
import type { SpanNews } from './story.ts'

/** The headlines of some news in one language by the stems of their words. */
type Sayings = { numberOf: (word: string) => number; headlines: Map<number, RankedHeadline[]> }

type ByLanguage = Map<string | null, Sayings>

const known = new WeakMap<SpanNews, Promise<ByLanguage>>()

/** So many headlines are read in a turn. */
const atOnce = 100

/** The headlines of a span that say all words of what was typed, in any of their forms; the columns too. */
export async function headlinesSaying(news: SpanNews, typed: string): Promise<RankedHeadline[]> {
  const reading = known.get(news) ?? read(news)
  known.set(news, reading)
  const words = wordsOf(typed)
  return [...(await reading).values()].flatMap(({ numberOf, headlines }) => {
    const numbers = new Set(words.map(numberOf).filter((number) => number >= 0))
    const [first, ...others] = [...numbers].map((number) => new Set(headlines.get(number)))
    if (!first) return []
    return [...others.reduce((both, each) => both.intersection(each), first)]
  })
}

async function read({ stories, columns }: SpanNews): Promise<ByLanguage> {
  const byLanguage: ByLanguage = new Map()
  let count = 0
  for (const { articles } of [...stories, { articles: columns }]) {
    for (const headline of articles) {
      const { language, title } = headline
      const sayings = byLanguage.get(language) ?? {
        numberOf: createNumbering(language),
        headlines: new Map(),
      }
      byLanguage.set(language, sayings)
      for (const number of new Set(wordsOf(title.slice(0, mostLetters)).map(sayings.numberOf))) {
        const others = sayings.headlines.get(number)
        if (others) others.push(headline)
        else sayings.headlines.set(number, [headline])
      }
      if (++count % atOnce === 0) await endLongTurn()
    }
  }
  return byLanguage
}

/** What a hostile feed puts after that is not read. */
const mostLetters = 1000
