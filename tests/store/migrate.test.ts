import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeError } from '../../src/lib/describe-error.ts'
import { openDatabase } from '../../src/store/database.ts'

it('brings an empty database up to date, and leaves it so', async () => {
  const db = await openDatabase(':memory:')
  const tables = await db.introspection.getTables()
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['feed', 'article', 'feed_item', 'subscription', 'delivery_part']),
  )
  const { rows } = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(db)
  expect(rows).toEqual([{ foreign_keys: 1 }])
  await db.destroy()
})

it('says which file cannot be opened', async () => {
  for (const [file, reason] of [
    ['/dev/null/courant.db', '/dev/null is a file, not a folder'],
    ['/proc/nowhere/courant.db', 'the folder /proc/nowhere cannot be made (ENOENT)'],
  ] as const) {
    const failure = await openDatabase(file).catch(describeError)
    expect(failure).toBe(`The database ${file} cannot be opened: ${reason}`)
  }
})
