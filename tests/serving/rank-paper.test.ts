import fc from 'fast-check'
import { expect, it } from 'vitest'
import { usualPaper } from '../../src/domain/paper.ts'
import { newsOfPaper, wantedNews } from '../../src/serving/news/paper.ts'
import { newsOfSpan } from '../../src/serving/news/span.ts'
import { rankPaper } from '../../src/serving/rank-paper.ts'
import { byRank } from '../../src/serving/ranking.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { addHeadlines } from '../helpers/headlines.ts'

const zone = 'Europe/Kyiv'

const headline = fc.record({
  feed: fc.integer({ min: 1, max: 8 }),
  hoursAgo: fc.double({ min: 0, max: 30, noNaN: true }),
  words: fc.constantFrom('Harbour bridge opens', 'Whales return', 'Ferry fares fall', 'Rain'),
  kind: fc.constantFrom('news' as const, 'news' as const, 'column' as const),
  story: fc.option(fc.integer({ min: 1, max: 25 }), { freq: 3 }),
})
const feeds = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 4 })
const paper = fc
  .record({
    ...{ off: feeds, more: feeds, less: feeds },
    words: fc.subarray(['whale', 'fares']),
    languagesOff: fc.subarray(['uk']),
  })
  .map(({ off, more, less, words, languagesOff }) => ({
    ...usualPaper,
    languagesOff,
    off: { sections: [], feeds: off },
    more: { sections: [], feeds: more },
    less: { sections: [], feeds: less },
    mutes: { ...usualPaper.mutes, words },
  }))

it('ranks what each of some papers brings as if each story of it had been looked at', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(headline, { minLength: 1, maxLength: 300 }),
      fc.array(paper, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 2 }),
      fc.integer({ min: 1, max: 40 }),
      async (given, papers, pinned, count) => {
        const db = await aDatabase()
        await addHeadlines(db, given)
        await db.updateTable('article').set({ language: 'en' }).execute()
        await db.updateTable('article').set({ language: 'uk' }).where('feed_id', '<', 3).execute()
        await db.updateTable('story').set({ is_pinned: 1 }).where('id', 'in', pinned).execute()
        const span = await newsOfSpan(db, { asOf: noon, days: 2 }, zone)
        for (const paper of papers) {
          const news = await newsOfPaper(db, span, paper, noon)
          const { ranking, rankOf, scoreOf } = await rankPaper(news, { asOf: noon })
          const { stories } = wantedNews(news)
          const isShared = expect.any(Boolean)
          const all = stories
            .map((story) => ({ story, score: scoreOf(rankOf(story)), isShared }))
            .sort(byRank)
          expect(ranking.count).toBe(all.length)
          expect(ranking.entries(0, count)).toEqual(all.slice(0, count))
          expect(ranking.entries(3, count)).toEqual(all.slice(3, count))
          const counts = new Map<string, number>()
          for (const { newest } of stories) {
            const { language } = newest
            if (language) counts.set(language, (counts.get(language) ?? 0) + 1)
          }
          expect(new Map(ranking.languages())).toEqual(counts)
        }
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
