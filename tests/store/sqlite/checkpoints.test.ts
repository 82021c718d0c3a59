import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../src/store/database.ts'
import { addFeed } from '../../../src/store/feeds.ts'
import { createCheckpoints } from '../../../src/store/sqlite/checkpoints.ts'

it('copies a log that has grown long into the database, and lets a short one be', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const db = await openDatabase(file)
  const checkpoints = createCheckpoints(db, file)
  const grown = async (title: string) => {
    const before = statSync(file).size
    const url = `https://news.example/${title.length}`
    await addFeed(db, { url, title, kind: 'news' }, Temporal.Now.instant())
    await checkpoints.betweenWrites()
    return statSync(file).size - before
  }
  expect(await grown('A title.')).toBe(0)
  const long = 'A title. '.repeat(1_500_000)
  expect(await grown(long)).toBeGreaterThan(long.length)
  await checkpoints.close()
  expect(await grown(`${long}.`)).toBe(0)
  await db.destroy()
})
