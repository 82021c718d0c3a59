import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Fetch } from '../../src/feeds/http.ts'
import { createCheckOfRows } from '../../src/jobs/check-rows.ts'
import { composeEdition, requestOfNow } from '../../src/jobs/compose-edition.ts'
import { createFeedReader, type FeedReader } from '../../src/jobs/feed-reader.ts'
import { readDueFeeds } from '../../src/jobs/read-feeds.ts'
import { readWaitingPages } from '../../src/jobs/read-pages.ts'
import { createStoryTeller } from '../../src/jobs/tell-stories.ts'
import { createLog } from '../../src/log.ts'
import { listColumnists } from '../../src/store/columnists.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed, listFeeds } from '../../src/store/feeds.ts'
import { keepAnswer, knownAnswer, textsToImprove } from '../../src/store/model-answers.ts'
import { reserveUsage } from '../../src/store/model-usage.ts'
import { unreadPages } from '../../src/store/pages.ts'
import { listProblems } from '../../src/store/problems.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import { findStory } from '../../src/store/story-account.ts'
import { mergeStories } from '../../src/store/story-changes.ts'
import { findSubscription, slotsAhead } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { createI18n, translateInto } from '../../src/telegram/i18n.ts'
import { noon } from '../helpers/database.ts'
import { plan, type Sent, sendAll, subscribe } from '../helpers/deliveries.ts'
import { rss } from '../helpers/feeds.ts'
import { titlesFound } from '../helpers/search.ts'

const t = translateInto(createI18n(), 'en')
const log = createLog('silent')
const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
const original = path.join(folder, 'original.db')
const chats = [1, 2, 3, 4]
const feeds = [1, 2, 3]
const later = noon.add({ hours: 1 })

let reader: FeedReader
let rows: { table: string; columns: string[] }[]

beforeAll(async () => {
  reader = createFeedReader(1, () => noon)
  await populate()
  const sqlite = new SQLite(original)
  const tables = sqlite
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and sql not like '%virtual%'
       and name not like 'sqlite%' and name not like 'kysely%' and name not like 'article_search%'`,
    )
    .all()
  rows = tables.map(({ name }) => ({
    table: name,
    columns: sqlite
      .prepare<[], { name: string }>(`select name from pragma_table_info('${name}')`)
      .all()
      .map((column) => column.name),
  }))
  sqlite.close()
})
afterAll(() => reader.close())

/** A server with three feeds of two headlines and a column, others each `hour`. */
function aWeb(hour: number): Fetch {
  return async (url) => {
    const number = /^https:\/\/feed(\d)\.example\/rss$/.exec(url)?.[1]
    if (!number) return { kind: 'not-found', reason: 'there is nothing' }
    const items = [1, 2].map((i) => ({
      title: `Council of harbour ${i} votes at ${hour}`,
      link: `https://feed${number}.example/${hour}/${i}`,
      description: `The council of harbour ${i} voted on Friday, said Ada Marsh of feed ${number}.`,
      date: 'Fri, 14 Jun 2024 11:30:00 GMT',
      creator: 'Ada Marsh',
    }))
    const bytes = Buffer.from(rss(`Feed ${number}`, items))
    const validators = { etag: `"${hour}"`, lastModified: null }
    return {
      kind: 'body',
      url,
      movedTo: null,
      contentType: 'text/xml',
      bytes,
      validators,
      maxAgeSeconds: null,
    }
  }
}

async function collect(db: Database, at: Temporal.Instant, fetch: Fetch): Promise<void> {
  const { signal } = new AbortController()
  const now = () => at
  await readDueFeeds({ db, fetchFeed: fetch, reader, now, log, signal, checkpoints: undefined })
  await indexNewArticles(db)
  const pages = { read: async () => noPage, close: async () => {} }
  await readWaitingPages(
    { db, fetchPage: fetch, reader: pages, now, log, signal },
    at.subtract({ hours: 72 }),
  )
  await createStoryTeller(db, now).tell(at.subtract({ hours: 72 }))
}

const noPage = { kind: 'unreadable', reason: 'it is no page', wall: null, teaser: null } as const

/** Something in every table: news, stories, columnists, digests sent and on their way, a model's words. */
async function populate(): Promise<void> {
  const db = await openDatabase(original)
  for (const number of feeds) {
    const url = `https://feed${number}.example/rss`
    await addFeed(
      db,
      { url, title: `Feed ${number}`, kind: number === 3 ? 'columns' : 'news' },
      noon,
    )
  }
  await collect(db, noon, aWeb(1))
  await mergeStories(db, { from: 1, into: 2, reason: 'An admin said so.' })
  await db.insertInto('story_apart').values({ story_id: 1, other_id: 3 }).execute()
  for (const chat of chats) await subscribe(db, chat)
  await plan(db, noon)
  await sendAll(db, noon)
  // The first chat's digest is still on its way.
  await db.updateTable('delivery').set({ state: 'planned' }).where('id', '=', 1).execute()
  await db
    .updateTable('delivery_part')
    .set({ state: 'planned' })
    .where('delivery_id', '=', 1)
    .execute()
  await db.updateTable('subscription').set({ next_slot_at: later.epochMilliseconds }).execute()
  await db
    .updateTable('feed')
    .set({ next_due_at: later.epochMilliseconds, not_before: null })
    .execute()
  const day = Temporal.PlainDate.from('2024-06-14')
  const spending = { inputTokens: 1, outputTokens: 1, costMillionths: 1 }
  await reserveUsage(db, day, spending, { tokens: 1000, cost: null })
  await keepAnswer(db, 'hash', { summary: 'It is so.', reason: null }, noon)
  await db
    .insertInto('problem')
    .values({
      subject: 'feed',
      subject_id: 9,
      code: 'unreadable',
      first_seen_at: 1,
      last_seen_at: noon.epochMilliseconds,
    })
    .execute()
  await db.destroy()
}

