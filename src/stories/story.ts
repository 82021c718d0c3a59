import type { Postings, Vector } from './postings.ts'

/** A story as the index holds it: its articles in the window, and the sum of their vectors. */
export type OpenStory = {
  id: number
  foundedMs: number
  /** The slots of its articles, of which most stories have one. */
  members: number[]
  /**
   * Per stem, the sum of its articles' weights without idf, which changes with the window; null while it
   * has a few articles, as most stories do: then it is found from those.
   */
  sum: Map<number, number> | null
  /** One day's part of a routine series: closed to the next day's. */
  isSeries: boolean
}

/**
 * A sum of similarities is divided by the count to this power. A plain mean (1) breaks large stories, of
 * which each article reports another side; 0 would be no average at all.
 */
const spread = 0.9

const few = 3

export function createStory(id: number, foundedMs: number): OpenStory {
  return { id, foundedMs, members: [], sum: null, isSeries: false }
}

export function addMember(story: OpenStory, slot: number, postings: Postings): void {
  // So that it takes no more room than it needs: an array that grows takes room for 17.
  if (story.members.length === 0) story.members = [slot]
  else story.members.push(slot)
  if (story.sum) addTo(story.sum, postings.vectorOf(slot))
  else if (story.members.length > few) story.sum = sumOf(story, postings)
}

export function removeMember(story: OpenStory, slot: number, postings: Postings): void {
  story.members.splice(story.members.indexOf(slot), 1)
  const { sum } = story
  if (!sum) return
  eachStem(postings.vectorOf(slot), (stem, weight) => {
    const left = (sum.get(stem) ?? 0) - weight
    if (left > 1e-9) sum.set(stem, left)
    else sum.delete(stem)
  })
}

/** The similarity of an article to those of a story: average link, by one pass over its stems. */
export function similarityTo(vector: Vector, story: OpenStory, postings: Postings): number {
  const theirs = weightsIn(story, postings)
  let sum = 0
  eachStem(vector, (stem, weight) => {
    const weightThere = theirs(stem)
    if (weightThere > 0) sum += weight * weightThere * postings.weight(stem)
  })
  return sum / story.members.length ** spread
}

/** The similarity between the articles of two stories. */
export function similarityBetween(a: OpenStory, b: OpenStory, postings: Postings): number {
  const sums = [sumOf(a, postings), sumOf(b, postings)] as const
  const [small, large] = sums[0].size < sums[1].size ? sums : [sums[1], sums[0]]
  let sum = 0
  for (const [stem, weight] of small) {
    const theirs = large.get(stem)
    if (theirs !== undefined) sum += weight * theirs * postings.weight(stem)
  }
  return sum / (a.members.length * b.members.length) ** spread
}

function sumOf({ members, sum }: OpenStory, postings: Postings): Map<number, number> {
  if (sum) return sum
  const made = new Map<number, number>()
  for (const slot of members) addTo(made, postings.vectorOf(slot))
  return made
}

function addTo(sum: Map<number, number>, vector: Vector): void {
  eachStem(vector, (stem, weight) => sum.set(stem, (sum.get(stem) ?? 0) + weight))
}

/** The weight of each stem in a story. */
function weightsIn({ members, sum }: OpenStory, postings: Postings): (stem: number) => number {
  if (sum) return (stem) => sum.get(stem) ?? 0
  const vectors = members.map(postings.vectorOf)
  return (stem) =>
    vectors.reduce((sum, vector) => {
      const place = vector.stems.indexOf(stem)
      return place === -1 ? sum : sum + weightAt(vector, place)
    }, 0)
}

function weightAt({ titleEnd, titleWeight, leadWeight }: Vector, place: number): number {
  return place < titleEnd ? titleWeight : leadWeight
}

function eachStem(vector: Vector, visit: (stem: number, weight: number) => void): void {
  vector.stems.forEach((stem, place) => {
    visit(stem, weightAt(vector, place))
  })
}
