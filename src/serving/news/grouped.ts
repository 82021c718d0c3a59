import type { RankedHeadline } from '../../store/headlines.ts'
import { type GrowingFigures, noFigures, writeFigures } from './figures.ts'
import { type NewsStory, newestFirst, storyOf } from './story.ts'

/** Headlines in memory: the news by their stories, in no order, and the columns. */
export type GroupedNews = {
  stories: readonly NewsStory[]
  figures: GrowingFigures
  extents: StoryExtents
  columns: ReadonlyMap<number, RankedHeadline>
}

type Extent = 'oldestMinute' | 'firstArrival' | 'lastArrival'

/** When the articles of stories began and came, by the places of the stories (figures.ts says why). */
export type StoryExtents = Readonly<Record<Extent, number[]>>

/** Headlines that can be added, replaced and removed, one by one. */
export type GroupedHeadlines = GroupedNews & {
  put(headline: RankedHeadline): void
  remove(id: number): void
}

export function groupHeadlines(): GroupedHeadlines {
  const stories: NewsStory[] = []
  const figures = noFigures()
  const extents: StoryExtents = {
    oldestMinute: [],
    firstArrival: [],
    lastArrival: [],
  }
  const places = new Map<number, number>()
  const columns = new Map<number, RankedHeadline>()
  const byId = new Map<number, RankedHeadline>()
  const write = (place: number, story: NewsStory) => {
    stories[place] = story
    places.set(keyOf(story.newest), place)
    writeFigures(figures, place, story)
    extents.oldestMinute[place] = story.oldestMinute
    extents.firstArrival[place] = story.firstArrival
    extents.lastArrival[place] = story.lastArrival
  }
  const tell = (key: number, [newest, ...rest]: readonly RankedHeadline[]) => {
    const place = places.get(key) ?? stories.length
    if (newest) {
      write(place, storyOf([newest, ...rest]))
      return
    }
    // The last one takes the place of what is gone.
    places.delete(key)
    const last = stories.pop()
    if (last && place < stories.length) write(place, last)
  }
  const articlesOf = (key: number) => stories[places.get(key) ?? -1]?.articles ?? []
  const remove = (id: number) => {
    const headline = byId.get(id)
    if (!headline) return
    byId.delete(id)
    if (columns.delete(id)) return
    const key = keyOf(headline)
    tell(
      key,
      articlesOf(key).filter((each) => each.id !== id),
    )
  }
  return {
    stories,
    figures,
    extents,
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
      tell(key, [...articlesOf(key), headline].sort(newestFirst))
    },
  }
}

/** Stories and articles alone are numbered apart. */
function keyOf({ storyId, id }: RankedHeadline): number {
  return storyId ?? -id
}
