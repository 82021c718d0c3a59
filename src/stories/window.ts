import type { StoryArticle } from '../domain/story.ts'
import { createTexts, Entry } from './entry.ts'
import { createNumbering } from './numbering.ts'
import { type Accepts, createPostings } from './postings.ts'
import type { ReadWords } from './read-words.ts'
import { createRecentLists } from './recent-lists.ts'
import { termsOf } from './terms.ts'
import { textKey } from './text-key.ts'

/** The newest articles with one address, title, pattern, lead or name that are looked at. */
const maxPerKey = 50

/** By which an article is found, in this order, and then its names; 0 where it has no such. */
const keyPlaces = { lead: 0, address: 1, title: 2, pattern: 3 }

const leadKey = (feedId: number | null, lead: string | null) =>
  lead && feedId !== null ? textKey(`lead ${feedId} ${lead}`) : 0
const addressKey = (url: string | null) => (url ? textKey(`address ${url}`) : 0)
/** Two stems, as in `Morning briefing`, do not set one event apart from another. */
const titleKey = (stems: readonly number[]) =>
  stems.length > 2 ? textKey(`title ${stems.join(' ')}`) : 0
const nameKey = (language: string, name: string) => textKey(`name ${language} ${name}`)

/** The articles of the last hours, found by stems, by address, by title, by pattern and by anchors. */
export function createWindow(windowMs: number) {
  const postings = createPostings()
  const entries: (Entry | undefined)[] = []
  /** The slots of the articles by their ids. */
  const slots = createNumbering()
  const byKey = createRecentLists()
  const found = new Int32Array(maxPerKey)
  /** How many articles are in each language. */
  const languages = new Map<string, number>()
  const texts = createTexts()
  // In order of arrival, which is nearly that of time; the first `gone` have left.
  let arrivals: Entry[] = []
  let gone = 0
  let newestMs = Number.NEGATIVE_INFINITY

  /** The newest of the articles that bear a key, oldest first. */
  function newest(number: number | undefined): Entry[] {
    if (number === undefined || byKey.keyOf(number) === 0) return []
    const size = byKey.newest(number, maxPerKey, found)
    return Array.from(found.subarray(0, size), (slot) => entries[slot])
      .reverse()
      .filter((entry) => entry !== undefined)
  }

  /** A feed that says the same under other headlines says nothing of this one. */
  function isBoilerplate({ title, lead, feedId }: StoryArticle): boolean {
    return newest(byKey.numberOf(leadKey(feedId, lead))).some((entry) => entry.title !== title)
  }

  function readStems(article: StoryArticle): Pick<ReadWords, 'language' | 'title' | 'lead'> {
    const lead = isBoilerplate(article) ? null : article.lead
    const { language, ...terms } = termsOf(article.title, lead, article.language)
    return { language, title: terms.title.map(textKey), lead: terms.lead.map(textKey) }
  }

  function readKeys({ anchors, pattern, language }: Entry): Pick<ReadWords, 'pattern' | 'names'> {
    return {
      pattern: pattern ? textKey(`pattern ${pattern.key}`) : 0,
      names: anchors.names.map(({ key }) => nameKey(language.code, key)),
    }
  }

  /**
   * Adds an article that is not in a story yet. `kept` is what was read of its words before; with
   * `forItsWords` it is not found itself, but those after it are weighed by its words.
   */
  function add(article: StoryArticle, kept: ReadWords | null, { forItsWords = false } = {}): Entry {
    const stems = kept ?? readStems(article)
    const slot = slots.give(article.id)
    // The lead of one that is not found itself is not asked for.
    const shown = forItsWords ? { ...article, lead: null } : article
    const entry = new Entry(shown, stems.language, slot, texts)
    entries[slot] = entry
    postings.add(slot, stems)
    const lead = leadKey(article.feedId, article.lead)
    if (forItsWords) {
      byKey.add(slot, [lead, 0, 0, 0])
    } else {
      const { pattern, names } = kept ?? readKeys(entry)
      const keys = [lead, addressKey(article.url), titleKey(stems.title), pattern, ...names]
      byKey.add(slot, keys)
    }
    count(languages, entry.language.code, 1)
    arrivals.push(entry)
    newestMs = Math.max(newestMs, entry.atMs)
    return entry
  }

  /** What was read of the words of an article. */
  function wordsOf({ slot, language }: Entry): ReadWords {
    const [, , , pattern = 0, ...names] = byKey.numbersOf(slot).map(byKey.keyOf)
    return { language, ...postings.keysOf(slot), pattern, names }
  }

  /** Lets go of what is older than the window; `leave` is called with each. */
  function expire(leave: (entry: Entry) => void): void {
    for (;;) {
      const oldest = arrivals[gone]
      if (!oldest || oldest.atMs >= newestMs - windowMs) break
      gone++
      leave(oldest)
      for (const lists of [postings, byKey]) lists.removeOldest(oldest.slot)
      entries[oldest.slot] = undefined
      slots.take(oldest.slot)
      texts.forget(oldest)
      count(languages, oldest.language.code, -1)
    }
    if (gone > 1000 && gone * 2 > arrivals.length) {
      arrivals = arrivals.slice(gone)
      gone = 0
    }
  }

  const isNear = (a: Entry, b: Entry) => Math.abs(a.atMs - b.atMs) <= windowMs

  /** The newest other articles that bear a key, within the window's length. */
  const sharing = (entry: Entry, number: number | undefined) =>
    newest(number).filter((other) => other !== entry && isNear(entry, other))

  const sharingOf = (what: keyof typeof keyPlaces) => (entry: Entry) =>
    sharing(entry, byKey.numbersOf(entry.slot)[keyPlaces[what]])

  /** The articles in other languages that share names, with how many. */
  function namesakes(entry: Entry): Map<Entry, number> {
    const shared = new Map<Entry, number>()
    for (const language of languages.keys()) {
      if (language === entry.language.code) continue
      for (const { key } of entry.anchors.names) {
        for (const other of sharing(entry, byKey.numberOf(nameKey(language, key)))) {
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
    wordsOf,
    withAddress: sharingOf('address'),
    withTitle: sharingOf('title'),
    withPattern: sharingOf('pattern'),
    namesakes,
    neighbours,
    postings,
    byId: (id: number) => entries[slots.numberOf(id) ?? -1],
    bySlot: (slot: number) => entries[slot],
  }
}

function count(counts: Map<string, number>, key: string, more: number): void {
  const sum = (counts.get(key) ?? 0) + more
  if (sum > 0) counts.set(key, sum)
  else counts.delete(key)
}

export type Window = ReturnType<typeof createWindow>
