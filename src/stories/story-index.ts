import type { Reason } from '../domain/reason.ts'
import type { MergedStory, StoryArticle, StoryPlacement } from '../domain/story.ts'
import type { Entry } from './entry.ts'
import { isMarketReport } from './market.ts'
import {
  crossLingualMatch,
  isRoutine,
  linksOf,
  type Match,
  minSimilarity,
  otherParts,
  similarityOfStories,
  similarStories,
  tellOthers,
} from './matches.ts'
import { decodeWords, encodeWords } from './read-words.ts'
import { founding, joinedBy, sameAddress, sameTitle, sharedNames, sharedWords } from './reasons.ts'
import { areDaysApart } from './series.ts'
import { addMember, createStory, type OpenStory, removeMember } from './story.ts'
import { writtenWords } from './terms.ts'
import { createWindow } from './window.ts'

const defaultWindow = Temporal.Duration.from({ hours: 72 })
/** So many of the words that two articles share are named as the reason. */
const mostNamed = 6
/** At most so many of the stories that an article is like are tried for being one with its own. */
const maxMerged = 8

export type StoryIndex = ReturnType<typeof createStoryIndex>

/**
 * Puts articles into stories one by one, without recomputing the day: each joins the story it is most
 * like, founds one, or joins two into one. After a restart, `load` what is stored of the window.
 * The method is average-link clustering on cosine with square-root idf, among articles that share stems;
 * few articles join by the nearest too.
 */
