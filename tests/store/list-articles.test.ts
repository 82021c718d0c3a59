import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { expect, it } from 'vitest'
import * as lists from '../../migrations/2026-11-26-95-list-articles-of-parts.ts'
import { articlesOfEditions } from '../../src/store/editions.ts'
import { aDatabase } from '../helpers/database.ts'

it('knows which articles stand in each part of editions of before', async () => {
  const db = await aDatabase()
  await sql`drop table edition_list`.execute(db)
  await sql`create table edition_article (edition_id integer, article_id integer, seq integer)`.execute(
    db,
  )
  // More rows than are read at a time: the last edition of a slice goes on in the next.
  for (let id = 1; id <= 3; id++) {
    await sql`insert into edition (id, covers_through, created_at) values (${id}, 0, 0)`.execute(db)
    await sql`
      with recursive number (n) as (values (1) union all select n + 1 from number where n < 6000)
      insert into edition_article select ${id}, n, n / 4000 from number`.execute(db)
  }
  const migration: Migration = lists
  await migration.up(db)
  const countOf = async (editionId: number, lastSeq: number) =>
    (await articlesOfEditions(db, [{ editionId, lastSeq }])).size
  for (let id = 1; id <= 3; id++) {
    expect([await countOf(id, 0), await countOf(id, 1)]).toEqual([3999, 6000])
  }
})
