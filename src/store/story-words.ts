import { insertInParts, runCompiled } from './compiled.ts'
import type { Database } from './tables.ts'

/** What was read of an article's words, of use until an instant. */
export type KeptWords = { article: number; words: string; until: Temporal.Instant }

/** Keeps what was read of words, in place of what was read before. */
export async function keepWords(db: Database, kept: readonly KeptWords[]): Promise<void> {
  const rows = kept.map(({ article, words, until }) => ({
    article_id: article,
    words,
    until: until.epochMilliseconds,
  }))
  await insertInParts(db, 'keep words', rows, (some) =>
    db
      .insertInto('story_words')
      .values(some)
      .onConflict((c) =>
        c.column('article_id').doUpdateSet((e) => ({
          words: e.ref('excluded.words'),
          until: e.ref('excluded.until'),
        })),
      ),
  )
}

/** Forgets what is of no use any more, `most` of them at most. */
export async function forgetWords(
  db: Database,
  now: Temporal.Instant,
  most: number,
): Promise<void> {
  const forgetting = () =>
    db
      .deleteFrom('story_words')
      .where('article_id', 'in', (e) =>
        e
          .selectFrom('story_words')
          .where('until', '<', now.epochMilliseconds)
          .select('article_id')
          .orderBy('until')
          .limit(most),
      )
  await runCompiled(db, 'forget words', forgetting, [now.epochMilliseconds, most])
}