export function createStoryIndex(length: Temporal.Duration = defaultWindow) {
  const windowMs = length.total('milliseconds')
  const window = createWindow(windowMs)
  const stories = new Map<number, OpenStory>()
  /** Stories that an admin took apart, by their ids, in both directions. */
  const apart = new Map<number, Set<number>>()
  /** Columns like which something came after they were linked, or of which that is not known. */
  const stale = new Set<number>()

  /** Decides where an article belongs. An article that is there already stays where it is. */
  function add(article: StoryArticle): StoryPlacement {
    if (article.kind === 'column') return linkColumn(article)
    const known = window.byId(article.id)
    // It came a second time, as when a feed says an item again.
    if (known?.story) {
      const { story } = known
      const stays = { kind: 'joined' as const, story: story.id, merged: [], reason: founding }
      return { ...stays, isRoutine: isRoutine(known, window) }
    }
    const entry = window.add(article, null)
    window.expire(leave)
    const routine = { isRoutine: isRoutine(entry, window) }
    const parts = otherParts(entry, window)
    for (const part of parts) part.isSeries = true
    const isOpen = (story: OpenStory) =>
      !parts.has(story) &&
      entry.atMs - story.foundedMs <= windowMs &&
      !(story.isSeries && areDaysApart(story.foundedMs, entry.atMs))

    const links = linksOf(entry, window)
    for (const { entry: other, similarity } of links) {
      if (other.kind === 'column' && similarity >= minSimilarity) stale.add(other.id)
    }
    const similar = similarStories(entry, links, window)
    const open = similar.filter((match) => isOpen(match.story))
    const home = findHome(entry, open, isOpen)
    if (!home) {
      const story = found(entry, parts.size > 0 || isMarketReport(entry.title))
      // It is like a story that began too long ago to be joined: the next part of a running one.
      const earlier = parts.size === 0 ? similar.find((match) => !open.includes(match)) : undefined
      const continues = earlier && earlier.similarity >= minSimilarity ? earlier.story : null
      const isNext = continues !== null && !continues.isSeries
      return {
        kind: 'founded',
        story: story.id,
        continues: isNext ? continues.id : null,
        reason: founding,
        ...routine,
      }
    }
    put(entry, home.story)
    const merged = [...mergeAlike(entry, home.story, open), ...mergeAcross(entry, isOpen)]
    const story = entry.story?.id ?? home.story.id
    return { kind: 'joined', story, merged, reason: home.reason, ...routine }
  }

  function findHome(
    entry: Entry,
    open: Match[],
    isOpen: (story: OpenStory) => boolean,
  ): { story: OpenStory; reason: Reason } | null {
    const isInOpen = ({ story }: Entry) => story !== null && isOpen(story)
    const address = window.withAddress(entry).findLast(isInOpen)
    if (address?.story) return { story: address.story, reason: sameAddress(address.title) }
    const title = window.withTitle(entry).findLast(isInOpen)
    if (title?.story) return { story: title.story, reason: sameTitle(title.title) }
    const [best] = open
    if (best && best.similarity >= minSimilarity)
      return { story: best.story, reason: describe(entry, best) }
    const crossLingual = crossLingualMatch(entry, window, isOpen)
    if (!crossLingual?.entry.story) return null
    return {
      story: crossLingual.entry.story,
      reason: sharedNames(crossLingual.entry.title, crossLingual.anchors),
    }
  }

  function describe(entry: Entry, { nearest, similarity }: Match): Reason {
    const theirs = new Set(window.postings.vectorOf(nearest.slot).stems)
    const shared = window.postings.vectorOf(entry.slot).stems.filter((stem) => theirs.has(stem))
    const stems = shared.slice(0, mostNamed).map(window.postings.keyOf)
    const { title, lead, declared: language } = entry
    return sharedWords(nearest.title, writtenWords({ title, lead, language }, stems), similarity)
  }

  /** Joins to the article's story those that are, with it, as like as one story's articles are. */
  function mergeAlike(entry: Entry, home: OpenStory, open: Match[]): MergedStory[] {
    const merged: MergedStory[] = []
    const ours = open.find((match) => match.story === home)?.nearest ?? entry
    let story = home
    for (const { story: other, nearest } of open.slice(0, maxMerged)) {
      if (other === story || !mayUnite(story, other)) continue
      // What tells of both events makes them no one event.
      if (tellOthers(ours, nearest, window)) continue
      const similarity = similarityOfStories(story, other, window)
      if (similarity < minSimilarity) continue
      const { into, from } = unite(story, other)
      story = into
      merged.push({ story: from.id, reason: joinedBy(entry.title, similarity) })
    }
    return merged
  }

  /** Joins to the article's story the one in which another language surely reports the same. */
  function mergeAcross(entry: Entry, isOpen: (story: OpenStory) => boolean): MergedStory[] {
    const found = crossLingualMatch(entry, window, isOpen)
    const [story, other] = [entry.story, found?.entry.story]
    if (!found || !story || !other || other === story || !mayUnite(story, other)) return []
    const { from } = unite(story, other)
    return [{ story: from.id, reason: sharedNames(found.entry.title, found.anchors) }]
  }

  function mayUnite(a: OpenStory, b: OpenStory): boolean {
    if (areApart(a, b)) return false
    return !((a.isSeries || b.isSeries) && areDaysApart(a.foundedMs, b.foundedMs))
  }

  /** Makes one of two stories: the older one. */
  function unite(a: OpenStory, b: OpenStory): { into: OpenStory; from: OpenStory } {
    const age = a.foundedMs - b.foundedMs || a.id - b.id
    const [into, from] = age < 0 ? [a, b] : [b, a]
    moveAll(from, into)
    return { into, from }
  }

  /**
   * A column is never put into a story; it is linked to the one that it speaks of, if there is one. It
   * may be asked for again later, when more has been reported.
   */
  function linkColumn(article: StoryArticle): StoryPlacement {
    const entry = window.byId(article.id) ?? window.add(article, null)
    window.expire(leave)
    const [best] = similarStories(entry, linksOf(entry, window), window)
    const isAbout = best !== undefined && best.similarity >= minSimilarity
    return {
      kind: 'column',
      about: isAbout ? best.story.id : null,
      reason: isAbout ? describe(entry, best) : null,
    }
  }

  function found(entry: Entry, isSeries: boolean): OpenStory {
    const story = createStory(entry.id, entry.atMs)
    story.isSeries = isSeries
    stories.set(story.id, story)
    put(entry, story)
    return story
  }

  function put(entry: Entry, story: OpenStory): void {
    entry.story = story
    addMember(story, entry, window.postings)
  }

  function leave(entry: Entry): void {
    const { id, story } = entry
    stale.delete(id)
    if (!story) return
    removeMember(story, entry, window.postings)
    if (story.members.length === 0) stories.delete(story.id)
  }

  function moveAll(from: OpenStory, into: OpenStory): void {
    for (const entry of entriesOf(from)) put(entry, into)
    into.isSeries ||= from.isSeries
    for (const id of apart.get(from.id) ?? []) keepApart(into.id, id)
    stories.delete(from.id)
  }

  const entriesOf = (story: OpenStory): Entry[] =>
    story.members.flatMap((slot) => window.bySlot(slot) ?? [])

  const areApart = (a: OpenStory, b: OpenStory) => apart.get(a.id)?.has(b.id) ?? false

  /** Forbids that two stories become one again. */
  function keepApart(a: number, b: number): void {
    apart.set(a, (apart.get(a) ?? new Set()).add(b))
    apart.set(b, (apart.get(b) ?? new Set()).add(a))
  }

  /**
   * Puts a stored article back into its stored story, as it was decided, oldest first; and a column with
   * the story that it is about, if one was found. `words` are as `wordsOf` gave them; returns whether they
   * are of use, or had to be read again.
   */
  function load(
    article: StoryArticle,
    storyId: number | null,
    words: string | null = null,
  ): boolean {
    if (window.byId(article.id)) return true
    const kept = words === null ? null : decodeWords(words)
    const entry = window.add(article, kept)
    if (article.kind === 'news' && storyId !== null) putBack(entry, storyId)
    if (article.kind === 'column' && storyId === null) stale.add(article.id)
    window.expire(leave)
    return kept !== null
  }

  /** Counts the words of a stored article that is to leave the window before all are loaded. */
  function recall(article: StoryArticle, words: string | null = null): void {
    const kept = words === null ? null : decodeWords(words)
    if (!window.byId(article.id)) window.add(article, kept, { forItsWords: true })
    window.expire(leave)
  }

  function putBack(entry: Entry, storyId: number): void {
    const story = stories.get(storyId) ?? createStory(storyId, entry.atMs)
    story.foundedMs = Math.min(story.foundedMs, entry.atMs)
    const isFounder = entry.id === storyId && isMarketReport(entry.title)
    if (isFounder || otherParts(entry, window).size > 0) story.isSeries = true
    stories.set(storyId, story)
    put(entry, story)
  }

  /** The columns to be asked for again, each once: what they are about may be another story by now. */
  function takeStale(): number[] {
    const ids = [...stale]
    stale.clear()
    return ids
  }

  return {
    add,
    load,
    recall,
    keepApart,
    takeStale,
    has: (articleId: number) => window.byId(articleId) !== undefined,
    /** What was read of the words of an article in the window, to be kept. */
    wordsOf: (articleId: number) => {
      const entry = window.byId(articleId)
      return entry ? encodeWords(window.wordsOf(entry)) : null
    },
    /** The story of an article in the window. */
    storyOf: (articleId: number) => window.byId(articleId)?.story?.id ?? null,
    /** The articles of a story in the window. */
    articlesOf: (storyId: number) => {
      const story = stories.get(storyId)
      return story ? entriesOf(story).map(({ id }) => id) : []
    },
  }
}
