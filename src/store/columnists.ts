import { columnistKey } from '../domain/columnist.ts'
import { readCell } from './cells.ts'
import { columnistShape } from './news-shapes.ts'
import { reindexArticle } from './search.ts'
import type { Database, Transaction } from './tables.ts'

/** A person who writes columns, one across spellings, feeds and languages. */
export type Columnist = {
  id: number
  name: string
  /** What their pages tell of them. */
  note: string | null
  columns: number
  /** Other names that an admin has merged into this one. */
  others: { id: number; name: string }[]
}

/** The number of the columnist of that name, who is added when new; null for a name without letters. */
export async function columnistOf(
  db: Database,
  name: string,
  note: string | null = null,
): Promise<number | null> {
  const key = columnistKey(name)
  if (!key) return null
  const row = await db
    .insertInto('columnist')
    .values({ name, name_key: key, note })
    .onConflict((c) =>
      c.column('name_key').doUpdateSet((e) => ({
        note: e.fn.coalesce('excluded.note', 'columnist.note'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The columnists of whom there are columns in sight, in the order of their names. */
export async function listColumnists(db: Database): Promise<Columnist[]> {
  const rows = await db
    .selectFrom('columnist')
    .leftJoin('article', (join) =>
      join
        .onRef('article.columnist_id', '=', 'columnist.id')
        .on('article.duplicate_of', 'is', null),
    )
    .leftJoin('feed', (join) =>
      join.onRef('feed.id', '=', 'article.feed_id').on('feed.removed_at', 'is', null),
    )
    .select((e) => [
      'columnist.id',
      'columnist.name',
      'columnist.note',
      'columnist.merged_into',
      e.fn.count<number>('feed.id').as('columns'),
    ])
    .groupBy(['columnist.id', 'columnist.name', 'columnist.note', 'columnist.merged_into'])
    .orderBy('columnist.name')
    .execute()
  const named = rows.flatMap((row) => {
    const name = columnistShape.name.read(row.name)
    return name === undefined ? [] : { ...row, name, note: readCell(columnistShape.note, row.note) }
  })
  return named
    .filter((row) => row.merged_into === null)
    .map(({ id, name, note, columns }) => {
      const others = named.filter((row) => row.merged_into === id)
      const all = others.reduce((sum, other) => sum + Number(other.columns), Number(columns))
      return {
        id,
        name,
        note,
        columns: all,
        others: others.map((o) => ({ id: o.id, name: o.name })),
      }
    })
    .filter(({ columns }) => columns > 0)
}

/**
 * Makes one columnist of two: columns of `id` bear the name of `into`. False when either is not there
 * or already merged, or others have been merged into `id`: it must be the one whose name stays.
 */
export function mergeColumnists(db: Database, id: number, into: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const both = await trx
      .selectFrom('columnist')
      .select('id')
      .where('id', 'in', [id, into])
      .where('merged_into', 'is', null)
      .execute()
    const others = await trx
      .selectFrom('columnist')
      .select('id')
      .where('merged_into', '=', id)
      .execute()
    if (both.length !== 2 || others.length > 0) return false
    await trx.updateTable('columnist').set({ merged_into: into }).where('id', '=', id).execute()
    await reindexColumns(trx, id)
    return true
  })
}

/** Takes a merged columnist apart again; false when they were not merged. */
export function separateColumnist(db: Database, id: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const result = await trx
      .updateTable('columnist')
      .set({ merged_into: null })
      .where('id', '=', id)
      .where('merged_into', 'is not', null)
      .executeTakeFirst()
    if (result.numUpdatedRows === 0n) return false
    await reindexColumns(trx, id)
    return true
  })
}

// They are found by the name that they bear.
async function reindexColumns(trx: Transaction, columnistId: number): Promise<void> {
  const columns = await trx
    .selectFrom('article')
    .select('id')
    .where('columnist_id', '=', columnistId)
    .execute()
  for (const { id } of columns) await reindexArticle(trx, id)
}
