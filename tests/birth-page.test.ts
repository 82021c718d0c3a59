import { expect, it } from 'vitest'
import { renderText } from '../src/digests/text.ts'
import { createI18n, translateInto } from '../src/i18n/i18n.ts'
import { createLog } from '../src/lib/log.ts'
import { composeEdition, loadDigest, requestOfNow } from '../src/serving/compose-edition.ts'
import { aCollector } from './helpers/collector.ts'
import { aDatabase } from './helpers/database.ts'
import { startWebServer } from './helpers/web-server.ts'

const now = Temporal.Instant.from('2024-06-14T15:00:00Z')
const t = translateInto(createI18n(), 'en')

const headlines: [day: string, titles: string[]][] = [
  [
    '<div>2024, Friday</div><div>14 June</div>',
    [
      'Harbour bridge opens after nine years of work',
      'Museum returns forty bells to their villages',
      'Ferry fares fall by a tenth from Monday on',
      'Whale finds its way back to the open sea',
    ],
  ],
  [
    '<div>2024, Thursday</div><div>13 June</div>',
    ['Council votes for a thousand new trees', 'Storm closes the coast road for a night'],
  ],
]

const slug = (title: string) => title.toLowerCase().replaceAll(' ', '-')

const newsPage = `<html lang="en"><head><title>News | Tidewater. Global</title></head><body>
  <nav><a href="/">Home</a> <a href="/news">News</a> <a href="/opinion">Opinion</a></nav><main>
  ${headlines
    .map(
      ([day, titles]) =>
        `<section>${day}${titles.map((title) => `<div><a href="/news/${slug(title)}">${title}</a></div>`).join('')}</section>`,
    )
    .join('')}
  <button>More news</button></main></body></html>`

const paragraph =
  'The harbour has lived from its ferries for a hundred years, and nobody who has seen the new bridge at night, with all its lamps in the water, believes that it will live from them for another hundred. '

const columnPage = `<html lang="en"><head><title>What a bridge takes away | Tidewater. Global</title></head><body>
  <nav><a href="/">Home</a> <a href="/news">News</a> <a href="/opinion">Opinion</a></nav>
  <article><h1>What a bridge takes away</h1><div>14 June, 2024 Friday</div>
  <p><b>A bridge is a promise that somebody else has to keep.</b></p>
  ${`<p>${paragraph}</p>`.repeat(6)}
  <p><i>About the author. Orysia Halytska, journalist, winner of the Harbour Prize for essays.</i></p>
  <p><i>The editors do not always share the opinions of the authors.</i></p></article></body></html>`

async function collected() {
  const web = await startWebServer()
  const db = await aDatabase()
  const collector = aCollector({ db, now: () => now, zone: 'Europe/Kyiv' })
  web.answer('/news', newsPage, 'text/html')
  const column = `${web.origin}/opinion/what-a-bridge-takes-away`
  web.answer('/opinion/what-a-bridge-takes-away', columnPage, 'text/html')
  web.answer(
    '/opinion.rss',
    `<rss version="2.0"><channel><title>Tidewater. Global: opinion</title><item><title>What a bridge takes away</title><link>${column}</link><pubDate>Fri, 14 Jun 2024 09:00:00 +0300</pubDate></item></channel></rss>`,
  )
  const news = await collector.addFeed({ address: `${web.origin}/news`, kind: 'news' })
  await collector.addFeed({ address: `${web.origin}/opinion.rss`, kind: 'columns' })
  await collector.readFeeds()
  await collector.readPages(now.subtract({ hours: 48 }))
  return { db, news }
}

it('holds the shape of a printed page of news: days, headlines in their order, and columns', async () => {
  const { db, news } = await collected()
  expect(news).toMatchObject({ kind: 'added', feed: { title: 'Tidewater. Global' } })

  const digest = await loadDigest(db, { asOf: now, days: 2 }, 'Europe/Kyiv')
  expect(
    digest.days.map(({ date, stories }) => [`${date}`, stories.map(({ lead }) => lead.title)]),
  ).toEqual([
    ['2024-06-14', headlines[0]?.[1]],
    ['2024-06-13', headlines[1]?.[1]],
  ])
  const [column] = digest.days[0]?.columns ?? []
  expect(column).toMatchObject({ kind: 'column', author: 'Orysia Halytska' })
  expect(column?.standfirst).toBe('A bridge is a promise that somebody else has to keep.')

  const composing = { db, t, log: createLog('silent'), now }
  const parts = await composeEdition(composing, await requestOfNow(db, now), 'Europe/Kyiv')
  const html = parts.map((part) => part.html).join('\n')
  const places = headlines.flatMap(([, titles]) => titles).map((title) => html.indexOf(title))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  for (const text of [html, renderText(digest, t)]) expect(text).not.toMatch(/\d\d:\d\d/)
  expect(html).toContain('<b>Opinion</b>\n\n<b>Orysia Halytska</b>')
})
