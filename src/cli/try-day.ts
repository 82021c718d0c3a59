import type { Config } from '../config.ts'
import { reasonWords } from '../i18n/reason-words.ts'
import { wholeNews } from '../serving/news/paper.ts'
import { newsOfSpan } from '../serving/news/span.ts'
import { digestOf, placesIn } from '../serving/news/stories-once.ts'
import { rankNews } from '../serving/rank-stories.ts'
import type { Entry } from '../serving/ranking.ts'
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
    const news = await newsOfSpan(db, span, zone)
    const asOf = Temporal.Instant.compare(now, span.asOf) < 0 ? now : span.asOf
    const { ranking, rankOf } = await rankNews(wholeNews(news), { asOf })
    const places = placesIn(digestOf(news.stories, [], zone), news.stories)
    const leadOf = ({ story }: Entry) => places.get(story)?.told.lead.id ?? 0
    const entries = ranking.entries(0, ranking.count)
    const articles = await articlesByIds(db, entries.map(leadOf))
    for (const [i, entry] of entries.entries()) {
      const { story, score } = entry
      const ranked = rankOf(story)
      const article = articles.get(leadOf(entry))
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
