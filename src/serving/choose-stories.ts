import { endLongTurn } from '../lib/let-others-work.ts'
import { createObjectMemory } from '../lib/memory.ts'
import { type Candidate, choosePage } from '../stories/front/choose-page.ts'
import type { ToldEvents } from './events.ts'
import type { Caps } from './news/caps.ts'
import { tellStory } from './news/stories-once.ts'
import type { NewsStory } from './news/story.ts'
import type { RankedPaper } from './rank-paper.ts'
import type { RankedNews } from './rank-stories.ts'
import type { Entry, Ranking } from './ranking.ts'

/** Of so many times a page's stories the headlines are compared. */
const compared = 5
/** So many of a day are compared too, where each day is due some. */
const comparedOfDay = 4
/** Where sections have caps, no page looks for others much further down: that would take too long for many papers. */
const mostLookedAt = 8000

/** A part of an event that stands on the page already says little more, the less the fewer outlets tell it. */
const doubtOfPart = 0.8

/**
 * `ofDays` are the stories of each day, of which at least `leastOfDay` are due; `caps` bound those of some
 * groups, beyond which a page that is `isFilled` goes only where others are too few.
 */
export type Choice = {
  size: number
  events: ToldEvents
  /** What stands before it. */
  shown: ReadonlySet<NewsStory>
  zone: string
  ofDays?: ReadonlyMap<string, Ranking>
  leastOfDay?: number
  caps?: Caps | null | undefined
  isFilled?: boolean
}

/** Chooses the stories of a page by their ranks and by what their headlines say. */
export async function chooseStories(
  ranked: Pick<RankedPaper, 'ranking' | 'rankOf' | 'scoreOf' | 'whole'>,
  choice: Choice,
): Promise<NewsStory[]> {
  const { size, zone, events, shown, ofDays = new Map(), leastOfDay = 0 } = choice
  const { caps, isFilled = false } = choice
  const { ranking } = ranked
  const isReview = ofDays.size > 0
  const told = new Set([...shown].flatMap((story) => events.get(story) ?? []))
  const untold = new Set(events.values()).difference(told)
  const entries = [
    ...ranking.entries(0, size * compared),
    ...Array.from(untold).flatMap(({ parts }) => parts.slice(0, 1)),
    ...(caps ? entriesWithin(ranking, caps, size * compared) : []),
    ...[...ofDays.values()].flatMap((ofDay) => ofDay.entries(0, comparedOfDay)),
  ]
  const candidates: StoryCandidate[] = []
  const known = knownOf(ranked.whole, zone, () => new Map())
  for (const entry of new Set(entries)) {
    let candidate = known.get(entry)
    if (candidate === undefined) {
      await endLongTurn()
      candidate = makeCandidate(entry, zone, ranked)
      if (entry.isShared) known.set(entry, candidate)
    }
    if (!candidate) continue
    const { story } = entry
    const groups = caps?.groupsOf(story) ?? []
    const event = events.get(story) ?? null
    if (groups.length === 0 && event === null) {
      candidates.push(candidate)
      continue
    }
    candidates.push({
      ...candidate,
      groups: groups.length > 0 ? [...candidate.groups, ...groups] : candidate.groups,
      event,
      others: event && !told.has(event) ? event.feeds.size - story.feeds.length : 0,
      again: isReview ? 1 : 1 - doubtOfPart / candidate.sources,
    })
  }
  const least = leastOfLanguages(ranking, size)
  for (const [day, { count }] of ofDays) least.set(day, Math.min(count, leastOfDay))
  const page = choosePage(candidates, size, least, caps?.most).map(({ story }) => story)
  if (!caps || !isFilled) return page
  const others = ranking
    .entries(0, size)
    .flatMap(({ story }) => (page.includes(story) ? [] : story))
  return [...page, ...others].slice(0, size)
}

/** The first entries that leave room for each other: of a section with a cap, so many times that are compared. */
function entriesWithin(ranking: Ranking, { most, groupsOf }: Caps, count: number): Entry[] {
  for (let until = count; ; until *= 4) {
    const taken = new Map<string, number>()
    const isFull = (group: string) => (taken.get(group) ?? 0) >= (most.get(group) ?? 0) * compared
    const within = ranking.entries(0, until).filter(({ story }) => {
      const groups = groupsOf(story)
      if (groups.some(isFull)) return false
      for (const group of groups) taken.set(group, (taken.get(group) ?? 0) + 1)
      return true
    })
    const isEnd = until >= Math.min(ranking.count, mostLookedAt)
    if (within.length >= count || isEnd) return within.slice(0, count)
  }
}

type StoryCandidate = Candidate & { story: NewsStory }

/** Those of shared entries, by zones. */
const knownOf = createObjectMemory<Ranking, Map<Entry, StoryCandidate | null>>()

/** An entry of a page; null where no day holds it. */
function makeCandidate(
  { story }: Entry,
  zone: string,
  { rankOf, scoreOf }: Pick<RankedNews, 'rankOf' | 'scoreOf'>,
): StoryCandidate | null {
  const place = tellStory(story, zone)
  if (!place) return null
  const { told, day, shares, sources, fromMs, toMs } = place
  const { lead, others } = told
  const ranked = rankOf(story)
  const score = scoreOf(ranked, sources)
  return {
    ...{ story, shares, sources, fromMs, toMs },
    scoreOf: (outlets) => (outlets === sources ? score : scoreOf(ranked, outlets)),
    isPinned: lead.isPinned,
    feedId: others.length === 0 ? lead.feedId : null,
    groups: [day, ...(lead.language ? [lead.language] : [])],
    ...{ event: null, others: 0, again: 1 },
  }
}

/** What is due to each language: its part of all stories, but no more than an equal part of the page. */
function leastOfLanguages(ranking: Ranking, size: number): Map<string, number> {
  const counts = ranking.languages()
  return new Map(
    [...counts].map(([language, count]) => [
      language,
      Math.floor(size * Math.min(count / ranking.count, 1 / counts.size)),
    ]),
  )
}
