import type { EditionPart } from '../domain/delivery.ts'
import { slices } from './slices.ts'
import type { Database } from './tables.ts'

/** Keeps an edition for the chats that share it, and returns its number. */
export async function addEdition(
  db: Database,
  edition: { parts: readonly EditionPart[]; coversThrough: number; language: string },
  now: Temporal.Instant,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('edition')
      .values({ covers_through: edition.coversThrough, created_at: now.epochMilliseconds })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('edition_part')
      .values(
        edition.parts.map(({ html, more, linkPreview }, seq) => ({
          ...{ edition_id: id, seq, html, button: more, language: edition.language },
          link_preview: linkPreview ? JSON.stringify(linkPreview) : null,
        })),
      )
      .execute()
    const articles = edition.parts.flatMap(({ articleIds }, seq) =>
      articleIds.map((article_id) => ({ edition_id: id, article_id, seq })),
    )
    for (const some of slices(articles)) {
      await trx.insertInto('edition_article').values(some).execute()
    }
    return id
  })
}

/** The parts of an edition from the first to a last one. */
export type PartialEdition = { editionId: number; lastSeq: number }

/** The numbers of the articles that stand in these parts. */
export async function articlesOfEditions(
  db: Database,
  editions: readonly PartialEdition[],
): Promise<Set<number>> {
  const ids = new Set<number>()
  for (const { editionId, lastSeq } of editions) {
    const rows = await db
      .selectFrom('edition_article')
      .select('article_id')
      .where('edition_id', '=', editionId)
      .where('seq', '<=', lastSeq)
      .execute()
    for (const { article_id } of rows) ids.add(article_id)
  }
  return ids
}
