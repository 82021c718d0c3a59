import type { StoryArticle, StoryPlacement } from '../domain/story.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import {
  articlesByNumber,
  columnsSince,
  newestTold,
  recordLead,
  recordPlacements,
  toldArticles,
  unplacedArticles,
  weightiestArticles,
} from '../store/stories.ts'
import { storiesApart } from '../store/story-changes.ts'
import { forgetWords, type KeptWords, keepWords } from '../store/story-words.ts'
import type { Database, Transaction } from '../store/tables.ts'
import { chooseLead, maxCompared } from '../stories/choose-lead.ts'
import { createStoryIndex, type StoryIndex } from '../stories/story-index.ts'

/** Articles further apart than this are of different stories, however alike. */
const windowLength = Temporal.Duration.from({ hours: 72 })
/**
 * Of so long before the window the words are counted, by which the first of the window are weighed; more
 * of them change little.
 */
const recallLength = Temporal.Duration.from({ hours: 24 })
/** How long an article waits for its page before it is put into a story by what its feed says. */
const maxWait = Temporal.Duration.from({ minutes: 10 })
/** After so long others are served before more articles are put into stories; and after so many. */
const turnMs = 10
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

  /** The index as of now: one that was forgotten while it was filled is no use. */
  async function currentIndex(): Promise<StoryIndex> {
    for (;;) {
      index ??= fillIndex(db, now())
      const filling = index
      const filled = await filling
      if (index === filling) return filled
    }
  }

  async function placeAll(slices: AsyncIterable<StoryArticle[]>): Promise<void> {
    for await (const articles of slices) {
      for (let left = articles; left.length > 0; await letOthersWork()) {
        const placed = await placeSome(db, await currentIndex(), left, now())
        left = left.slice(placed)
      }
    }
  }

  return {
    async assign(from) {
      try {
        await placeAll(unplacedArticles(db, { from, seenBefore: now().subtract(maxWait) }))
        if (!index) return
        const known = await index
        const columns = (await columnsSince(db, from)).filter((id) => !known.has(id))
        await placeAll(articlesByNumber(db, [...columns, ...known.takeStale()]))
      } catch (error) {
        // It holds what was not recorded.
        index = null
        throw error
      }
    },
    forget() {
      index = null
    },
  }
}

async function fillIndex(db: Database, now: Temporal.Instant): Promise<StoryIndex> {
  const index = createStoryIndex(windowLength)
  const newest = await newestTold(db, now)
  if (!newest) return index
  const windowFrom = newest.subtract(windowLength)
  let sinceMs = performance.now()
  for await (const articles of toldArticles(db, windowFrom.subtract(recallLength))) {
    const readAnew: KeptWords[] = []
    for (const { article: stored, story, words } of articles) {
      const article = upTo(now, stored)
      const isInWindow = Temporal.Instant.compare(article.publishedAt, windowFrom) >= 0
      if (!isInWindow) index.recall(article, words)
      else if (!index.load(article, story, words)) readAnew.push(...wordsIn(index, article))
      if (performance.now() - sinceMs < turnMs) continue
      await keepWords(db, readAnew.splice(0))
      await letOthersWork()
      sinceMs = performance.now()
    }
    await keepWords(db, readAnew)
  }
  for (const [a, b] of await storiesApart(db)) index.keepApart(a, b)
  return index
}

/** What was read of an article's words, while it is in the window. */
function wordsIn(index: StoryIndex, { id, publishedAt }: StoryArticle): KeptWords[] {
  const words = index.wordsOf(id)
  const until = publishedAt.add(windowLength).add(recallLength)
  return words === null ? [] : [{ article: id, words, until }]
}

/** Puts the first of some articles into stories, as many as one turn allows; returns how many. */
async function placeSome(
  db: Database,
  index: StoryIndex,
  articles: StoryArticle[],
  now: Temporal.Instant,
): Promise<number> {
  const placements: { article: number; placement: StoryPlacement }[] = []
  const read: KeptWords[] = []
  const touched = new Set<number>()
  const sinceMs = performance.now()
  for (const stored of articles.slice(0, batch)) {
    const article = upTo(now, stored)
    const isNew = !index.has(article.id)
    const placement = index.add(article)
    if (isNew) read.push(...wordsIn(index, article))
    placements.push({ article: article.id, placement })
    if (placement.kind === 'joined') touched.add(placement.story)
    if (performance.now() - sinceMs >= turnMs) break
  }
  await db.transaction().execute(async (trx) => {
    await recordPlacements(trx, placements)
    await keepWords(trx, read)
    await forgetWords(trx, now, 2 * batch)
    await chooseLeads(trx, [...touched])
  })
  return placements.length
}

/** An article as of now: a date to come would move the window on, and all else out of it. */
function upTo(now: Temporal.Instant, article: StoryArticle): StoryArticle {
  const isAhead = Temporal.Instant.compare(article.publishedAt, now) > 0
  return isAhead ? { ...article, publishedAt: now } : article
}

/** Chooses anew which article stands for each of these stories. */
export async function chooseLeads(trx: Transaction, stories: number[]): Promise<void> {
  for (const story of stories) {
    const members = await weightiestArticles(trx, story, maxCompared)
    const weights = new Map(members.map(({ article, weight }) => [article.feedId, weight]))
    const [first, ...rest] = members.map(({ article }) => article)
    if (!first) continue
    const lead = chooseLead([first, ...rest], (feed) => weights.get(feed) ?? 1)
    await recordLead(trx, story, lead.id)
  }
}
