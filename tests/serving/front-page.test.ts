import fc from 'fast-check'
import { expect, it } from 'vitest'
import { outlineDigest } from '../../src/serving/compose-edition.ts'
import { frontPage } from '../../src/serving/front-page.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, noon } from '../helpers/database.ts'

type Given = {
  feed: number
  hoursAgo: number
  words: string
  kind: 'news' | 'column'
  story: number | null
}

/** Adds headlines of several feeds; those with the same story number tell one story. */
async function addHeadlines(db: Database, given: readonly Given[]): Promise<void> {
  for (const [feed, items] of Map.groupBy(given.entries(), ([, each]) => each.feed)) {
    const url = `https://feed-${feed}.example/`
    const { feed: added } = await addFeed(db, { url, title: `Feed ${feed}`, kind: 'news' }, noon)
    const articles = items.map(([i, { hoursAgo, words, kind }]) => ({
      ...{ itemId: `${i}`, url: `${url}${i}`, title: `${words} ${i}`, author: null, kind },
      publishedAtMs: noon.subtract({ minutes: Math.round(hoursAgo * 60) }).epochMilliseconds,
      ...{ precision: 'minute' as const, place: null, summary: null, standfirst: null, body: null },
    }))
    await recordPolls(db, [{ feedId: added.id, articles, health: {} }], noon)
  }
  const rows = await db.selectFrom('article').select(['id', 'url']).orderBy('id').execute()
  const founders = new Map<number, number>()
  for (const { id, url } of rows) {
    const { story = null, kind } = given[Number(url.split('/').at(-1))] ?? {}
    if (story === null || kind === 'column') continue
    const founder = founders.get(story) ?? id
    founders.set(story, founder)
    if (founder === id) await db.insertInto('story').values({ id, lead_id: id }).execute()
    await db.updateTable('article').set({ story_id: founder }).where('id', '=', id).execute()
  }
}

async function pagesOf(db: Database) {
  const outline = await outlineDigest(db, { asOf: noon, days: 9 }, 'Europe/Kyiv')
  const pages = []
  for (let page = 0; ; page++) {
    const front = await frontPage(db, outline, { page, asOf: noon })
    pages.push(front)
    if (front.rest === 0) return pages
  }
}

const headline = fc.record({
  feed: fc.integer({ min: 1, max: 5 }),
  hoursAgo: fc.double({ min: 0, max: 70, noNaN: true }),
  words: fc.constantFrom(
    'Harbour bridge opens',
    'Whale returns to sea',
    'Ferry fares fall',
    'Міст відкрито',
  ),
  kind: fc.constantFrom('news', 'news', 'news', 'column'),
  story: fc.option(fc.integer({ min: 1, max: 12 })),
})

it('reaches every headline by its pages exactly once, and no event twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(headline, { maxLength: 160 }), async (given) => {
      const db = await aDatabase()
      await addHeadlines(db, given)
      const pages = await pagesOf(db)
      const days = pages.flatMap(({ digest }) => digest.days)
      const stories = days.flatMap((day) => day.stories)
      const shown = [
        ...stories.flatMap(({ lead, others, further }) => [lead, ...others, ...further]),
        ...days.flatMap((day) => day.columns),
      ].map(({ id }) => id)
      expect(shown.toSorted((a, b) => a - b)).toEqual(given.map((_, i) => i + 1))
      const told = stories.flatMap(({ lead }) => lead.storyId ?? [])
      expect(new Set(told).size).toBe(told.length)
      for (const [i, { rest }] of pages.entries()) {
        const later = pages.slice(i + 1).flatMap(({ digest }) => digest.days)
        expect(rest).toBe(later.flatMap((day) => [...day.stories, ...day.columns]).length)
      }
    }),
    { numRuns: 15 },
  )
})

it('places the large story of last night before the small news of the morning', async () => {
  const db = await aDatabase()
  const night = Array.from({ length: 6 }, (_, i) => ({
    ...{
      feed: 10 + i,
      hoursAgo: 14,
      words: 'Parliament dissolved',
      kind: 'news' as const,
      story: 1,
    },
  }))
  const words = ['Cat', 'Dog', 'Tram', 'Mill', 'Fair', 'Race', 'Play', 'Song']
  const morning = Array.from({ length: 60 }, (_, i) => ({
    ...{ feed: 1 + (i % 4), hoursAgo: i / 30, words: `${words[i % 8]}`, kind: 'news' as const },
    story: null,
  }))
  await addHeadlines(db, [...morning, ...night])
  const [first] = await pagesOf(db)
  const [lead] = first?.chosen ?? []
  expect(lead?.others).toHaveLength(5)
})
