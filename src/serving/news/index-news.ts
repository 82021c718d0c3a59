import { eachInTurns } from '../../lib/let-others-work.ts'
import type { SpanNews } from './span-news.ts'
import type { NewsStory } from './story.ts'

/** Where the stories of a span are found by what papers name. */
export type NewsIndex = {
  byStory: ReadonlyMap<number, NewsStory>
  byArticle: ReadonlyMap<number, NewsStory>
}

const known = new WeakMap<SpanNews, Promise<NewsIndex>>()

/** The stories of a span by their numbers, and by those of their articles; made once for all papers. */
export function indexNews(news: SpanNews): Promise<NewsIndex> {
  const index = known.get(news) ?? makeIndex(news)
  known.set(news, index)
  return index
}

async function makeIndex({ stories }: SpanNews): Promise<NewsIndex> {
  const byStory = new Map<number, NewsStory>()
  const byArticle = new Map<number, NewsStory>()
  await eachInTurns(stories, (story) => {
    const { storyId } = story.newest
    if (storyId !== null) byStory.set(storyId, story)
    for (const { id } of story.articles) byArticle.set(id, story)
  })
  return { byStory, byArticle }
}