const spoils = [
  '',
  'garbled',
  '{[',
  '25:99',
  -1,
  1.5,
  9e15,
  -9e15,
  253_402_300_799_000,
  Number.POSITIVE_INFINITY,
  Buffer.from([0xff, 0x00]),
  null,
]

/** Writes over one cell of the first row; false where the database does not take it. */
function spoil(file: string, table: string, column: string, value: unknown): boolean {
  const sqlite = new SQLite(file)
  try {
    sqlite.pragma('foreign_keys = off')
    const first = `select rowid from "${table}" order by rowid limit 1`
    const update = `update "${table}" set "${column}" = ? where rowid in (${first})`
    return sqlite.prepare(update).run(value).changes === 1
  } catch {
    return false
  } finally {
    sqlite.close()
  }
}

/** Everything that reads: what readers and admins may ask, and what runs by itself. */
async function useAll(db: Database): Promise<void> {
  await listFeeds(db)
  await listColumnists(db)
  await listProblems(db, 10)
  await unreadPages(db, noon.subtract({ hours: 72 }))
  await titlesFound(db, 'council')
  await composeEdition({ db, log, now: later, t }, await requestOfNow(db, later), 'UTC')
  await knownAnswer(db, 'hash')
  await textsToImprove(db, [1, 2, 3])
  await findStory(db, 2)
  await findStory(db, 'https://feed1.example/1/1')
  await slotsAhead(db, noon, later)
  for (const chat of chats) await findSubscription(db, chat)
}

/** Chats and feeds that have nothing to do with the first row of a table. */
function honest(table: string): { chats: number[]; feeds: number[] } {
  const isFirstChats = /^(subscription|delivery|edition)/.test(table)
  const isFirstFeeds = table === 'feed'
  return {
    chats: isFirstChats ? chats.slice(1) : chats,
    feeds: isFirstFeeds ? feeds.slice(1) : feeds,
  }
}

/** What the first row's own owner loses for good with a cell: it cannot be told what stood there. */
const lasting = /^(subscription\.(id|chat_id|ended_at)|feed\.(id|url|removed_at|stopped_at))$/

/** The news of an hour collected, told and sent: the chats that got it, and the feeds that were read. */
async function live(db: Database, at: Temporal.Instant, hour: number) {
  await collect(db, at, aWeb(hour))
  const sent: Sent[] = []
  // What is on its way comes first, then what is new.
  for (let i = 0; i < 2; i++) {
    await plan(db, at)
    sent.push(...(await sendAll(db, at)))
  }
  await createCheckOfRows({ db, now: () => at, log, defaults })()
  const read = await db
    .selectFrom('feed')
    .select('id')
    .where('last_read_at', '=', at.epochMilliseconds)
    .execute()
  const news = sent.filter(({ html }) => html.includes(`votes at ${hour}`))
  return { chats: news.map(({ chatId }) => chatId), feeds: read.map(({ id }) => id) }
}

const defaults = { zone: 'UTC', time: new Temporal.PlainTime(12) }
const tomorrow = later.add({ hours: 24 })

/** What else than itself a spoilt cell has cost. */
async function costOf(table: string, column: string, value: unknown): Promise<string[]> {
  const file = path.join(folder, 'spoilt.db')
  copyFileSync(original, file)
  if (!spoil(file, table, column, value)) return []
  const db = await openDatabase(file)
  try {
    await useAll(db)
    const first = await live(db, later, 2)
    await useAll(db)
    const second = await live(db, tomorrow, 3)
    const owed = honest(table)
    const all = lasting.test(`${table}.${column}`) ? owed : { chats, feeds }
    return [
      ...owed.chats.filter((chat) => !first.chats.includes(chat)).map((chat) => `chat ${chat}`),
      ...owed.feeds.filter((feed) => !first.feeds.includes(feed)).map((feed) => `feed ${feed}`),
      ...all.chats.filter((chat) => !second.chats.includes(chat)).map((c) => `chat ${c} for good`),
      ...all.feeds.filter((feed) => !second.feeds.includes(feed)).map((f) => `feed ${f} for good`),
    ]
  } catch (error) {
    return [`all: ${error instanceof Error ? error.stack : error}`]
  } finally {
    await db.destroy()
  }
}

/** Of the ways to spoil a cell each column meets one, others in others; all with `SPOILS=all`. */
const isThorough = process.env.SPOILS === 'all'

it('a row that cannot be read costs only itself, and that not for ever', async () => {
  const costs: string[] = []
  let place = 0
  for (const { table, columns } of rows) {
    for (const column of columns) {
      place++
      for (const [i, value] of spoils.entries()) {
        if (!isThorough && i !== (place * 5) % spoils.length) continue
        const cost = await costOf(table, column, value)
        costs.push(...cost.map((each) => `${table}.${column} = ${value} costs ${each}`))
      }
    }
  }
  expect(costs).toEqual([])
}, 1_200_000)
