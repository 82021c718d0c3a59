import { createStoryAssigner } from '../../src/collecting/assign-stories.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import type { Database } from '../../src/store/tables.ts'
import { type PublishedHeadline, shuffled } from '../stories/data.ts'

/** The headlines of some days in a database, with the true story of each address. */
export type DayOfNews = {
  db: Database
  now: Temporal.Instant
  truth: Map<string, string>
  /** The true stories with the most headlines, the largest first. */
  biggest: string[]
}

export type Shape = {
  stories: number
  most: number
  noise: number
  noiseFeeds: number
  /** Over how many days they come; one by default. */
  days?: number
}

const now = Temporal.Instant.from('2024-06-14T18:00:00Z')
const dayMs = 86_400_000

/**
 * Some stories, of falling size, among unrelated headlines. Publishers are feeds; the headlines
 * of a story come over some hours that begin at any time. The first arrival is one that
 * came before all.
 */
export async function dayOfNews(
  headlines: PublishedHeadline[],
  unrelated: string[],
  { stories, most, noise, noiseFeeds, days = 1 }: Shape,
  random: () => number,
): Promise<DayOfNews> {
  const all = shuffled([...Map.groupBy(headlines, ({ story }) => story).values()], random)
  const told = all.slice(0, stories).flatMap((members, i) => {
    const beganMs = random() * dayMs * days
    const count = Math.max(2, Math.round(most / (1 + i / 3)))
    return shuffled(members, random)
      .slice(0, count)
      .map((headline) => ({
        ...headline,
        agoMs: Math.max(0, beganMs - random() * 6 * 3_600_000),
      }))
  })
  const others = shuffled(unrelated, random)
    .slice(0, noise)
    .map((title, i) => ({
      ...{ title, story: `unrelated ${i}`, publisher: `Noise ${i % noiseFeeds}` },
      agoMs: random() * dayMs * days,
    }))
  const db = await openDatabase(':memory:')
  const truth = new Map<string, string>()
  const seenAt = now.subtract({ minutes: 15 })
  const byFeed = Map.groupBy([...told, ...others], ({ publisher }) => publisher)
  const polls = []
  const before = now.subtract({ hours: 24 * days + 12 })
  await addFirst(db, before)
  for (const [place, [publisher, items]] of [...byFeed].entries()) {
    const url = `https://outlet-${place}.example/rss`
    const { feed } = await addFeed(db, { url, title: publisher, kind: 'news' }, before)
    const articles = items.map(({ title, story, agoMs }, i) => {
      const address = `${url}/${i}`
      truth.set(address, story)
      return {
        ...{ itemId: address, url: address, title, author: null, kind: 'news' as const },
        publishedAtMs: Math.round(now.epochMilliseconds - agoMs),
        ...{ precision: 'minute' as const, place: null },
        ...{ summary: null, standfirst: null, body: null },
      }
    })
    polls.push({ feedId: feed.id, articles, health: {} })
  }
  await recordPolls(db, polls, seenAt)
  await createStoryAssigner(db, () => now).assign(now.subtract({ hours: 24 * (days + 1) }))
  const sizes = [...Map.groupBy(told, ({ story }) => story)]
    .map(([story, { length }]) => ({ story, length }))
    .sort((a, b) => b.length - a.length)
  return { db, now, truth, biggest: sizes.slice(0, 10).map(({ story }) => story) }
}

/** What a reader had before they were away. */
async function addFirst(db: Database, at: Temporal.Instant): Promise<void> {
  const url = 'https://first.example/rss'
  const { feed } = await addFeed(db, { url, title: 'First', kind: 'news' }, at)
  const article = {
    ...{ itemId: url, url, title: 'First of all', author: null, kind: 'news' as const },
    publishedAtMs: at.epochMilliseconds,
    ...{ precision: 'minute' as const, place: null },
    ...{ summary: null, standfirst: null, body: null },
  }
  await recordPolls(db, [{ feedId: feed.id, articles: [article], health: {} }], at)
}
