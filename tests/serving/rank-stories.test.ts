import { expect, it } from 'vitest'
import { wholeNews } from '../../src/serving/news/paper.ts'
import { newsOfSpan } from '../../src/serving/news/span.ts'
import { rankNews } from '../../src/serving/rank-stories.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { addHeadlines } from '../helpers/headlines.ts'

async function newsFrom(hoursAgo: number) {
  const db = await aDatabase()
  await addHeadlines(db, [
    { feed: 1, hoursAgo, words: 'Harbour bridge opens', kind: 'news', story: null },
    { feed: 2, hoursAgo: 2, words: 'Whales return', kind: 'news', story: null },
  ])
  const span = { asOf: noon, days: 2, after: 0, upTo: Number.MAX_SAFE_INTEGER }
  return wholeNews(await newsOfSpan(db, span, 'Europe/Kyiv'))
}

it('ranks news once for all who ask, whenever that is', async () => {
  const news = await newsFrom(1)
  const ranked = await rankNews(news, { asOf: noon })
  expect(ranked.ranking.count).toBe(2)
  expect(await rankNews(news, { asOf: noon.add({ hours: 5 }) })).toBe(ranked)
  expect(await rankNews(news, { asOf: noon, halfLifeHours: 12 })).not.toBe(ranked)
})

it('ranks news of which some are dated ahead once for all who ask of one moment', async () => {
  const news = await newsFrom(-1)
  const ranked = await rankNews(news, { asOf: noon })
  expect(await rankNews(news, { asOf: noon })).toBe(ranked)
  expect(await rankNews(news, { asOf: noon.add({ minutes: 1 }) })).not.toBe(ranked)
})

it('scores each story as what its rank is made of says', async () => {
  const db = await aDatabase()
  const kinds = ['news', 'news', 'news', 'column'] as const
  const given = Array.from({ length: 80 }, (_, i) => ({
    feed: 1 + ((i * 7) % 5),
    hoursAgo: ((i * 13) % 40) + (i % 3) / 7,
    words: `Harbour ${i}`,
    kind: kinds[i % 4] ?? 'news',
    story: i % 3 === 0 ? i % 11 : null,
  }))
  await addHeadlines(db, given)
  await db.updateTable('feed').set({ weight: 2 }).where('id', '=', 2).execute()
  await db.updateTable('article').set({ is_routine: 1 }).where('id', 'in', [5, 17, 30]).execute()
  await db.updateTable('article').set({ place: 0 }).where('feed_id', '=', 3).execute()
  const { id } = await db.selectFrom('story').select('id').executeTakeFirstOrThrow()
  await db.updateTable('article').set({ about_story: id }).where('kind', '=', 'column').execute()
  const span = { asOf: noon, days: 2, after: 0, upTo: Number.MAX_SAFE_INTEGER }
  const news = wholeNews(await newsOfSpan(db, span, 'Europe/Kyiv'))
  const { ranking, rankOf, scoreOf, itemsADay } = await rankNews(news, { asOf: noon })
  const entries = ranking.entries(0, ranking.count)
  expect(entries.length).toBe(news.stories.length)
  for (const { story, score } of entries) expect(score).toBe(scoreOf(rankOf(story)))
  expect(new Set(entries.map(({ story }) => rankOf(story).columns)).size).toBeGreaterThan(1)
  const all = [...news.stories.flatMap(({ articles }) => articles), ...news.columns]
  const days = new Set(all.map(({ publishedMs }) => Math.floor(publishedMs / 86_400_000)))
  for (const [feedId, items] of Map.groupBy(all, (article) => article.feedId)) {
    expect(itemsADay(feedId)).toBe(items.length / days.size)
  }
})
