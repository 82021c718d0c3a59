import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFeedReader, type FeedReader } from '../src/collecting/feed-reader.ts'
import { openDatabase } from '../src/store/database.ts'
import { noon } from './helpers/database.ts'
import { chats, feeds, later, live, populate, tablesOf, useAll } from './helpers/whole-database.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
const original = path.join(folder, 'original.db')

let reader: FeedReader
let rows: { table: string; columns: string[] }[]

beforeAll(async () => {
  reader = createFeedReader(1, () => noon)
  await populate(original, reader)
  rows = tablesOf(original)
})
afterAll(() => reader.close())

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

const tomorrow = later.add({ hours: 24 })

/** What else than itself a spoilt cell has cost. */
async function costOf(table: string, column: string, value: unknown): Promise<string[]> {
  const file = path.join(folder, 'spoilt.db')
  copyFileSync(original, file)
  if (!spoil(file, table, column, value)) return []
  const db = await openDatabase(file)
  try {
    await useAll(db)
    const first = await live(db, reader, later, 2)
    await useAll(db)
    const second = await live(db, reader, tomorrow, 3)
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
