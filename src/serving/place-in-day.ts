import { dayBounds, publishedOn } from '../domain/calendar.ts'
import type { Reason } from '../domain/reason.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { articlesByIds } from '../store/article-rows.ts'
import { explain } from '../stories/rank.ts'
import { wholeNews } from './news/paper.ts'
import { newsOfSpan } from './news/span.ts'
import { zoneOf } from './preferences.ts'
import { rankNews } from './rank-stories.ts'
import type { Serving } from './serving.ts'

/** Where a story stands among those of its last day, from 1, and why. */
export type PlaceInDay = { day: Temporal.PlainDate; place: number; stories: number; reason: Reason }

/** The place of the story of these articles on its last day, in the days of a chat; null for none. */
export async function placeInDay(
  serving: Pick<Serving, 'db' | 'log' | 'now' | 'defaults'>,
  topic: ChatTopic,
  articleIds: readonly number[],
): Promise<PlaceInDay | null> {
  const { db, now } = serving
  const zone = await zoneOf(serving, topic)
  const articles = [...(await articlesByIds(db, articleIds)).values()]
  const newest = articles.toSorted((a, b) =>
    Temporal.Instant.compare(b.publishedAt, a.publishedAt),
  )[0]
  if (!newest) return null
  const day = publishedOn(newest, zone)
  const end = dayBounds(day, zone).end.subtract({ milliseconds: 1 })
  const asOf = Temporal.Instant.compare(now(), end) < 0 ? now() : end
  const news = await newsOfSpan(db, { asOf, days: 1 }, zone)
  const { ranking, rankOf } = await rankNews(wholeNews(news), { asOf })
  const entries = ranking.entries(0, ranking.count)
  const members = new Set(articleIds)
  const at = entries.findIndex(({ story }) => story.articles.some(({ id }) => members.has(id)))
  const entry = entries[at]
  if (!entry) return null
  const reason = explain(rankOf(entry.story), entry.score, asOf)
  return { day, place: at + 1, stories: entries.length, reason }
}
