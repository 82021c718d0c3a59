import { countMutes, type Mutes } from '../../domain/paper.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import { storiesGoneOn } from '../../store/stories.ts'
import type { Database } from '../../store/tables.ts'
import { formsIn, holdsAll } from '../../text/search/any-form.ts'
import { indexNews } from './index-news.ts'
import { headlinesSaying } from './sayings.ts'
import type { SpanNews } from './span-news.ts'

/** What of a headline decides whether it is muted. */
export type Mutable = Pick<
  RankedHeadline,
  'title' | 'language' | 'storyId' | 'aboutStory' | 'columnistId'
>

/** Whether a headline is muted. */
export type IsMuted = (headline: Mutable) => boolean

/**
 * The headlines of a span that are muted. They are looked up by what is muted, and only these are asked
 * about: a look at each headline of days would take too long for each of many papers.
 */
export async function mutedHeadlines(
  db: Database,
  news: SpanNews,
  mutes: Mutes,
  asOf: Temporal.Instant,
): Promise<ReadonlySet<RankedHeadline>> {
  if (countMutes({ mutes }) === 0) return none
  const stories = await mutedStories(db, mutes, asOf)
  const isMuted = mutedBy(mutes, stories, news.merged)
  const { byStory } = await indexNews(news)
  const maybe = [...news.columns]
  for (const id of stories) {
    maybe.push(...(byStory.get(id)?.articles ?? []))
  }
  for (const words of mutes.words) maybe.push(...(await headlinesSaying(news, words)))
  return new Set(maybe.filter(isMuted))
}

const none: ReadonlySet<RankedHeadline> = new Set()

/** The muted stories, with what they have merged with and go on in. */
async function mutedStories(
  db: Database,
  { stories }: Mutes,
  asOf: Temporal.Instant,
): Promise<Set<number>> {
  const asked = stories
    .filter(({ until }) => until > asOf.epochMilliseconds)
    .map(({ story }) => story)
  return asked.length > 0 ? storiesGoneOn(db, asked) : new Set()
}

/** Makes the question whether a headline is muted; a story with what it has merged with or goes on in. */
export async function createMutes(
  db: Database,
  mutes: Mutes,
  merged: ReadonlyMap<number, number>,
  asOf: Temporal.Instant,
): Promise<IsMuted> {
  return mutedBy(mutes, await mutedStories(db, mutes, asOf), merged)
}

function mutedBy(
  { words, columnists }: Mutes,
  muted: ReadonlySet<number>,
  merged: ReadonlyMap<number, number>,
): IsMuted {
  const authors = new Set(columnists.map((id) => merged.get(id) ?? id))
  return ({ storyId, aboutStory, columnistId, title, language }) => {
    if (muted.has(storyId ?? 0) || muted.has(aboutStory ?? 0)) return true
    if (columnistId !== null && authors.has(merged.get(columnistId) ?? columnistId)) return true
    if (words.length === 0) return false
    const forms = formsIn(title, language)
    return words.some((typed) => holdsAll(forms, typed, language))
  }
}
