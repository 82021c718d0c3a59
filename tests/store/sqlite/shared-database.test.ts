import { chmodSync, existsSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { importFeeds } from '../../../src/editing/import-feeds.ts'
import { readFeedList } from '../../../src/feeds/opml/read.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { addFeed, listFeeds } from '../../../src/store/feeds.ts'
import { holdDatabase } from '../../../src/store/sqlite/lock.ts'
import { aDatabase, noon } from '../../helpers/database.ts'

function aFile(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'data', 'courant.db')
}

async function opened(file: string, options = {}) {
  const db = await openDatabase(file, options)
  onTestFinished(() => db.destroy())
  return db
}

/** Another process's connection, as far as SQLite is concerned. */
function anotherWriter(file: string) {
  const other = new SQLite(file)
  onTestFinished(() => {
    other.close()
  })
  return other
}

const feed = (number: number) => ({ url: `https://news.example/${number}`, title: 'News' })

describe('a database that another process writes to', () => {
  it('waits for its turn to write, while the event loop runs', async () => {
    const file = aFile()
    const db = await opened(file)
    const other = anotherWriter(file)
    other.exec('begin immediate')
    let turns = 0
    const turning = setInterval(() => turns++, 5)
    onTestFinished(() => clearInterval(turning))
    setTimeout(() => other.exec('commit'), 300)
    const inTransaction = addFeed(db, feed(1), noon)
    const alone = db.updateTable('feed').set({ weight: 2 }).execute()
    expect((await inTransaction).kind).toBe('added')
    await alone
    expect((await listFeeds(db)).map(({ weight }) => weight)).toEqual([2])
    expect(turns).toBeGreaterThan(10)
  })

  it('takes its turn before it reads what it will write by', async () => {
    const file = aFile()
    const db = await opened(file)
    const other = await opened(file)
    let meanwhile: Promise<unknown> | undefined
    await db.transaction().execute(async (trx) => {
      await trx.selectFrom('feed').selectAll().execute()
      meanwhile = addFeed(other, feed(1), noon)
      await new Promise((done) => setTimeout(done, 50))
      await trx.insertInto('model_usage').values({ day: '2024-06-14' }).execute()
    })
    await meanwhile
    expect(await listFeeds(db)).toHaveLength(1)
  })

  it('gives up in the end, and keeps nobody waiting behind', async () => {
    const file = aFile()
    const db = await opened(file, { maxWaitMs: 300 })
    const other = anotherWriter(file)
    other.exec('begin immediate')
    const start = performance.now()
    const writers = Array.from({ length: 20 }, (_, i) => addFeed(db, feed(i), noon))
    const failed = Promise.all(writers.map((each) => expect(each).rejects.toThrow('is locked')))
    expect(await listFeeds(db)).toEqual([])
    await failed
    expect(performance.now() - start).toBeLessThan(1500)
    other.exec('commit')
    expect((await addFeed(db, feed(1), noon)).kind).toBe('added')
  })

  it('takes in thousands of feeds while the bot writes too', async () => {
    const file = aFile()
    const bot = await opened(file)
    const cli = await opened(file)
    const list = Array.from({ length: 3000 }, (_, i) => `https://news.example/imported${i}`)
    const told: number[] = []
    let imported: unknown
    const importing = importFeeds(cli, readFeedList(list.join('\n')), noon, (done) =>
      told.push(done),
    )
    importing.then((report) => {
      imported = report
    })
    let longestMs = 0
    for (let i = 0; imported === undefined; i++) {
      const start = performance.now()
      await addFeed(bot, feed(i), noon)
      longestMs = Math.max(longestMs, performance.now() - start)
      await new Promise((done) => setTimeout(done, 5))
    }
    expect(await importing).toMatchObject({ added: 3000, known: 0 })
    expect(longestMs).toBeLessThan(1500)
    expect(told.length).toBeGreaterThan(5)
    expect(told.at(-1)).toBe(3000)
  })
})

describe('a transaction that SQLite takes back by itself', () => {
  it('fails for the reason that it did, and leaves the database usable', async () => {
    const db = await aDatabase()
    const full = db.transaction().execute(async (trx) => {
      await trx.insertInto('model_usage').values({ day: '2024-06-14' }).execute()
      await sql`rollback`.execute(trx)
      throw new Error('database or disk is full')
    })
    await expect(full).rejects.toThrow('database or disk is full')
    expect((await addFeed(db, feed(1), noon)).kind).toBe('added')
  })
})

describe('the files of a database', () => {
  it('are for their owner alone, with the folder that is made for them', async () => {
    const file = aFile()
    const release = holdDatabase(file)
    const db = await opened(file)
    await addFeed(db, feed(1), noon)
    const modes = ['', '-wal', '-shm', '.lock'].map((end) => statSync(file + end).mode & 0o777)
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600])
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
    release?.()
    expect(statSync(`${file}.clean`).mode & 0o777).toBe(0o600)
  })

  it('keep the rights that their owner gave them', async () => {
    const file = aFile()
    await (await openDatabase(file)).destroy()
    chmodSync(file, 0o640)
    await opened(file)
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(existsSync(`${file}.clean`)).toBe(false)
  })
})
