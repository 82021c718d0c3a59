import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { noteIndexed } from '../../../src/store/sqlite/search-index.ts'
import { largeFrom } from '../../../src/store/sqlite/search-schema.ts'
import type { Database } from '../../../src/store/tables.ts'
import { aDatabase } from '../../helpers/database.ts'

async function mergedTogether(db: Database): Promise<number | undefined> {
  const { rows } = await sql<{ v: number }>`
    select v from article_search_text_config where k = 'automerge'`.execute(db)
  return rows[0]?.v
}

it('merges the segments of the index more often once the archive is large', async () => {
  const db = await aDatabase()
  const note = (arrival: number) => db.transaction().execute((trx) => noteIndexed(trx, arrival))
  const whileSmall = await mergedTogether(db)
  await note(largeFrom - 1)
  expect(await mergedTogether(db)).toBe(whileSmall)
  await note(largeFrom + 1)
  const onceLarge = await mergedTogether(db)
  expect(onceLarge).toBeLessThan(Number(whileSmall))
  await note(2 * largeFrom)
  expect(await mergedTogether(db)).toBe(onceLarge)
})
