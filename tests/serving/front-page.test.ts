import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRequest } from '../../src/domain/digest-request.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { frontPage, reviewPage } from '../../src/serving/front-page.ts'
import { wholeNews } from '../../src/serving/news/paper.ts'
import { newsOfSpan } from '../../src/serving/news/span.ts'
import { digestOf } from '../../src/serving/news/stories-once.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { addHeadlines } from '../helpers/headlines.ts'

const t = translateInto(createI18n(), 'en')
const zone = 'Europe/Kyiv'

async function newsOf(db: Database) {
  const news = await newsOfSpan(db, { asOf: noon, days: 9 }, zone)
  return { whole: wholeNews(news), part: null }
}

async function pagesOf(db: Database) {
  const news = await newsOf(db)
  const pages = []
  for (let page = 0; ; page++) {
    const front = await frontPage(news, { page, asOf: noon, after: null }, { zone })
    pages.push(front)
    if (front.rest.length === 0) return pages
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
        const count = later.flatMap((day) => [...day.stories, ...day.columns]).length
        expect(rest).toEqual(count > 0 ? [{ day: null, count }] : [])
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

describe('a review', () => {
  const missed = Array.from({ length: 200 }, (_, i) => ({
    ...{ feed: 1 + (i % 4), hoursAgo: i * 0.8, words: `Story ${i}`, kind: 'news' as const },
    story: null,
  }))

  it('holds some of each day, the large stories of all, and each day has its rest', async () => {
    const db = await aDatabase()
    const large = Array.from({ length: 5 }, (_, i) => ({
      ...{
        feed: 10 + i,
        hoursAgo: 130,
        words: 'Parliament dissolved',
        kind: 'news' as const,
        story: 1,
      },
    }))
    await addHeadlines(db, [...missed, ...large])
    const news = await newsOf(db)
    const whole = digestOf(news.whole.stories, news.whole.columns, zone)
    const request = { page: 0, asOf: noon, day: null }
    const first = await reviewPage(news, request, { zone })
    expect(first.chosen[0]?.others).toHaveLength(4)
    expect(first.digest.days).toHaveLength(whole.days.length)
    for (const [i, day] of first.digest.days.entries()) {
      const all = whole.days[i]?.stories.length ?? 0
      expect(day.stories.length).toBeGreaterThanOrEqual(Math.min(all, 2))
    }
    const shown = first.digest.days.flatMap((day) => day.stories)
    for (const { day } of first.rest) {
      for (let page = 0; ; page++) {
        const more = await reviewPage(news, { page, asOf: noon, day }, { zone })
        shown.push(...more.digest.days.flatMap((each) => each.stories))
        if (more.rest.length === 0) break
      }
    }
    const ids = shown.flatMap(({ lead, others }) => [lead, ...others]).map(({ id }) => id)
    expect(ids.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 205 }, (_, i) => i + 1))
  })

  it('comes to who was away for days, with a button for each day', async () => {
    const db = await aDatabase()
    await addNews(db, [{ title: 'Had before' }], { seenAt: noon.subtract({ hours: 24 * 6 }) })
    await addHeadlines(db, missed)
    const composing = { db, t, log: createLog('silent'), now: noon }
    const parts = await composeEdition(composing, await requestOfNow(db, noon, 1), 'UTC')
    expect(parts[0]?.html).toMatch(/^<b>Since Saturday, 8 June 2024<\/b> · \d+ stories · \d min\n/)
    expect(parts.length).toBeLessThanOrEqual(2)
    const buttons = parts.at(-1)?.more?.split(' ').map(decodeRequest) ?? []
    expect(buttons.length).toBeGreaterThanOrEqual(6)
    const ofDay = buttons.find((button) => button?.day?.toString() === '2024-06-13')
    if (!ofDay) throw new Error('no button')
    const [page] = await composeEdition(composing, ofDay, 'UTC')
    expect(page?.html).toMatch(/^<b>Thursday, 13 June 2024<\/b>\n/)
    expect(page?.html).not.toContain('Since')
  })
})

it('places what a feed says each day after what it says for once', async () => {
  const db = await aDatabase()
  const given = Array.from({ length: 8 }, (_, i) => ({
    ...{ feed: 1 + (i % 4), hoursAgo: i, words: `Story ${i}`, kind: 'news' as const, story: i },
  }))
  await addHeadlines(db, given)
  await db
    .updateTable('article')
    .set({ is_routine: 1 })
    .where('title', 'like', 'Story 0%')
    .execute()
  const [first] = await pagesOf(db)
  expect(first?.chosen.at(-1)?.lead.title).toBe('Story 0 0')
})
