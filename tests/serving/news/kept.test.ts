import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createI18n, translateInto } from '../../../src/i18n/i18n.ts'
import { createLog } from '../../../src/lib/log.ts'
import { composeEdition, requestOfNow } from '../../../src/serving/compose-edition.ts'
import { keptNews } from '../../../src/serving/news/kept.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { setFeedRemoved, setFeedWeight } from '../../../src/store/feeds.ts'
import { forgetNewsChanges } from '../../../src/store/headlines.ts'
import { mergeStories, pinStory } from '../../../src/store/story-changes.ts'
import type { Database } from '../../../src/store/tables.ts'
import { addNews, noon } from '../../helpers/database.ts'

const t = translateInto(createI18n(), 'en')

const aFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')

async function pageOf(db: Database, after: number | null): Promise<string[]> {
  const composing = { db, t, log: createLog('silent'), now: noon }
  const parts = await composeEdition(composing, await requestOfNow(db, noon, after), 'Europe/Kyiv')
  return parts.map(({ html }) => html)
}

const feeds = [1, 2, 3]
let number = 0

const bring =
  (feed: number, hoursAgo: number) =>
  async (db: Database): Promise<void> => {
    const title = `Headline ${++number}`
    const publishedAt = noon.subtract({ minutes: Math.round(hoursAgo * 60) })
    const url = `https://feed-${feed}.example/rss`
    await addNews(db, [{ title, publishedAt }], { url })
  }

const tell = (article: number, story: number) => async (db: Database) => {
  const rows = await db.selectFrom('article').select('id').orderBy('id').execute()
  const [id, founder] = [rows[article % rows.length]?.id, rows[story % rows.length]?.id]
  if (id === undefined || founder === undefined) return
  await db
    .insertInto('story')
    .values({ id: founder, lead_id: founder })
    .onConflict((c) => c.doNothing())
    .execute()
  await db.updateTable('article').set({ story_id: founder }).where('id', '=', id).execute()
}

const merge = (from: number, into: number) => async (db: Database) => {
  const stories = await db.selectFrom('story').select('id').orderBy('id').execute()
  const [a, b] = [stories[from % stories.length]?.id, stories[into % stories.length]?.id]
  if (a === undefined || b === undefined || a === b) return
  const reason = { code: 'story-merged-by-admin', story: a } as const
  await db.transaction().execute((trx) => mergeStories(trx, { from: a, into: b, reason }))
}

const pin = (story: number, isPinned: boolean) => async (db: Database) => {
  const stories = await db.selectFrom('story').select('id').orderBy('id').execute()
  const id = stories[story % stories.length]?.id
  if (id !== undefined) await pinStory(db, id, { isPinned })
}

const weigh = (feed: number, weight: number) => (db: Database) => setFeedWeight(db, feed, weight)
const hide = (feed: number, isHidden: boolean) => (db: Database) =>
  setFeedRemoved(db, feed, isHidden ? noon : null)
const rename = (article: number) => async (db: Database) => {
  await db
    .updateTable('article')
    .set({ title: `Renamed ${++number}` })
    .where('id', '=', article)
    .execute()
}
const summarise = (article: number) => async (db: Database) => {
  const summary = `Summary ${++number}`
  await db
    .updateTable('article')
    .set({ summary, summary_origin: 'feed' })
    .where('id', '=', article)
    .execute()
}
const retitle = (feed: number) => async (db: Database) => {
  await db
    .updateTable('feed')
    .set({ title: `Feed ${++number}` })
    .where('id', '=', feed)
    .execute()
}
const turn = (article: number, kind: 'news' | 'column') => async (db: Database) => {
  await db.updateTable('article').set({ kind }).where('id', '=', article).execute()
}

const feed = fc.constantFrom(...feeds)
const place = fc.nat({ max: 12 })
const change = fc.oneof(
  fc.tuple(feed, fc.double({ min: 0, max: 60, noNaN: true })).map(([a, b]) => bring(a, b)),
  fc.tuple(feed, fc.double({ min: 0, max: 20, noNaN: true })).map(([a, b]) => bring(a, b)),
  fc.tuple(place, place).map(([a, b]) => tell(a, b)),
  fc.tuple(place, place).map(([a, b]) => merge(a, b)),
  fc.tuple(place, fc.boolean()).map(([a, b]) => pin(a, b)),
  fc.tuple(feed, fc.constantFrom(0.5, 1, 3)).map(([a, b]) => weigh(a, b)),
  fc.tuple(feed, fc.boolean()).map(([a, b]) => hide(a, b)),
  place.map(rename),
  place.map(summarise),
  feed.map(retitle),
  fc.tuple(place, fc.constantFrom('news' as const, 'column' as const)).map(([a, b]) => turn(a, b)),
)

it('shows what stands in the database, whatever has changed and whoever asked before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 4, maxLength: 20 }), async (changes) => {
      const file = aFile()
      const db = await openDatabase(file)
      for (const feed of feeds) await bring(feed, 1)(db)
      for (const [i, make] of changes.entries()) {
        await make(db)
        if (i % 4 === 3 || i === changes.length - 1) {
          const afresh = await openDatabase(file)
          for (const after of [null, 2]) {
            expect(await pageOf(db, after)).toEqual(await pageOf(afresh, after))
          }
          await afresh.destroy()
        }
      }
      await db.destroy()
    }),
    { numRuns: 25 },
  )
})

it('sees what another process writes, and what was forgotten of the changes meanwhile', async () => {
  const file = aFile()
  const db = await openDatabase(file)
  await bring(1, 1)(db)
  expect((await keptNews(db)).stories.length).toBe(1)
  const other = await openDatabase(file)
  for (let i = 0; i < 5; i++) await bring(2, 1)(other)
  expect((await keptNews(db)).stories.length).toBe(6)
  for (let i = 0; i < 5; i++) await bring(1, 1)(other)
  await forgetNewsChanges(other, 2)
  const kept = await keptNews(db)
  expect(kept.stories.length).toBe(11)
  expect(await keptNews(db)).toBe(kept)
  await other.destroy()
  await db.destroy()
})

it('lets go of what has become old', async () => {
  const db = await openDatabase(aFile())
  const days = (count: number) => noon.add({ hours: 24 * count })
  await addNews(db, [{ title: 'Old' }], { seenAt: noon })
  expect((await keptNews(db)).stories.length).toBe(1)
  await addNews(db, [{ title: 'New' }], { seenAt: days(4) })
  expect([...(await keptNews(db)).stories.values()].map(({ newest }) => newest.title)).toEqual([
    'New',
  ])
  await db.destroy()
})
