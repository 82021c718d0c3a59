import type { StoryArticle } from '../domain/story.ts'
import { termsOf } from './terms.ts'

/** Articles of one story beyond these do not change what it is about. */
export const maxCompared = 100

/** A longer title is the name of a bill or a whole sentence: another says it at a glance. In UTF-16 units. */
const longTitle = 150

/**
 * The article that stands for a story, of at least one: of those from the feeds with the most weight,
 * the medoid, the one whose title is most like all the others'; the first of equals. One with a long title
 * only where all are long.
 */
export function chooseLead<A extends StoryArticle>(
  articles: readonly [A, ...A[]],
  weightOf: (feedId: number | null) => number = () => 1,
): A {
  const byTime = articles.toSorted((a, b) => Temporal.Instant.compare(a.publishedAt, b.publishedAt))
  const sum = new Map<string, number>()
  const titles = new Map<A, { stems: string[]; share: number }>()
  for (const article of byTime.slice(-maxCompared)) {
    const stems = termsOf(article.title, null, article.language).title
    const share = 1 / Math.sqrt(stems.length || 1)
    titles.set(article, { stems, share })
    for (const stem of stems) sum.set(stem, (sum.get(stem) ?? 0) + share)
  }
  const centrality = (article: A) => {
    const { stems = [], share = 0 } = titles.get(article) ?? {}
    return stems.reduce((total, stem) => total + (sum.get(stem) ?? 0), 0) * share
  }
  const heaviest = Math.max(...articles.map(({ feedId }) => weightOf(feedId)))
  const heavy = byTime.filter(({ feedId }) => weightOf(feedId) === heaviest)
  const short = heavy.filter(({ title }) => title.length <= longTitle)
  let lead = articles[0]
  let best = Number.NEGATIVE_INFINITY
  for (const article of short.length > 0 ? short : heavy) {
    const value = centrality(article)
    if (value > best + 1e-9) {
      lead = article
      best = value
    }
  }
  return lead
}
