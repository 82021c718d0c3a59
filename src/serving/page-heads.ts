import { columnWords } from '../digests/column-words.ts'
import { longDay, summarisedPerDay, wordsAMinute } from '../digests/layout.ts'
import type { Article } from '../domain/article.ts'
import { type Digest, isAlerted, type Story } from '../domain/digest.ts'
import { createMemory, createObjectMemory } from '../lib/memory.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import { type DayStory, summariseDay } from '../summaries/day.ts'
import { wordsOf } from '../text/words.ts'

/** The same digest with these stories at the head of their days, in this order. */
export function headedBy(digest: Digest, leads: readonly number[]): Digest {
  const placeOf = new Map(leads.map((id, place) => [id, place]))
  const order = ({ lead }: Story) => placeOf.get(lead.id) ?? leads.length
  const days = digest.days.map((day) => ({
    ...day,
    stories: day.stories.toSorted((a, b) => order(a) - order(b)),
  }))
  return { ...digest, days }
}

/**
 * Shows the first chosen stories that have a summary with it, so many of them, at the head of their days; of several
 * outlets, if it can. What says no more than the reader knows leads nothing, unless it is pinned.
 */
export function withLeads(
  digest: Digest,
  chosen: readonly Story<RankedHeadline>[],
  count: number,
): Digest {
  const summarised = new Set(
    digest.days
      .flatMap((day) => day.stories)
      .filter(({ lead }) => lead.summary !== null)
      .map(({ lead }) => lead.id),
  )
  const first = mixed(
    chosen.filter(
      ({ lead }) => summarised.has(lead.id) && (lead.isPinned || !digest.stale?.has(lead.id)),
    ),
    count,
  ).map(({ lead }) => lead.id)
  return { ...headedBy(digest, first), leads: new Set(first) }
}

/**
 * So many of the first stories, in their order; of those that one feed alone tells no more than a third, rounded
 * up, while others can take their place.
 */
function mixed(stories: readonly Story<RankedHeadline>[], count: number): Story<RankedHeadline>[] {
  const most = Math.ceil(count / 3)
  const ofFeeds = new Map<number, number>()
  const isWithin = ({ lead: { feedId }, others }: Story<RankedHeadline>) => {
    if (others.length > 0) return true
    const before = ofFeeds.get(feedId) ?? 0
    ofFeeds.set(feedId, before + 1)
    return before < most
  }
  const within = new Set(stories.filter(isWithin).slice(0, count))
  const beyond = stories.filter((story) => !within.has(story)).slice(0, count - within.size)
  return stories.filter((story) => within.has(story) || beyond.includes(story))
}

/**
 * Adds a summary of the newest day of a long digest, made from the most important of those that are shown
 * without their summaries: it says what no headline below says. All of it is in one language, that of the chat
 * if the digest has anything in it.
 */
export function withOverview(
  digest: Digest,
  chatLanguage: string,
  chosen: readonly Story<RankedHeadline>[] = [],
): Digest {
  const [day] = digest.days
  if (!day || day.stories.length < longDay) return digest
  const isLead = ({ lead }: Story, place: number) =>
    digest.leads ? digest.leads.has(lead.id) : place < summarisedPerDay
  const textsOf = (stories: Story[]) => stories.map(({ lead }) => textOf(lead))
  const placeOf = new Map(chosen.map(({ lead }, place) => [lead.id, place]))
  const rankOf = ({ lead }: Story) => placeOf.get(lead.id) ?? chosen.length
  const others = day.stories
    .filter((story, place) => !isLead(story, place) && !isAlerted(story, digest.alerted))
    .sort((a, b) => rankOf(a) - rankOf(b))
  const isOfChat = ({ lead }: Story) => lead.language === chatLanguage
  const language = digest.days.some(({ stories }) => stories.some(isOfChat))
    ? chatLanguage
    : others.find(({ lead }) => lead.language !== null)?.lead.language
  const inLanguage = others.filter(({ lead }) => (lead.language ?? language) === language)
  const sentences = summariseDay(
    textsOf(inLanguage.slice(0, longDay)),
    textsOf(day.stories.filter(isLead)),
    textsOf(day.stories),
  )
  // One or two would say less than the headlines below.
  if (sentences.length < 3) return digest
  return { ...digest, overview: sentences.map(({ text }) => text) }
}

/** The same object for the same article: what is found in it is kept. */
function textOf(article: Article): DayStory {
  const { title, language, summary } = article
  return textIn(article, '', () => ({ title, language, summary: summary?.text ?? null }))
}

const textIn = createObjectMemory<Article, DayStory>()

/** Adds how much there is to read. */
export function withHead(digest: Digest, since: Temporal.PlainDate | null): Digest {
  const news = [...(digest.followed ? [digest.followed] : []), ...digest.days]
  const stories = news.flatMap((of) => of.stories)
  const columns = news.flatMap((of) => of.columns)
  let words = 0
  for (const { lead } of stories) {
    words += countWords(lead.title)
    if (digest.leads?.has(lead.id)) words += countWords(lead.summary?.text ?? '')
  }
  for (const column of columns) {
    words += countWords(column.title) + countWords(columnWords(column) ?? '')
  }
  const minutes = Math.ceil(words / wordsAMinute)
  return { ...digest, head: { since, stories: stories.length + columns.length, minutes } }
}

/** The same headlines and summaries are counted for many chats. */
const countWords = createMemory(20_000)((text) => wordsOf(text).length)
