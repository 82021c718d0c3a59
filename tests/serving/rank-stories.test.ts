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
