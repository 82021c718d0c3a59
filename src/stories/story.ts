import type { Postings, Vector } from './postings.ts'

/** A story as the index holds it: its articles in the window, and the sum of their vectors. */
export type OpenStory = {
  id: number
  foundedMs: number
  /** The slots of its articles. */
  members: Set<number>
  /** Per stem, the sum of its articles' weights without idf, which changes with the window. */
  sum: Map<number, number>
  /** One day's part of a routine series: closed to the next day's. */
  isSeries: boolean
}

/**
 * A sum of similarities is divided by the count to this power. A plain mean (1) breaks large stories, of
 * which each article reports another side; 0 would be no average at all.
 */
const spread = 0.9

export function createStory(id: number, foundedMs: number): OpenStory {
  return { id, foundedMs, members: new Set(), sum: new Map(), isSeries: false }
}

export function addMember(story: OpenStory, slot: number, vector: Vector): void {
  story.members.add(slot)
  eachStem(vector, (stem, weight) => story.sum.set(stem, (story.sum.get(stem) ?? 0) + weight))
}

export function removeMember(story: OpenStory, slot: number, vector: Vector): void {
  story.members.delete(slot)
  eachStem(vector, (stem, weight) => {
    const left = (story.sum.get(stem) ?? 0) - weight
    if (left > 1e-9) story.sum.set(stem, left)
    else story.sum.delete(stem)
  })
}

/** The similarity of an article to those of a story: average link, by one pass over its stems. */
export function similarityTo(vector: Vector, story: OpenStory, postings: Postings): number {
  let sum = 0
  eachStem(vector, (stem, weight) => {
    const theirs = story.sum.get(stem)
    if (theirs !== undefined) sum += weight * theirs * postings.weight(stem)
  })
  return sum / story.members.size ** spread
}

/** The similarity between the articles of two stories. */
export function similarityBetween(a: OpenStory, b: OpenStory, postings: Postings): number {
  const [small, large] = a.sum.size < b.sum.size ? [a, b] : [b, a]
  let sum = 0
  for (const [stem, weight] of small.sum) {
    const theirs = large.sum.get(stem)
    if (theirs !== undefined) sum += weight * theirs * postings.weight(stem)
  }
  return sum / (a.members.size * b.members.size) ** spread
}

function eachStem(vector: Vector, visit: (stem: number, weight: number) => void): void {
  for (const [place, stem] of vector.stems.entries()) {
    visit(stem, place < vector.titleEnd ? vector.titleWeight : vector.leadWeight)
  }
}
