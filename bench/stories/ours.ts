import type { StoryArticle } from '../../src/domain/story.ts'
import { createStoryIndex } from '../../src/stories/story-index.ts'
import type { Text } from './data.ts'

export function articleOf({ title, lead }: Text, id: number): StoryArticle {
  const publishedAt = Temporal.Instant.fromEpochMilliseconds(id)
  return { id, title, lead, publishedAt, feedId: null, url: null, language: null, kind: 'news' }
}

/** The story of each text, put in one by one. */
export function ourStories(texts: Text[]): number[] {
  const index = createStoryIndex()
  for (const [id, text] of texts.entries()) index.add(articleOf(text, id))
  return texts.map((_, id) => index.storyOf(id) ?? -1)
}
