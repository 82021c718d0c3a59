import type { StoryArticle } from '../domain/story.ts'
import { type Anchors, anchorsOf } from './anchors.ts'
import { type Named, namedIn } from './names.ts'
import { createPostings, type Neighbour, type Vector } from './postings.ts'
import { type Pattern, patternOf } from './series.ts'
import type { OpenStory } from './story.ts'
import { termsOf } from './terms.ts'

/** The newest articles with one address, title, pattern, name or number that are looked at. */
const maxPerKey = 50

/** An article in the window. */
export type Entry = {
  slot: number
  article: StoryArticle
  atMs: number
  vector: Vector
  pattern: Pattern | null
  anchors: Anchors
  language: string
  /** What it names; read when it is first asked for. */
  named: () => Named
  keys: string[]
  /** Null until it is put into one. */
  story: OpenStory | null
}

const nameKey = (language: string, name: string) => `name ${language} ${name}`

/** The articles of the last hours, found by stems, by address, by title, by pattern and by anchors. */
export function createWindow(windowMs: number) {
  const postings = createPostings()
  const entries: (Entry | undefined)[] = []
  const freeSlots: number[] = []
  const byId = new Map<number, Entry>()
  const byKey = new Map<string, Entry[]>()
  const languages = new Map<string, number>()
  // In order of arrival, which is nearly that of time; the first `gone` have left.
  let arrivals: Entry[] = []
  let gone = 0
  let newestMs = Number.NEGATIVE_INFINITY

  /** A feed that says the same under other headlines says nothing of this one. */
  function isBoilerplate(leadKey: string, { title }: StoryArticle): boolean {
    return byKey.get(leadKey)?.some(({ article }) => article.title !== title) ?? false
  }

  /** Adds an article that is not in a story yet. */
  function add(article: StoryArticle): Entry {
    const leadKey = `lead ${article.feedId} ${article.lead}`
    const terms = termsOf(
      article.title,
      isBoilerplate(leadKey, article) ? null : article.lead,
      article.language,
    )
    const slot = freeSlots.pop() ?? entries.length
    const pattern = patternOf(article.title, terms.language)
    const anchors = anchorsOf(`${article.title}. ${article.lead ?? ''}`)
    const keys = [
      ...(article.lead && article.feedId !== null ? [leadKey] : []),
      ...(article.url ? [`address ${article.url}`] : []),
      // Two stems, as in `Morning briefing`, do not set one event apart from another.
      ...(terms.title.length > 2 ? [`title ${terms.title.join(' ')}`] : []),
      ...(pattern ? [`pattern ${pattern.key}`] : []),
      ...[...anchors.names.keys()].map((name) => nameKey(terms.language.code, name)),
    ]
    const vector = postings.add(slot, terms)
    const atMs = article.publishedAt.epochMilliseconds
    const language = terms.language.code
    languages.set(language, (languages.get(language) ?? 0) + 1)
    let known: Named | null = null
    const named = () => (known ??= namedIn(article, terms.language))
    const entry = {
      slot,
      article,
      atMs,
      vector,
      pattern,
      anchors,
      language,
      named,
      keys,
      story: null,
    }
    entries[slot] = entry
    byId.set(article.id, entry)
    for (const key of keys) {
      const same = byKey.get(key)
      if (same) same.push(entry)
      else byKey.set(key, [entry])
    }
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
      postings.removeOldest(oldest.slot)
      entries[oldest.slot] = undefined
      freeSlots.push(oldest.slot)
      byId.delete(oldest.article.id)
      languages.set(oldest.language, (languages.get(oldest.language) ?? 1) - 1)
      for (const key of oldest.keys) {
        const same = byKey.get(key)
        // Those who arrived first leave first.
        same?.shift()
        if (same?.length === 0) byKey.delete(key)
      }
    }
    if (gone > 1000 && gone * 2 > arrivals.length) {
      arrivals = arrivals.slice(gone)
      gone = 0
    }
  }

  const isNear = (a: Entry, b: Entry) => Math.abs(a.atMs - b.atMs) <= windowMs

  /** The newest other articles with the same key, within the window's length. */
  function sharing(entry: Entry, key: string): Entry[] {
    const newest = byKey.get(key)?.slice(-maxPerKey) ?? []
    return newest.filter((other) => other !== entry && isNear(entry, other))
  }

  /** The articles in other languages that share names, with how many. */
  function namesakes(entry: Entry): Map<Entry, number> {
    const found = new Map<Entry, number>()
    for (const [language, articles] of languages) {
      if (language === entry.language || articles === 0) continue
      for (const name of entry.anchors.names.keys()) {
        for (const other of sharing(entry, nameKey(language, name))) {
          found.set(other, (found.get(other) ?? 0) + 1)
        }
      }
    }
    return found
  }

  /** The articles that share at least so many stems, within the window's length. */
  function neighbours(entry: Entry, least: number): (Neighbour & { entry: Entry })[] {
    return postings.neighbours(entry.slot, least).flatMap((neighbour) => {
      const other = entries[neighbour.slot]
      return other && isNear(entry, other) ? [{ ...neighbour, entry: other }] : []
    })
  }

  return {
    add,
    expire,
    sharing,
    namesakes,
    neighbours,
    postings,
    byId: (id: number) => byId.get(id),
    bySlot: (slot: number) => entries[slot],
  }
}

export type Window = ReturnType<typeof createWindow>
