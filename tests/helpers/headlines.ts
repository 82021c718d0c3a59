import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import type { Database } from '../../src/store/tables.ts'
import { noon } from './database.ts'

const longAgo = noon.subtract({ hours: 24 * 30 })

/** A headline of a feed; those with the same story number tell one story. */
export type GivenHeadline = {
  feed: number
  hoursAgo: number
  words: string
  kind: 'news' | 'column'
  story: number | null
  /** Ends its title and its address; its place among the given by default. */
  name?: string
}

/** Adds headlines of several feeds; those with the same story number tell one story. */
export async function addHeadlines(db: Database, given: readonly GivenHeadline[]): Promise<void> {
  for (const [feed, items] of Map.groupBy(given.entries(), ([, each]) => each.feed)) {
    const url = `https://feed-${feed}.example/`
    const { feed: added } = await addFeed(db, { url, title: `Feed ${feed}`, kind: 'news' }, longAgo)
    const articles = items.map(([i, { hoursAgo, words, kind, name = `${i}` }]) => ({
      ...{ itemId: name, url: `${url}${name}`, title: `${words} ${name}`, author: null, kind },
      publishedAtMs: noon.subtract({ minutes: Math.round(hoursAgo * 60) }).epochMilliseconds,
      ...{ precision: 'minute' as const, place: null, summary: null, standfirst: null, body: null },
    }))
    await recordPolls(db, [{ feedId: added.id, articles, health: {} }], noon)
  }
  const rows = await db.selectFrom('article').select(['id', 'url']).orderBy('id').execute()
  const givenBy = new Map(given.map((each, i) => [each.name ?? `${i}`, each]))
  const founders = new Map<number, number>()
  for (const { id, url } of rows) {
    const { story = null, kind } = givenBy.get(url.split('/').at(-1) ?? '') ?? {}
    if (story === null || kind === 'column') continue
    const founder = founders.get(story) ?? id
    founders.set(story, founder)
    if (founder === id) await db.insertInto('story').values({ id, lead_id: id }).execute()
    await db.updateTable('article').set({ story_id: founder }).where('id', '=', id).execute()
  }
}
