import { LRUCache } from 'lru-cache'
import type { StoryArticle } from '../domain/story.ts'
import { type Anchors, anchorsOf } from './anchors.ts'
import type { HeadlineLanguage } from './languages.ts'
import { type Named, namedIn } from './names.ts'
import { type Accepts, createPostings } from './postings.ts'
import { createRecentLists, type RecentLists } from './recent-lists.ts'
import { type Pattern, patternOf } from './series.ts'
import type { OpenStory } from './story.ts'
import { termsOf } from './terms.ts'

/** The newest articles with one address, title, pattern, lead or name that are looked at. */
const maxPerKey = 50

/** So many articles keep what they name, once it was asked for: it is asked of the newest mostly. */
const maxNamed = 2000

/** An article in the window. */
export type Entry = {
  slot: number
  article: Omit<StoryArticle, 'publishedAt'>
  atMs: number
  /** The stems of its title as one; null where they are too few to know it by. */
  title: string | null
  pattern: Pattern | null
  anchors: Anchors
  language: HeadlineLanguage
  /** Null until it is put into one. */
  story: OpenStory | null
}

/** The beginning of a lead is enough to find it by. */
const leadKey = (feedId: number | null, lead: string) => `${feedId} ${lead.slice(0, 40)}`
const nameKey = (language: string, name: string) => `${language} ${name}`

/** The articles of the last hours, found by stems, by address, by title, by pattern and by anchors. */
export function createWindow(windowMs: number) {
  const postings = createPostings()
  const entries: (Entry | undefined)[] = []
  const freeSlots: number[] = []
  const byId = new Map<number, Entry>()
  const byAddress = createRecentLists()
  const byTitle = createRecentLists()
  const byPattern = createRecentLists()
  const byLead = createRecentLists()
  const byName = createRecentLists()
  const found = new Int32Array(maxPerKey)
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

  /** The newest of the articles that bear a key, oldest first. */
  function newest(lists: RecentLists, key: string): Entry[] {
    const number = lists.numberOf(key)
    if (number === undefined) return []
    const size = lists.newest(number, maxPerKey, found)
    return Array.from(found.subarray(0, size), (slot) => entries[slot])
      .reverse()
      .filter((entry) => entry !== undefined)
  }

  /** A feed that says the same under other headlines says nothing of this one. */
  function isBoilerplate({ title, lead, feedId }: StoryArticle): boolean {
    return newest(byLead, leadKey(feedId, lead ?? '')).some(
      ({ article }) => article.lead === lead && article.title !== title,
    )
  }

  /**
   * Adds an article that is not in a story yet; with `words`, only its words, by which those after it are
   * weighed.
   */
  function add(article: StoryArticle, what: 'all' | 'words' = 'all'): Entry {
    const isOwnLead = !isBoilerplate(article)
    const terms = termsOf(article.title, isOwnLead ? article.lead : null, article.language)
    const slot = freeSlots.pop() ?? entries.length
    const atMs = article.publishedAt.epochMilliseconds
    const { id, feedId, url, lead, kind } = article
    const entry: Entry = {
      slot,
      article: { id, feedId, url, title: article.title, lead, language: article.language, kind },
      atMs,
      // Two stems, as in `Morning briefing`, do not set one event apart from another.
      title: what === 'all' && terms.title.length > 2 ? terms.title.join(' ') : null,
      pattern: what === 'all' ? patternOf(article.title, terms.language) : null,
      anchors: anchorsOf(what === 'all' ? `${article.title}. ${article.lead ?? ''}` : ''),
      language: terms.language,
      story: null,
    }
    entries[slot] = entry
    byId.set(article.id, entry)
    postings.add(slot, terms)
    const { title, pattern, anchors, language } = entry
    const hasLead = article.lead && article.feedId !== null
    byLead.add(slot, hasLead ? [leadKey(article.feedId, article.lead ?? '')] : [])
    byAddress.add(slot, what === 'all' && article.url ? [article.url] : [])
    byTitle.add(slot, title === null ? [] : [title])
    byPattern.add(slot, pattern ? [pattern.key] : [])
    const names = anchors.names.map(({ key }) => nameKey(language.code, key))
    byName.add(slot, names)
    count(languages, language.code, 1)
    arrivals.push(entry)
    newestMs = Math.max(newestMs, atMs)
    return entry
  }

  /** Lets go of what is older than the window; `leave` is called with each. */
  function expire(leave: (entry: Entry) => void): void {
    for (;;) {
      const oldest = arrivals[gone]
      if (!oldest || oldest.atMs >= newestMs - windowMs) break
      gone++
      leave(oldest)
      for (const lists of [postings, byLead, byAddress, byTitle, byPattern, byName]) {
        lists.removeOldest(oldest.slot)
      }
      entries[oldest.slot] = undefined
      freeSlots.push(oldest.slot)
      byId.delete(oldest.article.id)
      named.delete(oldest)
      count(languages, oldest.language.code, -1)
    }
    if (gone > 1000 && gone * 2 > arrivals.length) {
      arrivals = arrivals.slice(gone)
      gone = 0
    }
  }

  const isNear = (a: Entry, b: Entry) => Math.abs(a.atMs - b.atMs) <= windowMs

  /** The newest other articles that bear a key, within the window's length. */
  const sharing = (entry: Entry, lists: RecentLists, key: string | null | undefined) =>
    newest(lists, key ?? '').filter((other) => other !== entry && isNear(entry, other))

  /** The articles in other languages that share names, with how many. */
  function namesakes(entry: Entry): Map<Entry, number> {
    const shared = new Map<Entry, number>()
    for (const language of languages.keys()) {
      if (language === entry.language.code) continue
      for (const { key } of entry.anchors.names) {
        for (const other of sharing(entry, byName, nameKey(language, key))) {
          shared.set(other, (shared.get(other) ?? 0) + 1)
        }
      }
    }
    return shared
  }

  /** The articles that share at least so many stems, within the window's length. */
  function neighbours(entry: Entry, least: number, accepts?: Accepts) {
    const near: { entry: Entry; similarity: number }[] = []
    for (const { slot, similarity } of postings.neighbours(entry.slot, least, accepts)) {
      const other = entries[slot]
      if (other && isNear(entry, other)) near.push({ entry: other, similarity })
    }
    return near
  }

  return {
    add,
    expire,
    withAddress: (entry: Entry) => sharing(entry, byAddress, entry.article.url),
    withTitle: (entry: Entry) => sharing(entry, byTitle, entry.title),
    withPattern: (entry: Entry) => sharing(entry, byPattern, entry.pattern?.key),
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
