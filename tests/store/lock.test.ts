import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { holdDatabase } from '../../src/store/lock.ts'

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
