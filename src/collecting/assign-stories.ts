import type { StoryArticle, StoryPlacement } from '../domain/story.ts'
import {
  articlesOfStories,
  columnsSince,
  feedWeights,
  placedArticles,
  recordLeads,
  recordPlacements,
  unplacedArticles,
} from '../store/stories.ts'
import { storiesApart } from '../store/story-changes.ts'
import type { Database, Transaction } from '../store/tables.ts'
import { chooseLead } from '../stories/choose-lead.ts'
import { createStoryIndex, type StoryIndex } from '../stories/story-index.ts'

/** Articles further apart than this are of different stories, however alike. */
const windowLength = Temporal.Duration.from({ hours: 72 })
/** How long an article waits for its page before it is put into a story by what its feed says. */
const maxWait = Temporal.Duration.from({ minutes: 10 })
/** Few enough that readers are served in between. */
const batch = 50

export type StoryAssigner = {
  /** Puts the articles published since `from` that are in no story yet into one. */
  assign(from: Temporal.Instant): Promise<void>
  /** Forgets what it holds in memory: the next call reads it anew, as after an admin's change. */
  forget(): void
}

/** Puts articles into stories as they come, on an index in memory that it fills from the database. */
export function createStoryAssigner(db: Database, now: () => Temporal.Instant): StoryAssigner {
  let index: Promise<StoryIndex> | null = null
  return {
    async assign(from) {
      const span = { from, seenBefore: now().subtract(maxWait) }
      for (;;) {
        const articles = await unplacedArticles(db, span, batch)
        if (articles.length === 0) break
        index ??= fillIndex(db, from.subtract(windowLength), now())
        await place(db, await index, articles, now()).catch((error) => {
          // It holds what was not recorded.
          index = null
          throw error
        })
        await new Promise(setImmediate)
      }
      if (index) await linkColumns(db, await index, from, now())
    },
    forget() {
      index = null
    },
  }
}

async function fillIndex(
  db: Database,
  from: Temporal.Instant,
  now: Temporal.Instant,
): Promise<StoryIndex> {
  const index = createStoryIndex(windowLength)
  for (const [i, { article, story }] of (await placedArticles(db, from)).entries()) {
    index.load(upTo(now, article), story)
    if (i % batch === 0) await new Promise(setImmediate)
  }
  for (const [a, b] of await storiesApart(db)) index.keepApart(a, b)
  return index
}

async function place(
  db: Database,
  index: StoryIndex,
  articles: StoryArticle[],
  now: Temporal.Instant,
): Promise<void> {
  const placements: { article: number; placement: StoryPlacement }[] = []
  const touched = new Set<number>()
  for (const article of articles) {
    const placement = index.add(upTo(now, article))
    placements.push({ article: article.id, placement })
    if (placement.kind === 'joined') touched.add(placement.story)
  }
  await db.transaction().execute(async (trx) => {
    await recordPlacements(trx, placements)
    await chooseLeads(trx, [...touched])
  })
}

/** An article as of now: a date to come would move the window on, and all else out of it. */
function upTo(now: Temporal.Instant, article: StoryArticle): StoryArticle {
  const isAhead = Temporal.Instant.compare(article.publishedAt, now) > 0
  return isAhead ? { ...article, publishedAt: now } : article
}

/** Chooses anew which article stands for each of these stories. */
export async function chooseLeads(trx: Transaction, stories: number[]): Promise<void> {
  if (stories.length === 0) return
  const weights = await feedWeights(trx)
  const leads: { story: number; article: number }[] = []
  for (const [story, articles] of await articlesOfStories(trx, stories)) {
    const [first, ...rest] = articles
    if (!first) continue
    const lead = chooseLead([first, ...rest], (feed) => weights.get(feed ?? 0) ?? 1)
    leads.push({ story, article: lead.id })
  }
  await recordLeads(trx, leads)
}

// A column may come before what it speaks of is reported: it is asked for again each time.
async function linkColumns(
  db: Database,
  index: StoryIndex,
  from: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  const links = (await columnsSince(db, from)).flatMap(({ column, about }) => {
    const placement = index.add(upTo(now, column))
    const isNew = placement.kind === 'column' && placement.about !== about
    return isNew ? [{ article: column.id, placement }] : []
  })
  if (links.length === 0) return
  await db.transaction().execute((trx) => recordPlacements(trx, links))
}
