import type { Story } from '../../src/domain/digest.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { frontPage } from '../../src/serving/front-page.ts'
import { wholeNews } from '../../src/serving/news/paper.ts'
import { newsOfSpan } from '../../src/serving/news/span.ts'
import { digestOf } from '../../src/serving/news/stories-once.ts'
import { articlesByIds } from '../../src/store/article-rows.ts'
import type { RankedHeadline } from '../../src/store/headlines.ts'
import { atLeast, type Row } from '../report.ts'
import { type PublishedHeadline, readPublished, readSlugPairs, seeded } from '../stories/data.ts'
import { type DayOfNews, dayOfNews } from './day-of-news.ts'

const days = 20
const shape = { stories: 20, most: 30, noise: 600, noiseFeeds: 30 }
const zone = 'UTC'
const t = translateInto(createI18n(), 'en')

const absences = [1, 3, 7, 14]
const shapeOfDay = { stories: 3, most: 30, noise: 150, noiseFeeds: 60 }

/** What a page is worth to its reader. */
type Worth = { biggest: number; again: number; oneFeed: number; old: number }

/**
 * The first page of days that are known: how many of the ten biggest stories it holds, how much of it
 * tells what it has told already, and how it is spread. Beside it the same number of stories by time.
 */
export async function front({ data }: { data: string | undefined }): Promise<Row[]> {
  if (!data) throw new Error('bench front needs --data DIR')
  const headlines = await readPublished(data)
  const unrelated = (await readSlugPairs(data)).filter(({ y }) => !y).map(({ a }) => a.title)
  const ours: Worth[] = []
  const byTime: Worth[] = []
  for (let seed = 1; seed <= days; seed++) {
    const day = await dayOfNews(headlines, unrelated, shape, seeded(seed))
    const news = await newsOfSpan(day.db, { asOf: day.now, days: 2 }, zone)
    const whole = { whole: wholeNews(news), part: null }
    const { chosen } = await frontPage(whole, { page: 0, asOf: day.now, after: null }, { zone })
    const newest = digestOf(news.stories, [], zone)
      .days.flatMap(({ stories }) => stories)
      .slice(0, chosen.length)
    ours.push(await worthOf(chosen, day))
    byTime.push(await worthOf(newest, day))
    await day.db.destroy()
  }
  const mean = (all: Worth[], of: keyof Worth) =>
    all.reduce((sum, worth) => sum + worth[of], 0) / all.length
  const row = (figure: string, of: keyof Worth) => ({
    figure,
    ours: mean(ours, of),
    by: mean(byTime, of),
  })
  const shown = (figure: string, of: keyof Worth): Row => {
    const { ours, by } = row(figure, of)
    return { figure, ours, peer: by, ratio: null, bar: '', ok: true }
  }
  const biggest = row('of the ten biggest stories on the first page', 'biggest')
  const again = row('share of the page that tells a story again', 'again')
  return [
    { ...atLeast(biggest.figure, biggest.ours, null, 9), peer: biggest.by },
    {
      ...{ figure: again.figure, ours: again.ours, peer: again.by, ratio: null },
      ...{ bar: 'at most 0.03', ok: again.ours <= 0.03 },
    },
    shown('share of the page that one feed takes', 'oneFeed'),
    shown('share of the page older than 12 hours', 'old'),
    ...(await Promise.all(absences.map((days) => reviewOf(days, headlines, unrelated)))).flat(),
  ]
}

async function worthOf(
  stories: readonly Story<RankedHeadline>[],
  { db, now, truth, biggest }: DayOfNews,
): Promise<Worth> {
  const leads = stories.map(({ lead }) => lead)
  const articles = await articlesByIds(
    db,
    leads.map(({ id }) => id),
  )
  const told = leads.map(({ id }) => truth.get(articles.get(id)?.url ?? '') ?? `${id}`)
  const feeds = Map.groupBy(leads, ({ feedId }) => feedId)
  const hoursOld = leads.map(({ publishedAt }) => now.since(publishedAt).total('hours'))
  return {
    biggest: biggest.filter((story) => told.includes(story)).length,
    again: (told.length - new Set(told).size) / told.length,
    oneFeed: Math.max(...[...feeds.values()].map(({ length }) => length)) / told.length,
    old: hoursOld.filter((hours) => hours > 12).length / told.length,
  }
}

/** The digest of somebody who was away for some days. */
async function reviewOf(
  days: number,
  headlines: PublishedHeadline[],
  unrelated: string[],
): Promise<Row[]> {
  const { stories, most, noise, noiseFeeds } = shapeOfDay
  const shape = { most, noiseFeeds, days, stories: stories * days + 7, noise: noise * days }
  const { db, now, truth, biggest } = await dayOfNews(headlines, unrelated, shape, seeded(days))
  const request = await requestOfNow(db, now, 1)
  const parts = await composeEdition({ db, t, log: createLog('silent'), now }, request, zone)
  const ids = parts.flatMap(({ articleIds }) => articleIds)
  const articles = [...(await articlesByIds(db, ids)).values()]
  const told = new Set(articles.map(({ url }) => truth.get(url)))
  const dates = new Set(articles.map(({ publishedAt }) => publishedAt.toString().slice(0, 10)))
  await db.destroy()
  const held = (figure: string, ours: number, bar: number, isFine: boolean): Row => ({
    ...{ figure: `away for ${days} days: ${figure}`, ours, peer: null, ratio: null },
    ...{ bar: `${bar}`, ok: isFine },
  })
  const found = biggest.filter((story) => told.has(story)).length
  return [
    held('messages', parts.length, 2, parts.length <= 2),
    held('days that it holds', dates.size, days, dates.size >= days),
    held('of the ten biggest stories', found, 10, found === 10),
  ]
}
