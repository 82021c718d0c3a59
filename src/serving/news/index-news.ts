import type { NewsStory, SpanNews } from './story.ts'

/** Where the stories of a span are found by what papers name. */
export type NewsIndex = {
  byStory: ReadonlyMap<number, NewsStory>
  byArticle: ReadonlyMap<number, NewsStory>
}

const known = new WeakMap<SpanNews, NewsIndex>()

/** The stories of a span by their numbers, and by those of their articles; made once for all papers. */
export function indexNews(news: SpanNews): NewsIndex {
  const before = known.get(news)
  if (before) return before
  const byStory = new Map<number, NewsStory>()
  const byArticle = new Map<number, NewsStory>()
  for (const story of news.stories) {
    const { storyId } = story.newest
    if (storyId !== null) byStory.set(storyId, story)
    for (const { id } of story.articles) byArticle.set(id, story)
  }
  const index = { byStory, byArticle }
  known.set(news, index)
  return index
}
