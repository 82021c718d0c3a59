import { LRUCache } from 'lru-cache'
import type { StoryArticle } from '../domain/story.ts'
import { type Anchors, anchorsOf } from './anchors.ts'
import { createGroups, type Groups } from './groups.ts'
import type { HeadlineLanguage } from './languages.ts'
import { type Named, namedIn } from './names.ts'
import { type Accepts, createPostings, type Vector } from './postings.ts'
import { type Pattern, patternOf } from './series.ts'
import type { OpenStory } from './story.ts'
import { termsOf } from './terms.ts'

/** The newest articles with one address, title, pattern, name or number that are looked at. */
const maxPerKey = 50

/** So many articles keep what they name, once it was asked for: it is asked of the newest mostly. */
const maxNamed = 5000

/** An article in the window. */
export type Entry = {
  slot: number
  article: StoryArticle
  atMs: number
  vector: Vector
  /** The stems of its title as one; null where they are too few to know it by. */
  title: string | null
  pattern: Pattern | null
  anchors: Anchors
  language: HeadlineLanguage
  /** Null until it is put into one. */
  story: OpenStory | null
}

/** The beginning of a lead is enough to find it by. */
const leadKey = (feedId: number | null, lead: string) => `${feedId} ${lead.slice(0, 60)}`
const nameKey = (language: string, name: string) => `${language} ${name}`

/** The articles of the last hours, found by stems, by address, by title, by pattern and by anchors. */
export function createWindow(windowMs: number) {
  const postings = createPostings()
  const entries: (Entry | undefined)[] = []
  const freeSlots: number[] = []
  const byId = new Map<number, Entry>()
  const byAddress = createGroups<Entry>(maxPerKey)
  const byTitle = createGroups<Entry>(maxPerKey)
  const byPattern = createGroups<Entry>(maxPerKey)
  const byLead = createGroups<Entry>(maxPerKey)
  const byName = createGroups<Entry>(maxPerKey)
  /** How many articles are in each language. */
  const languages = new Map<string, number>()
  const named = new LRUCache<Entry, Named>({
    max: maxNamed,
    memoMethod: ({ article, language }) => namedIn(article, language),
  })
  // In order of arrival, which is nearly that of time; the first `gone` have left.
  let arrivals: Entry[] = []
  let gone = 0
  let newestMs = Number.NEGATIVE_INFINITY

  /** A feed that says the same under other headlines says nothing of this one. */
  function isBoilerplate({ title, lead, feedId }: StoryArticle): boolean {
    return byLead
      .newest(leadKey(feedId, lead ?? ''))
      .some(({ article }) => article.lead === lead && article.title !== title)
  }

  /** Adds an article that is not in a story yet. */
  function add(article: StoryArticle): Entry {
    const terms = termsOf(
      article.title,
      isBoilerplate(article) ? null : article.lead,
      article.language,
    )
    const slot = freeSlots.pop() ?? entries.length
    const atMs = article.publishedAt.epochMilliseconds
    const entry: Entry = {
      slot,
      article,
      atMs,
      vector: postings.add(slot, terms),
      // Two stems, as in `Morning briefing`, do not set one event apart from another.
      title: terms.title.length > 2 ? terms.title.join(' ') : null,
      pattern: patternOf(article.title, terms.language),
      anchors: anchorsOf(`${article.title}. ${article.lead ?? ''}`),
      language: terms.language,
      story: null,
    }
    entries[slot] = entry
    byId.set(article.id, entry)
    for (const [groups, key] of groupsOf(entry)) groups.add(key, entry)
    count(languages, entry.language.code, 1)
    arrivals.push(entry)
    newestMs = Math.max(newestMs, atMs)
    return entry
  }

  /** The groups that an article is in, with the key of each. */
  function groupsOf({ article, title, pattern, anchors, language }: Entry) {
    const found: [Groups<Entry>, string][] = []
    if (article.lead && article.feedId !== null)
      found.push([byLead, leadKey(article.feedId, article.lead)])
    if (article.url) found.push([byAddress, article.url])
    if (title !== null) found.push([byTitle, title])
    if (pattern) found.push([byPattern, pattern.key])
    for (const { key } of anchors.names) found.push([byName, nameKey(language.code, key)])
    return found
  }

  /** Lets go of what is older than the window; `leave` is called with each. */
  function expire(leave: (entry: Entry) => void): void {
    for (;;) {
      const oldest = arrivals[gone]
      if (!oldest || oldest.atMs >= newestMs - windowMs) break
      gone++
      leave(oldest)
      postings.removeOldest(oldest.slot)
      entries[oldest.slot] = undefined
      freeSlots.push(oldest.slot)
      byId.delete(oldest.article.id)
      named.delete(oldest)
      // Those who arrived first leave first.
      for (const [groups, key] of groupsOf(oldest)) groups.dropOldest(key)
      count(languages, oldest.language.code, -1)
    }
    if (gone > 1000 && gone * 2 > arrivals.length) {
      arrivals = arrivals.slice(gone)
      gone = 0
    }
  }

  const isNear = (a: Entry, b: Entry) => Math.abs(a.atMs - b.atMs) <= windowMs

  /** Of the newest of a group those other articles that are within the window's length. */
  const others = (entry: Entry, newest: readonly Entry[]) =>
    newest.filter((other) => other !== entry && isNear(entry, other))

  /** The newest other articles with the same address, title or pattern. */
  const withAddress = (entry: Entry) => others(entry, byAddress.newest(entry.article.url ?? ''))
  const withTitle = (entry: Entry) => others(entry, byTitle.newest(entry.title ?? ''))
  const withPattern = (entry: Entry) => others(entry, byPattern.newest(entry.pattern?.key ?? ''))

  /** The articles in other languages that share names, with how many. */
  function namesakes(entry: Entry): Map<Entry, number> {
    const found = new Map<Entry, number>()
    for (const language of languages.keys()) {
      if (language === entry.language.code) continue
      for (const { key } of entry.anchors.names) {
        for (const other of others(entry, byName.newest(nameKey(language, key)))) {
          found.set(other, (found.get(other) ?? 0) + 1)
        }
      }
    }
    return found
  }

  /** The articles that share at least so many stems, within the window's length. */
  function neighbours(entry: Entry, least: number, accepts?: Accepts) {
    const found: { entry: Entry; similarity: number }[] = []
    for (const { slot, similarity } of postings.neighbours(entry.slot, least, accepts)) {
      const other = entries[slot]
      if (other && isNear(entry, other)) found.push({ entry: other, similarity })
    }
    return found
  }

  return {
    add,
    expire,
    withAddress,
    withTitle,
    withPattern,
    namesakes,
    neighbours,
    /** What an article names. */
    namedBy: (entry: Entry) => named.memo(entry),
    postings,
    byId: (id: number) => byId.get(id),
    bySlot: (slot: number) => entries[slot],
  }
}

function count(counts: Map<string, number>, key: string, more: number): void {
  const sum = (counts.get(key) ?? 0) + more
  if (sum > 0) counts.set(key, sum)
  else counts.delete(key)
}

export type Window = ReturnType<typeof createWindow>
