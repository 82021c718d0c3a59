import { mkdtempSync } from 'node:fs'
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
