import type { Postings, Vector } from './postings.ts'

/** A story as the index holds it: its articles in the window, and the sum of their vectors. */
export type OpenStory = {
  id: number
  foundedMs: number
  /** The slots of its articles. */
  members: number[]
  /** The vector of the one article that it began with; most stories have no other. */
  first: Vector | null
  /** Per stem, the sum of its articles' weights without idf, which changes with the window; of several. */
  sum: Map<number, number> | null
  /** One day's part of a routine series: closed to the next day's. */
  isSeries: boolean
}

/**
 * A sum of similarities is divided by the count to this power. A plain mean (1) breaks large stories, of
 * which each article reports another side; 0 would be no average at all.
 */
const spread = 0.9

export function createStory(id: number, foundedMs: number): OpenStory {
  return { id, foundedMs, members: [], first: null, sum: null, isSeries: false }
}

export function addMember(story: OpenStory, slot: number, vector: Vector): void {
  story.members.push(slot)
  if (story.members.length === 1) {
    story.first = vector
    return
  }
  const sum = sumOf(story)
  eachStem(vector, (stem, weight) => sum.set(stem, (sum.get(stem) ?? 0) + weight))
  story.first = null
  story.sum = sum
}

export function removeMember(story: OpenStory, slot: number, vector: Vector): void {
  story.members.splice(story.members.indexOf(slot), 1)
  const { sum } = story
  if (!sum) return
  eachStem(vector, (stem, weight) => {
    const left = (sum.get(stem) ?? 0) - weight
    if (left > 1e-9) sum.set(stem, left)
    else sum.delete(stem)
  })
}

/** The similarity of an article to those of a story: average link, by one pass over its stems. */
export function similarityTo(vector: Vector, story: OpenStory, postings: Postings): number {
  let sum = 0
  eachStem(vector, (stem, weight) => {
    const theirs = weightIn(story, stem)
    if (theirs > 0) sum += weight * theirs * postings.weight(stem)
  })
  return sum / story.members.length ** spread
}

/** The similarity between the articles of two stories. */
export function similarityBetween(a: OpenStory, b: OpenStory, postings: Postings): number {
  const sums = [sumOf(a), sumOf(b)] as const
  const [small, large] = sums[0].size < sums[1].size ? sums : [sums[1], sums[0]]
  let sum = 0
  for (const [stem, weight] of small) {
    const theirs = large.get(stem)
    if (theirs !== undefined) sum += weight * theirs * postings.weight(stem)
  }
  return sum / (a.members.length * b.members.length) ** spread
}

function sumOf({ first, sum }: OpenStory): Map<number, number> {
  if (sum) return sum
  const single = new Map<number, number>()
  if (first) eachStem(first, (stem, weight) => single.set(stem, weight))
  return single
}

function weightIn({ first, sum }: OpenStory, stem: number): number {
  if (!first) return sum?.get(stem) ?? 0
  const place = first.stems.indexOf(stem)
  return place === -1 ? 0 : weightAt(first, place)
}

function weightAt({ titleEnd, titleWeight, leadWeight }: Vector, place: number): number {
  return place < titleEnd ? titleWeight : leadWeight
}

function eachStem(vector: Vector, visit: (stem: number, weight: number) => void): void {
  vector.stems.forEach((stem, place) => {
    visit(stem, weightAt(vector, place))
  })
}
