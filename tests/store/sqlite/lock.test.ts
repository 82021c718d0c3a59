import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeError } from '../../../src/lib/describe-error.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { noteCleanEnd, wasCleanEnd } from '../../../src/store/sqlite/clean-end.ts'
import { holdDatabase } from '../../../src/store/sqlite/lock.ts'
import { addNews } from '../../helpers/database.ts'

it('gives a database to one holder at a time', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const release = holdDatabase(file)
  expect(release).not.toBeNull()
  expect(holdDatabase(file)).toBeNull()
  release?.()
  const again = holdDatabase(file)
  expect(again).not.toBeNull()
  again?.()
})

it('names a file that is no database, and leaves nothing beside it', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  writeFileSync(file, 'These are words, and words are not a database.')
  expect(() => holdDatabase(file)).toThrow(`The database ${file} cannot be opened`)
  expect(existsSync(`${file}.lock`)).toBe(false)
})

/** A database with some news, of which every fourth page is overwritten. */
async function aDamagedFile(): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const db = await openDatabase(file)
  const titles = Array.from({ length: 300 }, (_, i) => `Headline ${i} `.repeat(20))
  await addNews(
    db,
    titles.map((title) => ({ title })),
  )
  await db.destroy()
  const pageBytes = 8192
  const handle = openSync(file, 'r+')
  for (let at = pageBytes * 3; at < statSync(file).size; at += pageBytes * 4) {
    writeSync(handle, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, at)
  }
  closeSync(handle)
  return file
}

describe('a damaged database', () => {
  it('is not begun with, and its keeper is told what to do', async () => {
    const file = await aDamagedFile()
    expect(() => holdDatabase(file)).toThrow(
      `The database ${file} is damaged. Stop whatever uses it, keep a copy, and put a backup in its place`,
    )
    // Nor is it held, nor taken for whole the next time.
    expect(() => holdDatabase(file)).toThrow('is damaged')
  })

  it('says so wherever else it is met', async () => {
    const failure = await openDatabase(await aDamagedFile()).catch(describeError)
    expect(failure).toContain('is damaged. Stop whatever uses it')
  })
})

describe('the end of a run', () => {
  it('is known to have been in order until the next one begins, or the file changes', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
    expect(wasCleanEnd(file)).toBe(false)
    const release = holdDatabase(file)
    await (await openDatabase(file)).destroy()
    release?.()
    expect(wasCleanEnd(file)).toBe(true)
    holdDatabase(file)
    expect(wasCleanEnd(file)).toBe(false)
    noteCleanEnd(file)
    const db = await openDatabase(file)
    await addNews(db, [{ title: 'Harbour opens' }])
    await db.destroy()
    expect(wasCleanEnd(file)).toBe(false)
  })
})
