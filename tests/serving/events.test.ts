import { expect, it } from 'vitest'
import { usualPaper } from '../../src/domain/paper.ts'
import { eventsOf } from '../../src/serving/events.ts'
import { frontPage, reviewPage } from '../../src/serving/front-page.ts'
import { newsOfPaper } from '../../src/serving/news/paper.ts'
import { newsOfSpan } from '../../src/serving/news/span.ts'
import { rankPaper } from '../../src/serving/rank-paper.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { addHeadlines } from '../helpers/headlines.ts'

const zone = 'UTC'
const kind = 'news' as const
const letters = [...'abcdefgh']

/** Eight outlets tell of a merger in words of their own, among fifty stories that three outlets tell each. */
const merger = letters.map((letter, i) => ({
  ...{ feed: 1 + i, hoursAgo: 60 + i / 4, kind, story: null, name: `m${i}` },
  words: `Comcast merger ${letter.repeat(5)} ${letter.repeat(6)}`,
}))
const others = Array.from({ length: 150 }, (_, i) => ({
  ...{ feed: 20 + (i % 3), hoursAgo: 1 + i, kind, story: Math.floor(i / 3), name: `o${i}` },
  words: `${'klmnopqrst'[Math.floor(i / 3) % 10]?.repeat(4)} v${Math.floor(i / 3)}v`,
}))

async function newsWith(paper = usualPaper) {
  const db = await aDatabase()
  await addHeadlines(db, [...merger, ...others])
  const whole = await newsOfSpan(db, { asOf: noon, days: 9 }, zone)
  return newsOfPaper(db, whole, paper, noon)
}

it('leads a review with what many outlets tell in words of their own, and tells it once', async () => {
  const request = { page: 0, asOf: noon, day: null }
  const { chosen } = await reviewPage(await newsWith(), request, { zone })
  expect(chosen.slice(0, 1).map(({ lead }) => lead.title)).toEqual([
    expect.stringMatching(/^Comcast/),
  ])
  expect(chosen.filter(({ lead }) => lead.title.startsWith('Comcast'))).toHaveLength(1)
})

it('counts of an event the outlets that a paper brings', async () => {
  const options = { asOf: noon }
  const outletsOf = async (paper = usualPaper) => {
    const events = await eventsOf(await rankPaper(await newsWith(paper), options), zone)
    return Array.from(new Set(events.values()), ({ feeds }) => feeds.size)
  }
  expect(await outletsOf()).toEqual([8])
  const off = { sections: [], feeds: [1, 2, 3] }
  expect(await outletsOf({ ...usualPaper, off })).toEqual([5])
})

it('gives what is left of an event that was told no weight on later pages', async () => {
  const news = await newsWith()
  const pages = [0, 1].map((page) => frontPage(news, { page, asOf: noon, after: null }, { zone }))
  const [first, second] = await Promise.all(pages)
  const isPart = ({ lead }: { lead: { title: string } }) => lead.title.startsWith('Comcast')
  expect(first?.chosen.filter(isPart).length).toBeLessThanOrEqual(1)
  expect(second?.chosen.slice(0, 3).some(isPart)).toBe(false)
})

it('takes what outlets tell of one night on several exchanges for one event, and of another night for none of it', async () => {
  const db = await aDatabase()
  const night = [
    'Wall Street dips on weak retail sales',
    'Asian shares gain ahead of meeting in Tokyo',
    'S&P 500 slips as exports decline',
    'Nikkei edges higher after rally',
  ]
  const told = night.map((words, i) => ({
    feed: 1 + i,
    hoursAgo: 5 + i / 2,
    kind,
    story: null,
    words,
  }))
  const before = { feed: 9, hoursAgo: 53, kind, story: null, words: 'FTSE 100 falls to its lowest' }
  await addHeadlines(db, [...told, before, ...others])
  const news = await newsOfPaper(
    db,
    await newsOfSpan(db, { asOf: noon, days: 9 }, zone),
    usualPaper,
    noon,
  )
  const events = await eventsOf(await rankPaper(news, { asOf: noon }), zone)
  const parts = [...new Set(events.values())].map((event) =>
    event.parts.map(({ story }) => story.feeds[0]).sort(),
  )
  expect(parts).toEqual([[1, 2, 3, 4]])
})
