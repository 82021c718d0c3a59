import { encodeReason, parseReason, type Reason } from '../domain/reason.ts'
import { readCell, text, words } from './cells.ts'
import { articleShape } from './news-shapes.ts'
import { reindexArticle } from './search.ts'
import type { Database } from './tables.ts'

/** What a model made of a text: a summary, or null and the reason why there is none. */
export type ModelAnswer = { summary: string; reason: null } | { summary: null; reason: Reason }

/** A read article whose summary is not the model's yet. */
export type ArticleText = { id: number; title: string; language: string | null; text: string }

/** Of these articles the news whose text is known and whose summary is not the model's, as ordered. */
export async function textsToImprove(db: Database, ids: readonly number[]): Promise<ArticleText[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('article')
    .select(['id', 'title', 'language', 'body'])
    .where('id', 'in', ids)
    .where('kind', '=', 'news')
    .where('page_state', '=', 'read')
    .where((e) => e.or([e('summary_origin', 'is', null), e('summary_origin', '!=', 'model')]))
    .execute()
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    const title = articleShape.title.read(row?.title)
    const body = text(row?.body)
    if (!row || title === undefined || !body) return []
    return { id, title, language: readCell(articleShape.language, row.language), text: body }
  })
}

/** What the model answered before to the same content, by its hash; null when that cannot be read. */
export async function knownAnswer(db: Database, contentHash: string): Promise<ModelAnswer | null> {
  const row = await db
    .selectFrom('model_answer')
    .select(['summary', 'reason'])
    .where('content_hash', '=', contentHash)
    .executeTakeFirst()
  if (!row) return null
  if (row.summary === null) return { summary: null, reason: parseReason(text(row.reason) ?? '') }
  const summary = words(row.summary)
  return summary === undefined ? null : { summary, reason: null }
}

/** Keeps an answer, so that the same content is not asked about again. */
export async function keepAnswer(
  db: Database,
  contentHash: string,
  { summary, reason }: ModelAnswer,
  now: Temporal.Instant,
): Promise<void> {
  const values = {
    summary,
    reason: reason && encodeReason(reason),
    answered_at: now.epochMilliseconds,
  }
  await db
    .insertInto('model_answer')
    .values({ content_hash: contentHash, ...values })
    .onConflict((c) => c.column('content_hash').doUpdateSet(values))
    .execute()
}

/** Few enough that nobody waits for it. */
const mostForgotten = 1000

/**
 * Forgets the answers from before an instant, so many at a call; what they brought stays with the
 * articles.
 */
export async function forgetAnswers(db: Database, before: Temporal.Instant): Promise<void> {
  const old = db
    .selectFrom('model_answer')
    .select('content_hash')
    .where('answered_at', '<', before.epochMilliseconds)
    .limit(mostForgotten)
  await db.deleteFrom('model_answer').where('content_hash', 'in', old).execute()
}

/** Lets an article be told in the model's words, in digests and in search. */
export function recordModelSummary(db: Database, id: number, summary: string): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('article')
      .set({ summary, summary_origin: 'model', summary_places: null })
      .where('id', '=', id)
      .execute()
    await reindexArticle(trx, id)
  })
}
