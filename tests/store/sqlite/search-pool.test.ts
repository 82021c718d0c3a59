import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../src/store/database.ts'
import { createSearchPool } from '../../../src/store/sqlite/search-pool.ts'
import { aDatabase, addNews } from '../../helpers/database.ts'
import { idsOf, requestFor } from '../../helpers/search.ts'

const harbours = requestFor('harb')

const aFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')

async function aPool() {
  const file = aFile()
  const db = await openDatabase(file)
  const pool = createSearchPool(db, file)
  onTestFinished(async () => {
    await pool.close()
    await db.destroy()
  })
  return { db, pool }
}

it('finds what the database holds, also what has come just now', async () => {
  const { db, pool } = await aPool()
  await addNews(db, [{ title: 'Harbour bridge opens' }])
  expect(idsOf(await pool.find(harbours))).toEqual([1])
  await addNews(db, [{ title: 'Harbour closed' }])
  expect(idsOf(await pool.find(harbours))).toEqual([2, 1])
})

it('looks on the connection itself where the database is in memory', async () => {
  const db = await aDatabase()
  const pool = createSearchPool(db, ':memory:')
  await addNews(db, [{ title: 'Harbour bridge opens' }])
  expect(idsOf(await pool.find(harbours))).toEqual([1])
  await pool.close()
})

it('gives up when its time is over, and goes on with another thread', async () => {
  const file = aFile()
  const db = await openDatabase(file)
  await addNews(db, [{ title: 'Harbour bridge opens' }])
  await db.destroy()
  // A thread that waits for a lock cannot be called back, as one that reads cannot.
  const holder = new SQLite(file)
  holder.pragma('locking_mode = exclusive')
  holder.exec('begin exclusive')
  const pool = createSearchPool(db, file, { limitMs: 900 })
  onTestFinished(pool.close)
  const late = await Promise.all([1, 2, 3, 4].map(() => pool.find(harbours)))
  expect(late.map(({ kind }) => kind)).toEqual(['late', 'late', 'late', 'late'])
  holder.close()
  await expect.poll(async () => idsOf(await pool.find(harbours)), { timeout: 10_000 }).toEqual([1])
})

it('lets few questions wait, and answers those beyond at once', async () => {
  const { db, pool } = await aPool()
  await addNews(db, [{ title: 'Harbour bridge opens' }])
  const all = await Promise.all(Array.from({ length: 100 }, () => pool.find(harbours)))
  const kinds = all.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'busy').length).toBeGreaterThan(50)
  expect(kinds.filter((kind) => kind === 'found').length).toBeGreaterThan(10)
  expect(kinds).not.toContain('late')
})

it('lets others be served while it looks', async () => {
  const { db, pool } = await aPool()
  await addNews(db, [{ title: 'Harbour bridge opens' }])
  let served = 0
  const timer = setInterval(() => served++)
  await pool.find(harbours)
  clearInterval(timer)
  expect(served).toBeGreaterThan(0)
})
