import { endLongTurn } from '../../lib/let-others-work.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import { formsAsked, formsIn } from '../../text/search/any-form.ts'
import type { SpanNews } from './span-news.ts'

/** The headlines of some news in one language by the forms of their words. */
type Sayings = Map<string, RankedHeadline[]>

type ByLanguage = Map<string | null, Sayings>

const known = new WeakMap<SpanNews, Promise<ByLanguage>>()

/** So many headlines are read in a turn. */
const atOnce = 100

/** The headlines of a span that say all words of what was typed, in any of their forms; the columns too. */
export async function headlinesSaying(news: SpanNews, typed: string): Promise<RankedHeadline[]> {
  const reading = known.get(news) ?? read(news)
  known.set(news, reading)
  return [...(await reading)].flatMap(([language, sayings]) => {
    const [first, ...others] = formsAsked(typed, language).map(
      (forms) => new Set(Array.from(forms).flatMap((form) => sayings.get(form) ?? [])),
    )
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
      const sayings = byLanguage.get(language) ?? new Map<string, RankedHeadline[]>()
      byLanguage.set(language, sayings)
      for (const form of formsIn(title, language)) {
        const others = sayings.get(form)
        if (others) others.push(headline)
        else sayings.set(form, [headline])
      }
      if (++count % atOnce === 0) await endLongTurn()
    }
  }
  return byLanguage
}
