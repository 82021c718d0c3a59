import type { Paper } from '../domain/paper.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { articleSubjects } from '../store/article-subjects.ts'
import { mergedColumnists } from '../store/headlines.ts'
import type { StoryPage } from './first-stories.ts'
import { createMutes } from './news/mutes.ts'
import { readerOf } from './preferences.ts'
import { type SearchEntry, searchArticles } from './search-articles.ts'
import type { Serving } from './serving.ts'
import { understandQuestion } from './understand-question.ts'

type Parts = Pick<Serving, 'db' | 'now' | 'defaults' | 'findArticles'>

/** Why there is no page: nothing is found, it is too long a question, or too much work just now. */
export type NoPage = { kind: 'nothing' | 'long' | 'busy' }

/** So many pages are looked at for one that is not muted whole. */
const mostLookedAt = 3

/**
 * Returns a page of what a question finds, the newest first, without what a chat has muted. `from` is
 * the number of entries before it.
 */
export async function searchUnmuted(
  serving: Parts,
  topic: ChatTopic,
  typed: string,
  from: number,
): Promise<StoryPage | NoPage> {
  const { zone, paper } = await readerOf(serving, topic)
  const understood = understandQuestion(typed, { now: serving.now(), zone })
  if (understood.kind === 'long') return { kind: 'long' }
  if (understood.kind === 'no-words') return { kind: 'nothing' }
  let offset = from
  for (let looked = 0; looked < mostLookedAt; looked++) {
    const found = await searchArticles(serving, understood.question, {
      offset,
      order: 'newest',
      zone,
    })
    if (found.kind === 'nothing') return { kind: 'nothing' }
    if (found.kind !== 'found') return { kind: 'busy' }
    // Where there is no such page any more, it gives the first.
    if (found.offset !== offset) break
    const stories = await unmuted(serving, found.entries, paper)
    if (stories.length > 0) {
      return { kind: 'page', zone, stories, next: found.hasMore ? String(found.end) : null }
    }
    if (!found.hasMore) break
    offset = found.end
  }
  return { kind: 'nothing' }
}

async function unmuted(
  { db, now }: Parts,
  entries: readonly SearchEntry[],
  { mutes, off }: Paper,
): Promise<SearchEntry[]> {
  const isMuted = await createMutes(db, mutes, await mergedColumnists(db), now())
  const subjects = await articleSubjects(
    db,
    entries.map(({ article }) => article.id),
  )
  return entries.filter(({ article }) => {
    const { columnistId = null, aboutStory = null } = subjects.get(article.id) ?? {}
    return !off.feeds.includes(article.feedId) && !isMuted({ ...article, columnistId, aboutStory })
  })
}
