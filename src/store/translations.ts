import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { encodeReason, type Reason } from '../domain/reason.ts'
import { readCell, text, words } from './cells.ts'
import { articleShape } from './news-shapes.ts'
import { slices } from './slices.ts'
import type { Database } from './tables.ts'

/** What a model made of a headline and its summary, or the reason why there is nothing. */
export type Translated =
  | { title: string; summary: string | null; reason: null }
  | { title: null; summary: null; reason: Reason }

/** The words that are translated. */
type Words = { title: string; summary: string | null }

/** The same for the same words. */
function hashOf({ title, summary }: Words): string {
  return createHash('sha256')
    .update(JSON.stringify([title, summary]))
    .digest('hex')
}

/** An article whose words are in another language, and have not been translated as they are now. */
export type ToTranslate = Words & { id: number; language: string }

/** Of these articles those to be translated into a language, as ordered. */
export async function articlesToTranslate(
  db: Database,
  ids: readonly number[],
  into: string,
): Promise<ToTranslate[]> {
  const found = new Map<number, ToTranslate>()
  for (const some of slices(ids)) {
    const rows = await db
      .selectFrom('article')
      .leftJoin('translation', (join) =>
        join
          .onRef('translation.article_id', '=', 'article.id')
          .on('translation.language', '=', into),
      )
      .where('article.id', 'in', some)
      .where('article.language', 'is not', null)
      .select(['article.id', 'article.title', 'article.summary', 'article.language'])
      .select('content_hash')
      .execute()
    for (const { id, content_hash, ...row } of rows) {
      const title = articleShape.title.read(row.title)
      const language = readCell(articleShape.language, row.language)
      if (title === undefined || !language || language.slice(0, 2) === into) continue
      const each = { id, title, language, summary: words(row.summary) ?? null }
      if (content_hash !== hashOf(each)) found.set(id, each)
    }
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Keeps what came of translating an article, in place of what came of it before. */
export async function keepTranslation(
  db: Database,
  { id, ...original }: Words & { id: number },
  language: string,
  { title, summary, reason }: Translated,
  now: Temporal.Instant,
): Promise<void> {
  const values = {
    ...{ title, summary, content_hash: hashOf(original) },
    reason: reason && encodeReason(reason),
    answered_at: now.epochMilliseconds,
  }
  await db
    .insertInto('translation')
    .columns([
      'article_id',
      'language',
      'title',
      'summary',
      'content_hash',
      'reason',
      'answered_at',
    ])
    // The article may have gone meanwhile.
    .expression(
      db
        .selectFrom('article')
        .where('id', '=', id)
        .select((e) => [
          'id',
          e.val(language).as('language'),
          e.val(values.title).as('title'),
          e.val(values.summary).as('summary'),
          e.val(values.content_hash).as('content_hash'),
          e.val(values.reason).as('reason'),
          e.val(values.answered_at).as('answered_at'),
        ]),
    )
    .onConflict((c) => c.columns(['article_id', 'language']).doUpdateSet(values))
    .execute()
}

/** What of these articles is translated into a language, by their numbers; of none whose words have changed since. */
export async function translationsOf(
  db: Database,
  articles: readonly (Words & { id: number })[],
  language: string,
): Promise<Map<number, Words>> {
  const hashes = new Map(articles.map((article) => [article.id, hashOf(article)]))
  const found = new Map<number, Words>()
  for (const some of slices([...hashes.keys()])) {
    const rows = await db
      .selectFrom('translation')
      .where('article_id', 'in', some)
      .where('language', '=', language)
      .where('title', 'is not', null)
      .select(['article_id', 'title', 'summary', 'content_hash'])
      .execute()
    for (const row of rows) {
      const title = words(row.title)
      if (title === undefined || row.content_hash !== hashes.get(row.article_id)) continue
      found.set(row.article_id, { title, summary: text(row.summary) ?? null })
    }
  }
  return found
}

/** Few enough that nobody waits for it. */
const mostForgotten = 1000

/** Forgets what was translated before an instant, so much at a call. */
export async function forgetTranslations(db: Database, before: Temporal.Instant): Promise<void> {
  await sql`
    delete from translation where (article_id, language) in (
      select article_id, language from translation
      where answered_at < ${before.epochMilliseconds} limit ${mostForgotten})`.execute(db)
}
