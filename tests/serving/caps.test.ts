import fc from 'fast-check'
import { expect, it } from 'vitest'
import { caps, usualPaper } from '../../src/domain/paper.ts'
import { requestOfNow } from '../../src/serving/compose-edition.ts'
import { frontPage } from '../../src/serving/front-page.ts'
import { newsOfPaper, wantedNews } from '../../src/serving/news/paper.ts'
import { newsOfSpan } from '../../src/serving/news/span.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { addHeadlines, type GivenHeadline } from '../helpers/headlines.ts'

const headline: fc.Arbitrary<GivenHeadline> = fc.record({
  feed: fc.integer({ min: 1, max: 6 }),
  hoursAgo: fc.double({ min: 0, max: 30, noNaN: true }),
  words: fc.constantFrom('Harbour bridge opens', 'Whales return', 'Ferry fares fall', 'Rain'),
  kind: fc.constantFrom('news', 'news', 'column'),
  story: fc.constant(null),
})

/** Feeds 1 to 4 are sport. */
const isSport = ({ feedId }: { feedId: number }) => feedId <= 4

it('holds a section to its number on a page, columns too, as long as there is anything else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(headline, { minLength: 20, maxLength: 160 }),
      fc.constantFrom(...caps),
      async (given, most) => {
        const db = await aDatabase()
        const inOrder = given.toSorted((a, b) => a.feed - b.feed)
        const all = [1, 2, 3, 4, 5, 6].map((feed): GivenHeadline => {
          return { feed, hoursAgo: 40, words: 'Early', kind: 'news', story: null }
        })
        await addHeadlines(db, [...all, ...inOrder])
        const tags = JSON.stringify(['sport'])
        await db.updateTable('feed').set({ tags }).where('id', '<=', 4).execute()
        const paper = { ...usualPaper, caps: [{ section: 'sport', most }] }
        const request = await requestOfNow(db, noon)
        const span = await newsOfSpan(db, request, 'UTC')
        const news = await newsOfPaper(db, span, paper, noon)
        const { stories, columns } = wantedNews(news)
        const shown = new Set<number>()
        let left = stories.length + columns.length
        for (let page = 0; left > 0; page++) {
          const place = { ...request, page }
          const { chosen, digest, rest } = await frontPage(news, place, { zone: 'UTC' })
          const sport = chosen.filter(({ lead }) => isSport(lead))
          const columnsShown = digest.days.flatMap((day) => day.columns)
          const sportColumns = columnsShown.filter(isSport)
          for (const { id } of [...chosen.map(({ lead }) => lead), ...columnsShown]) {
            expect(shown.has(id)).toBe(false)
            shown.add(id)
          }
          const others = stories.filter(({ newest }) => !isSport(newest) && !shown.has(newest.id))
          const otherColumns = columns.filter((each) => !isSport(each) && !shown.has(each.id))
          if (page === 0 || (page < 3 && others.length > 0)) {
            expect(sport.length).toBeLessThanOrEqual(most)
          }
          if (page === 0 || (page < 3 && otherColumns.length > 0)) {
            expect(sportColumns.length).toBeLessThanOrEqual(Math.max(0, most - sport.length))
          }
          left = rest[0]?.count ?? 0
        }
        expect(shown.size).toBe(stories.length + columns.length)
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

it('fills a page as far as all its sections may, whichever of them leads the news', async () => {
  const db = await aDatabase()
  const of = (feed: number, count: number, hoursAgo: number) =>
    Array.from({ length: count }, (_, i): GivenHeadline => {
      const words = `Story of ${'abcdefghij'[i % 10]?.repeat(5)}`
      return { feed, hoursAgo: hoursAgo + i / 100, words, kind: 'news', story: null }
    })
  const sport = Array.from({ length: 50 }, (_, i) => of(1 + i, 6, 1)).flat()
  await addHeadlines(db, [...sport, ...of(51, 100, 31)])
  const tagsOf = (name: string) => ({ tags: JSON.stringify([name]) })
  await db.updateTable('feed').set(tagsOf('sport')).execute()
  await db.updateTable('feed').set(tagsOf('culture')).where('id', '=', 51).execute()
  const paper = {
    ...usualPaper,
    caps: ['sport', 'culture'].map((section) => ({ section, most: 5 })),
  }
  const request = await requestOfNow(db, noon)
  const news = await newsOfPaper(db, await newsOfSpan(db, request, 'UTC'), paper, noon)
  const { chosen } = await frontPage(news, request, { zone: 'UTC' })
  const ofCulture = chosen.filter(({ lead }) => lead.feedId === 51)
  expect([chosen.length, ofCulture.length]).toEqual([10, 5])
})
