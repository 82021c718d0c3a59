import type { StoryArticle } from '../../src/domain/story.ts'

const noon = Temporal.Instant.from('2024-06-14T12:00:00Z')

/** An article for merging; `hours` after noon of 14 June 2024. */
export function storyArticle(
  id: number,
  title: string,
  { hours = 0, ...fields }: Partial<StoryArticle> & { hours?: number } = {},
): StoryArticle {
  return {
    id,
    title,
    lead: null,
    feedId: id,
    url: `http://news.example/${id}`,
    language: null,
    kind: 'news',
    publishedAt: noon.add({ minutes: Math.round(hours * 60) }),
    ...fields,
  }
}
