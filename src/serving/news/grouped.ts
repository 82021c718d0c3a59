import type { RankedHeadline } from '../../store/headlines.ts'
import { type NewsStory, newestFirst, storyOf } from './story.ts'

/** Headlines in memory: the news by their stories, and the columns. */
export type GroupedNews = {
  stories: ReadonlyMap<number, NewsStory>
  columns: ReadonlyMap<number, RankedHeadline>
}

/** Headlines that can be added, replaced and removed, one by one. */
export type GroupedHeadlines = GroupedNews & {
  put(headline: RankedHeadline): void
  remove(id: number): void
}

export function groupHeadlines(): GroupedHeadlines {
  const stories = new Map<number, NewsStory>()
  const columns = new Map<number, RankedHeadline>()
  const byId = new Map<number, RankedHeadline>()
  const tell = (key: number, articles: readonly RankedHeadline[]) => {
    const [newest, ...rest] = articles
    if (newest) stories.set(key, storyOf([newest, ...rest]))
    else stories.delete(key)
  }
  const remove = (id: number) => {
    const headline = byId.get(id)
    if (!headline) return
    byId.delete(id)
    if (columns.delete(id)) return
    const key = keyOf(headline)
    tell(key, stories.get(key)?.articles.filter((each) => each.id !== id) ?? [])
  }
  return {
    stories,
    columns,
    remove,
    put(headline) {
      remove(headline.id)
      byId.set(headline.id, headline)
      if (headline.kind === 'column') {
        columns.set(headline.id, headline)
        return
      }
      const key = keyOf(headline)
      tell(key, [...(stories.get(key)?.articles ?? []), headline].sort(newestFirst))
    },
  }
}

/** Stories and articles alone are numbered apart. */
function keyOf({ storyId, id }: RankedHeadline): number {
  return storyId ?? -id
}
