import { z } from 'zod'
import type { EditionPart } from '../domain/delivery.ts'
import { json, required, type Shape } from './cells.ts'
import { insertInParts } from './compiled.ts'
import type { Database } from './tables.ts'

/** Messages as they are kept for the chats that share them, in the language that they are written in. */
export type NewEdition = { parts: readonly EditionPart[]; language: string }

/** Keeps an edition, and returns its number. */
export async function addEdition(
  db: Database,
  { coversThrough, ...edition }: NewEdition & { coversThrough: number },
  now: Temporal.Instant,
): Promise<number> {
  const [id] = await addEditions(db, { editions: [edition], coversThrough }, now)
  if (id === undefined) throw new Error('an edition was not kept')
  return id
}

/** Keeps editions that cover the same arrivals, few enough for one turn; returns their numbers. */
export async function addEditions(
  db: Database,
  { editions, coversThrough }: { editions: readonly NewEdition[]; coversThrough: number },
  now: Temporal.Instant,
): Promise<number[]> {
  return db.transaction().execute(async (trx) => {
    const values = { covers_through: coversThrough, created_at: now.epochMilliseconds }
    const added = await insertInParts(
      trx,
      'add editions',
      editions.map(() => values),
      (rows) => trx.insertInto('edition').values(rows).returning('id'),
    )
    const ids = added.flatMap(({ rows }) => rows).map(({ id }) => id)
    const all = editions.flatMap(({ parts, language }, i) =>
      parts.map((part, seq) => ({ ...part, edition_id: ids[i] ?? 0, seq, language })),
    )
    const parts = all.map(({ edition_id, seq, html, more, language, linkPreview }) => ({
      ...{ edition_id, seq, html, button: more, language },
      link_preview: linkPreview ? JSON.stringify(linkPreview) : null,
    }))
    await insertInParts(trx, 'add parts', parts, (rows) =>
      trx.insertInto('edition_part').values(rows),
    )
    const lists = all.map(({ edition_id, seq, articleIds }) => ({
      ...{ edition_id, seq, article_ids: JSON.stringify(articleIds) },
    }))
    await insertInParts(trx, 'add lists', lists, (rows) =>
      trx.insertInto('edition_list').values(rows),
    )
    return ids
  })
}

/** The parts of an edition from the first to a last one. */
export type PartialEdition = { editionId: number; lastSeq: number }

const listShape = { article_ids: required(json(z.array(z.int()))) } satisfies Shape

/** The numbers of the articles that stand in these parts. */
export async function articlesOfEditions(
  db: Database,
  editions: readonly PartialEdition[],
): Promise<Set<number>> {
  const ids = new Set<number>()
  for (const { editionId, lastSeq } of editions) {
    const rows = await db
      .selectFrom('edition_list')
      .select('article_ids')
      .where('edition_id', '=', editionId)
      .where('seq', '<=', lastSeq)
      .execute()
    for (const { article_ids } of rows) {
      for (const id of listShape.article_ids.read(article_ids) ?? []) ids.add(id)
    }
  }
  return ids
}
