import type { EditionPart } from '../domain/delivery.ts'
import { slices } from './slices.ts'
import type { Database } from './tables.ts'

/** Keeps an edition for the chats that share it, and returns its number. */
export async function addEdition(
  db: Database,
  edition: { parts: readonly EditionPart[]; coversThrough: number },
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
        edition.parts.map(({ html, more }, seq) => ({ edition_id: id, seq, html, button: more })),
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
