import type { Article } from '../../domain/article.ts'
import type { Story } from '../../domain/digest.ts'
import type { NewsFeed, RankedHeadline } from '../../store/headlines.ts'
import type { StoryFigures } from './figures.ts'
import type { NewsStory } from './story.ts'

/** What was loaded of news, for all who are shown them. */
export type NewsTexts = {
  /** By number, while they stand as they are. */
  articles: Map<number, Article>
  /** Stories with their articles, while these stand as they are. */
  told: WeakMap<Story<RankedHeadline>, Story>
  /**
   * By which headline a story is known that says more now, null for one that does not, by arrival and lead; null
   * for a story that is not known. Until anything changes.
   */
  updates: Map<string, { before: string | null } | null>
}

/** The news of a span: its stories, and the columns. */
export type SpanNews = {
  texts: NewsTexts
  stories: readonly NewsStory[]
  figures: StoryFigures
  columns: RankedHeadline[]
  feeds: ReadonlyMap<number, NewsFeed>
  /** Columnists who are another, and who they are. */
  merged: ReadonlyMap<number, number>
}
