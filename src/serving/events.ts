import { endLongTurn } from '../lib/let-others-work.ts'
import { createObjectMemory } from '../lib/memory.ts'
import { findEvents } from '../stories/front/events.ts'
import { findKin, type Shares } from '../stories/front/kin.ts'
import { isMarketReport } from '../stories/market.ts'
import { type ToldStory, tellStory } from './news/stories-once.ts'
import type { NewsStory } from './news/story.ts'
import type { RankedPaper } from './rank-paper.ts'
import type { Entry, Ranking } from './ranking.ts'

/** So many of all stories, the first ones, are compared once for all papers; more where a page is of many days. */
const compared = 300
const comparedOfReview = 600
/** So many events are known, those with the most outlets: more than a page holds are of no use. */
const mostEvents = 40

/** An event that several stories tell: these stories, by rank, and the feeds of all. */
export type ToldEvent = { parts: readonly Entry[]; feeds: ReadonlySet<number> }

/** The events that are told in parts, by each story that is a part. */
export type ToldEvents = ReadonlyMap<NewsStory, ToldEvent>

/** The events that a paper brings in several parts, of those that all news tell so. */
export async function eventsOf(
  { whole, partOf }: Pick<RankedPaper, 'whole' | 'partOf'>,
  zone: string,
  { isReview = false } = {},
): Promise<ToldEvents> {
  const count = isReview ? comparedOfReview : compared
  const all = await inAllNews(whole, `${zone} ${count}`, () => findInAllNews(whole, zone, count))
  if (partOf === null) return all
  const events = new Set(all.values())
  return byStory(
    Array.from(events, ({ parts }) => toldBy(parts.flatMap((entry) => partOf(entry) ?? []))),
  )
}

const inAllNews = createObjectMemory<Ranking, Promise<ToldEvents>>()

async function findInAllNews(ranking: Ranking, zone: string, count: number): Promise<ToldEvents> {
  const entries: Entry[] = []
  const said = []
  for (const entry of ranking.entries(0, count)) {
    await endLongTurn()
    const told = tellStory(entry.story, zone)
    if (!told) continue
    entries.push(entry)
    said.push({ ...told, shares: withMarkets(told) })
  }
  const kin = findKin(said)
  await endLongTurn()
  const events = findEvents(kin).map((places) =>
    toldBy(places.sort((a, b) => a - b).flatMap((place) => entries[place] ?? [])),
  )
  events.sort((a, b) => b.feeds.size - a.feeds.size)
  return byStory(events.slice(0, mostEvents))
}

/** What all say that report how a market goes: no stem, and worth two of their words. */
const theMarkets = ' markets'
const wordsOfMarkets = 2

/** Of one night some tell of one exchange, and some of another; all of it is one event. */
function withMarkets({ told: { lead }, shares }: ToldStory): Shares {
  return isMarketReport(lead.title) ? new Map([...shares, [theMarkets, wordsOfMarkets]]) : shares
}

function toldBy(parts: readonly Entry[]): ToldEvent {
  return { parts, feeds: new Set(parts.flatMap(({ story }) => story.feeds)) }
}

function byStory(events: readonly ToldEvent[]): ToldEvents {
  return new Map(
    events
      .filter(({ parts }) => parts.length > 1)
      .flatMap((event) => event.parts.map(({ story }) => [story, event])),
  )
}
