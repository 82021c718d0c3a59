import { expect, it } from 'vitest'
import { usualPaper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { firstStories } from '../../src/serving/first-stories.ts'
import { changePaper } from '../../src/serving/papers.ts'
import { subscribe } from '../../src/serving/subscribe.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { addHeadlines, type GivenHeadline } from '../helpers/headlines.ts'

it('begins with what the chat follows, and tells all of it once', async () => {
  const db = await aDatabase()
  const given = Array.from({ length: 90 }, (_, i): GivenHeadline => {
    const kind = i % 3 === 0 ? 'column' : 'news'
    return { feed: 1 + (i % 9), hoursAgo: 1 + i / 10, words: 'Harbour', kind, story: i }
  })
  await addHeadlines(db, given)
  const defaults = { zone: 'Europe/Kyiv', time: new Temporal.PlainTime(7, 30) }
  const serving = { db, now: () => noon, defaults }
  const chat = chatItself(7)
  await subscribe(serving, chat)
  const { id } = await db
    .selectFrom('article')
    .select('story_id as id')
    .where('story_id', 'is not', null)
    .orderBy('published_at')
    .executeTakeFirstOrThrow()
  const follows = [{ kind: 'story' as const, of: String(id), alert: false }]
  await changePaper(serving, chat, () => ({ ...usualPaper, follows }))
  const ids: number[] = []
  for (let from: string | null = ''; from !== null; ) {
    const { stories, next } = await firstStories(serving, chat, from, 'en')
    expect(stories.length).toBeLessThanOrEqual(50)
    if (from === '') expect(stories[0]?.article.storyId).toBe(id)
    ids.push(...stories.map(({ article }) => article.id))
    from = next
  }
  expect(ids).toHaveLength(given.length)
  expect(new Set(ids).size).toBe(given.length)
})
