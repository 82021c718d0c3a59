import { sharedAnchors } from './anchors.ts'
import type { Entry } from './entry.ts'
import { isForecast } from './forecast.ts'
import { nameOthers } from './names.ts'
import { areDaysApart, arePartsOfSeries, isRoutinePart, type SeriesPart } from './series.ts'
import { nearestBetween, type OpenStory, similarityBetween, similarityTo } from './story.ts'
import type { Window } from './window.ts'

/** The least similarity (0 to 1) by which an article joins a story, and two stories become one. */
export const minSimilarity = 0.28
/** Two stems in common are a link between very short or very like articles only; three are one for all. */
const manyStems = 3
const fewStems = 2
const minSimilarityOfFew = 0.3
/** An article in another language is looked at that shares so many names, spelt about alike. */
const minNamesakes = 2
/** Of these, so many at most. */
const maxNamesakes = 12
/** Shorter leads, in stems, say too little to speak against anything. */
const minLead = 3
/** Those shorter than this speak only against headlines that share a few words. */
const wholeLead = 12
const fewShared = 3
/** How much of the similarity to a story is that to its nearest article; the rest is the average link. */
const nearestShare = 0.5
/** So few articles are put into a story together as one alone is. */
const mostJoining = 4
/** So many of a story’s nearest articles must tell of no other event. */
const maxAsked = 3
/** At most so many stories are weighed for one article, those with its nearest articles first. */
const maxStories = 24

/** A story that an article may belong to; `nearest` is its most like article there. */
export type Match = { story: OpenStory; similarity: number; nearest: Entry }

/** An article with enough stems in common with another, and how like it is. */
export type Link = { entry: Entry; similarity: number }

/** The articles to which one is linked by its words, most like first. */
export function linksOf(entry: Entry, window: Window): Link[] {
  return window
    .neighbours(entry, fewStems, isLink)
    .filter(({ entry: other }) => !differInLanguage(entry, other))
    .sort((a, b) => b.similarity - a.similarity)
}

const isLink = (shared: number, similarity: number) =>
  shared >= manyStems || similarity >= minSimilarityOfFew

/**
 * The stories of the articles to which an article is linked, most like first. The similarity is half
 * that to the nearest article, half that to all of the story’s (average link), which keeps a chain of
 * similarities from growing into one great story. Left out are those whose nearest articles tell of
 * another event.
 */
export function similarStories(entry: Entry, links: readonly Link[], window: Window): Match[] {
  return [...Map.groupBy(links, (link) => link.entry.story)]
    .flatMap(([story, [nearest, ...others]]) =>
      story && nearest ? { story, nearest, others } : [],
    )
    .slice(0, maxStories)
    .flatMap(({ story, nearest, others }): Match[] => {
      const similarity =
        nearestShare * nearest.similarity +
        (1 - nearestShare) * similarityTo(entry, story, window.postings)
      const asked = similarity < minSimilarity ? [] : [nearest, ...others].slice(0, maxAsked)
      return asked.some((link) => tellOthers(entry, link.entry, window))
        ? []
        : [{ story, similarity, nearest: nearest.entry }]
    })
    .sort((a, b) => b.similarity - a.similarity)
}

/** The similarity of two stories: a small one's is found as if it were put into the other, else average link. */
export function similarityOfStories(a: OpenStory, b: OpenStory, { postings }: Window): number {
  const average = similarityBetween(a, b, postings)
  if (Math.min(a.members.length, b.members.length) > mostJoining) return average
  return nearestShare * nearestBetween(a, b, postings) + (1 - nearestShare) * average
}

/** An article in another language that surely reports the same, with the names and numbers of both. */
export function crossLingualMatch(
  entry: Entry,
  window: Window,
  isOpen: (story: OpenStory) => boolean,
): { entry: Entry; anchors: string[] } | null {
  let best: { entry: Entry; anchors: string[] } | null = null
  const namesakes = [...window.namesakes(entry)]
    .filter(([, shared]) => shared >= minNamesakes)
    .sort(([, a], [, b]) => b - a)
  for (const [other] of namesakes.slice(0, maxNamesakes)) {
    if (
      !areInTwoLanguages(entry, other) ||
      !other.story ||
      !isOpen(other.story) ||
      areDaysApart(entry.atMs, other.atMs)
    ) {
      continue
    }
    const anchors = sharedAnchors(entry.anchors, other.anchors)
    if (anchors && anchors.length > (best?.anchors.length ?? 0)) best = { entry: other, anchors }
  }
  return best
}

/** The stories that hold another part of the routine series to which this article belongs. */
export function otherParts(entry: Entry, window: Window): Set<OpenStory> {
  const others = window.withPattern(entry)
  // Most have none, and their pattern need not be read.
  const part = others.length > 0 ? partOf(entry) : null
  const stories = others.flatMap((other) => {
    const theirs = partOf(other)
    return other.story && part && theirs && arePartsOfSeries(part, theirs) ? [other.story] : []
  })
  return new Set(stories)
}

/** Whether an article is one more part of a routine series of its feed, or a forecast, with nothing unusual. */
export function isRoutine(entry: Entry, window: Window): boolean {
  if (isForecast(entry.title, entry.language)) return true
  const part = partOf(entry)
  const others = window.withPattern(entry).flatMap((other) => partOf(other) ?? [])
  return part !== null && isRoutinePart(part, others)
}

function partOf({ pattern, feedId, atMs }: Entry): SeriesPart | null {
  return pattern && { pattern, feedId, atMs }
}

/**
 * Whether two articles report two events in like words: their names say it, or their numbers or leads,
 * which have nothing in common.
 */
export function tellOthers(a: Entry, b: Entry, window: Window): boolean {
  if (nameOthers(a.named, b.named)) return true
  const ours = stemsOf(a, window)
  const theirs = stemsOf(b, window)
  const shared = ours.title.intersection(theirs.title).size
  return (shared <= 1 && countOthers(a, b)) || goOnToOthers(ours, theirs, shared)
}

/** Whether both have numbers, none in common; it says something where headlines share hardly a word. */
function countOthers(a: Entry, b: Entry): boolean {
  const { numbers } = a.anchors
  const theirs = b.anchors.numbers
  return numbers.size > 0 && theirs.size > 0 && numbers.isDisjointFrom(theirs)
}

type Stems = { title: Set<number>; lead: Set<number> }

/** Whether both have leads, no word in common, under headlines that differ. */
function goOnToOthers(ours: Stems, theirs: Stems, shared: number): boolean {
  const length = Math.min(ours.lead.size, theirs.lead.size)
  if (length < minLead || !ours.lead.isDisjointFrom(theirs.lead)) return false
  if (length < wholeLead && shared > fewShared) return false
  return shared < 0.8 * Math.min(ours.title.size, theirs.title.size)
}

function stemsOf({ slot }: Entry, { postings }: Window): Stems {
  const { stems, titleEnd } = postings.vectorOf(slot)
  return { title: new Set(stems.slice(0, titleEnd)), lead: new Set(stems.slice(titleEnd)) }
}

/** Whether the languages of two articles, which are said or guessed, surely differ. */
function areInTwoLanguages(a: Entry, b: Entry): boolean {
  return differInLanguage(a, b) || a.isCyrillic !== b.isCyrillic
}

// What is only guessed from the letters does not divide: a short headline is easily taken wrongly.
function differInLanguage(a: Entry, b: Entry): boolean {
  const areSaid = a.declared !== null && b.declared !== null
  return areSaid && a.language.code !== b.language.code
}
