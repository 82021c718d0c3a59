import type { Config } from '../config.ts'
import { reasonWords } from '../i18n/reason-words.ts'
import { outlineDigest } from '../serving/compose-edition.ts'
import { rankEntries } from '../serving/rank-entries.ts'
import { articlesByIds } from '../store/article-rows.ts'
import { explain } from '../stories/rank.ts'
import { t } from './english.ts'
import { openExisting } from './open-existing.ts'
import { readSpan } from './read-span.ts'

/** Prints the stories of a day of the configured database by their rank, with its reason. */
export async function tryDay(
  options: { day?: string; zone?: string },
  config: Config,
  { stdout }: NodeJS.Process,
): Promise<void> {
  const now = Temporal.Now.instant()
  const { zone, span } = readSpan({ ...options, days: '1' }, config.defaultZone, now)
  const db = await openExisting(config.databaseFile)
  try {
    const outline = await outlineDigest(db, span, zone)
    const asOf = Temporal.Instant.compare(now, span.asOf) < 0 ? now : span.asOf
    const entries = rankEntries(outline, { asOf })
    const articles = await articlesByIds(
      db,
      entries.map(({ story }) => story.lead.id),
    )
    for (const [i, { story, ranked, score }] of entries.entries()) {
      const article = articles.get(story.lead.id)
      if (!article) continue
      const { title, url, source, storyId } = article
      const { sources } = ranked
      const why = reasonWords(explain(ranked, score, asOf), t)
      const line = { rank: i + 1, score, reason: why, story: storyId, title, url, source, sources }
      stdout.write(`${JSON.stringify(line)}\n`)
    }
  } finally {
    await db.destroy()
  }
}
