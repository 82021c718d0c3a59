import { Readability } from '@mozilla/readability'
import { JSDOM } from 'jsdom'
import RssParser from 'rss-parser'
import { describe, expect, it, onTestFinished } from 'vitest'
import { outlets } from '../../../src/playground/newspaper/outlets.ts'
import { serveNewspaper } from '../../../src/playground/newspaper/server.ts'
import { createStoryIndex } from '../../../src/stories/story-index.ts'

async function aNewspaper(at: string) {
  const now = Temporal.Instant.from(at)
  const paper = await serveNewspaper({ now: () => now, host: '127.0.0.1', port: 0 })
  onTestFinished(paper.close)
  return { now, paper }
}

const parser = new RssParser()
const read = async (url: string) => parser.parseString(await (await fetch(url)).text())

describe.each(['2026-11-24T00:31:00Z', '2027-01-01T12:00:00Z', '2026-11-25T23:59:00Z'])(
  'at %s',
  (at) => {
    it('has news of the day in every feed, newest first, nothing from the future', async () => {
      const { now, paper } = await aNewspaper(at)
      expect(paper.feeds).toHaveLength(4)
      for (const { url, title, kind } of paper.feeds) {
        const feed = await read(url)
        expect(feed.title).toBe(title)
        const dates = feed.items.map((item) => Date.parse(item.isoDate ?? ''))
        expect(dates).toEqual(dates.toSorted((a, b) => b - a))
        expect(dates[0]).toBeLessThanOrEqual(now.epochMilliseconds)
        expect(dates[0]).toBeGreaterThan(now.epochMilliseconds - 24 * 3_600_000)
        if (kind === 'columns') {
          expect(feed.items.every((item) => item.creator)).toBe(true)
        }
      }
    })
  },
)

it('lists each article once, with a page that holds its text and says that it is a sample', async () => {
  const { paper } = await aNewspaper('2026-11-25T23:59:00Z')
  const items = (await Promise.all(paper.feeds.map(({ url }) => read(url)))).flatMap((f) => f.items)
  const articles = outlets.flatMap(({ editions }) => editions.flat())
  const titles = (of: { title?: string }[]) => of.map(({ title }) => title).toSorted()
  expect(titles(items)).toEqual(titles(articles))
  for (const item of items) {
    const response = await fetch(item.link ?? '')
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('every name and event in it is invented')
    const article = articles.find(({ title }) => title === item.title)
    const { window } = new JSDOM(html, { url: item.link ?? '' })
    const text = new Readability(window.document).parse()?.textContent ?? ''
    expect(text).toContain(article?.text[0])
    expect(text).toContain(article?.text.at(-1))
    window.close()
  }
}, 60_000)

it('answers as real sites do: 304, 404 for tomorrow, no page for nonsense', async () => {
  const { paper } = await aNewspaper('2026-11-24T12:00:00Z')
  const first = await fetch(paper.feeds[0]?.url ?? '')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  const second = await fetch(paper.feeds[0]?.url ?? '', { headers: { 'if-none-match': etag } })
  expect(second.status).toBe(304)
  const status = async (path: string) => (await fetch(paper.origin + path)).status
  expect(await status('/harbour-post/')).toBe(200)
  expect(await status('/')).toBe(200)
  const ferry = 'night-ferry-returns-to-saltmere-after-eleven-years'
  expect(await status(`/harbour-post/2026/11/24/${ferry}`)).toBe(200)
  expect(await status(`/harbour-post/2026/11/21/${ferry}`)).toBe(200)
  expect(await status(`/harbour-post/2026/11/27/${ferry}`)).toBe(404)
  expect(await status(`/harbour-post/2026/13/45/${ferry}`)).toBe(404)
  expect(await status('/harbour-post/nonsense')).toBe(404)
})

/** The news of one day, oldest first. */
const newsOf = (day: 0 | 1 | 2) =>
  outlets
    .filter(({ kind }) => kind === 'news')
    .flatMap(({ editions, language }, feedId) =>
      editions[day].map(({ title, standfirst: lead, time }) => {
        const publishedAt = Temporal.Instant.from(`2026-11-24T${time}:00Z`)
        return {
          title,
          lead,
          time,
          publishedAt,
          feedId,
          language,
          url: null,
          kind: 'news' as const,
        }
      }),
    )
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))

it('tells a day long enough to page, in which two tellings of one event become one story', async () => {
  for (const day of [0, 1, 2] as const) {
    const index = createStoryIndex()
    const stories = new Set<number>()
    let merged = 0
    const articles = newsOf(day)
    for (const [id, article] of articles.entries()) {
      const placed = index.add({ ...article, id, language: null })
      if (placed.kind === 'column') continue
      if (placed.kind === 'joined') merged++
      stories.add(placed.story)
    }
    expect(merged).toBeGreaterThanOrEqual(4)
    expect(stories.size).toBeGreaterThan(30)
    // Today's and yesterday's first hours make a page and more.
    const early = articles.filter(({ time }) => time < '05:30')
    expect(early.length).toBeGreaterThan(15)
  }
})

it('spells names in Ukrainian as they sound, so that an event told in both languages is one story', () => {
  const told = ([0, 1, 2] as const).flatMap((day) => {
    const index = createStoryIndex()
    const articles = newsOf(day)
    for (const [id, article] of articles.entries()) index.add({ ...article, id })
    return [...Map.groupBy(articles.entries(), ([id]) => index.storyOf(id)).values()].flatMap(
      (story) => {
        const [english, ukrainian] = ['en', 'uk'].map(
          (code) => story.find(([, { language }]) => language === code)?.[1].title.split(' ')[0],
        )
        return english && ukrainian ? `${english} = ${ukrainian}` : []
      },
    )
  })
  expect(told).toEqual([
    'Oysters = Устриці',
    'Tram = Трамвай',
    'Gulls = «Солтмір',
    'Rescuers = Одинадцятьох',
    'Gale = Шторм',
    'City = Кожна',
    'Students’ = Шкільний',
    'Bakers’ = Старий',
    'Rower = Міра',
    'Old = До',
    'Council = У',
    'Apple = Яблук',
    'Twelve-year-old = Дванадцятирічна',
    'Drillers = Під',
  ])
})
