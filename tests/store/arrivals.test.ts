import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { planDueDigests } from '../../src/delivering/plan-digests.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { newestArrival, numberArrivals } from '../../src/store/arrivals.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { serve, subscribe } from '../helpers/deliveries.ts'
import { titlesFound } from '../helpers/search.ts'

const t = translateInto(createI18n(), 'en')
const log = createLog('silent')
const afterDays = (days: number) => noon.add({ hours: 24 * days })

/** Two connections to one database, as two processes have them. */
async function twoConnections(): Promise<[Database, Database]> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const one = await openDatabase(file)
  const other = await openDatabase(file)
  onTestFinished(async () => {
    await one.destroy()
    await other.destroy()
  })
  await addFeed(one, { url: 'https://news.example/rss', title: 'Example News' }, noon)
  return [one, other]
}

/** Commits an article whose id was drawn before, as from the sequence that two writers share. */
async function commit(db: Database, id: number, title: string, at = noon): Promise<void> {
  await db.transaction().execute((trx) =>
    trx
      .insertInto('article')
      .values({
        id,
        feed_id: 1,
        url: `https://news.example/${id}`,
        title,
        kind: 'news',
        published_at: at.epochMilliseconds,
        first_seen_at: at.epochMilliseconds,
        page_state: 'read',
      })
      .execute(),
  )
}

const titles = ['Harbour opens', 'Council meets', 'Bridge closes', 'Ferry sails']
const titlesIn = (html: string) => titles.filter((title) => html.includes(title)).toSorted()

it('loses nothing and sends nothing twice when two collectors commit out of the order of ids', async () => {
  const [one, other] = await twoConnections()
  await commit(one, 1, 'Harbour opens')
  await subscribe(one, 1)
  // The first drew 2 and is slower than the second, which drew 3.
  await commit(other, 3, 'Bridge closes')
  await indexNewArticles(other)
  const received: string[][] = []
  const digest = async (days: number) => {
    for (const { html } of await serve(one, afterDays(days))) received.push(titlesIn(html))
  }
  await digest(0)
  await commit(one, 2, 'Council meets', afterDays(1))
  await indexNewArticles(one)
  await digest(1)
  await commit(other, 4, 'Ferry sails', afterDays(2))
  await numberArrivals(other)
  await digest(2)
  expect(received).toEqual([['Bridge closes', 'Harbour opens'], ['Council meets'], ['Ferry sails']])
  expect(await titlesFound(other, 'council')).toEqual(['Council meets'])
})

it('shows an article in no digest before it has a number, and then in the next', async () => {
  const [one, other] = await twoConnections()
  await subscribe(one, 1)
  await commit(one, 1, 'Harbour opens')
  await numberArrivals(one)
  await commit(other, 2, 'Council meets')
  expect((await serve(one, noon)).map(({ html }) => titlesIn(html))).toEqual([['Harbour opens']])
  await numberArrivals(other)
  expect((await serve(one, afterDays(1))).map(({ html }) => titlesIn(html))).toEqual([
    ['Council meets'],
  ])
})

it('leaves out of More news what arrived after its digest, whatever its id', async () => {
  const [one, other] = await twoConnections()
  await commit(other, 2, 'Bridge closes')
  await numberArrivals(other)
  const request = await requestOfNow(one, noon)
  await commit(one, 1, 'Council meets')
  await numberArrivals(one)
  const pages = await composeEdition({ db: one, log, now: noon, t }, request, 'UTC')
  expect(pages.flatMap(({ html }) => titlesIn(html))).toEqual(['Bridge closes'])
})

it('numbers thousands of articles in the order of their ids, each once', async () => {
  const db = await aDatabase()
  await addNews(
    db,
    Array.from({ length: 1200 }, (_, i) => ({ title: `Headline ${i}` })),
  )
  await numberArrivals(db)
  const rows = await db.selectFrom('article').select(['id', 'arrival']).orderBy('id').execute()
  expect(rows.map(({ arrival }) => arrival)).toEqual(rows.map((_, i) => i + 1))
  expect(await newestArrival(db)).toBe(1200)
})

it('gives no number twice, though the article that had it is gone', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Harbour opens' }, { title: 'Council meets' }])
  await db.deleteFrom('article').where('id', '=', 2).execute()
  await addNews(db, [{ title: 'Bridge closes' }])
  expect(await newestArrival(db)).toBe(3)
})

it('goes on with numbers that can be right when one of them is damaged', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Harbour opens' }, { title: 'Council meets' }])
  for (const damaged of [9e15, -3, 'garbled', 1.5]) {
    await sql`update article set arrival = ${damaged} where id = 2`.execute(db)
    expect(await newestArrival(db)).toBe(1)
    expect(
      await planDueDigests({ db, translateInto: () => t, log, now: noon, catchUpHours: 6 }),
    ).toBe(0)
  }
})
