import type { Postings, Vector } from './postings.ts'

/** A story as the index holds it: its articles in the window, and the sum of their vectors. */
export type OpenStory = {
  id: number
  foundedMs: number
  /** The slots of its articles, of which most stories have one. */
  members: number[]
  /** How many of them are in Cyrillic letters. */
  cyrillic: number
  /**
   * Per stem, the sum of its articles' weights without idf, which changes with the window; null while it
   * has a few articles, as most stories do: then it is found from those.
   */
  sum: Sum | null
  /** One day's part of a routine series: closed to the next day's. */
  isSeries: boolean
}

/** Stems in order of their numbers, each with its weight: a fourth of the room that a Map takes. */
type Sum = { stems: number[]; weights: number[] }

/**
 * A sum of similarities is divided by the count to this power. A plain mean (1) breaks large stories, of
 * which each article reports another side; 0 would be no average at all.
 */
const spread = 0.9

const few = 3
/** So many articles of a story, the newest ones, are compared one by one. */
const mostPaired = 30

export function createStory(id: number, foundedMs: number): OpenStory {
  return { id, foundedMs, members: [], cyrillic: 0, sum: null, isSeries: false }
}

/** An article in a story, by its slot. */
export type Member = { slot: number; isCyrillic: boolean }

export function addMember(
  story: OpenStory,
  { slot, isCyrillic }: Member,
  postings: Postings,
): void {
  if (isCyrillic) story.cyrillic++
  // So that it takes no more room than it needs: an array that grows takes room for 17.
  if (story.members.length === 0) story.members = [slot]
  else story.members.push(slot)
  if (story.sum) addTo(story.sum, postings.vectorOf(slot))
  else if (story.members.length > few) story.sum = sumOf(story, postings)
}

export function removeMember(
  story: OpenStory,
  { slot, isCyrillic }: Member,
  postings: Postings,
): void {
  if (isCyrillic) story.cyrillic--
  story.members.splice(story.members.indexOf(slot), 1)
  const { sum } = story
  if (!sum) return
  eachStem(postings.vectorOf(slot), (stem, weight) => {
    const place = placeIn(sum, stem)
    if (sum.stems[place] !== stem) return
    const left = (sum.weights[place] ?? 0) - weight
    if (left > 1e-9) sum.weights[place] = left
    else for (const part of [sum.stems, sum.weights]) part.splice(place, 1)
  })
}

/**
 * The similarity of an article to those of a story in its own alphabet, as no others have its stems: average
 * link, by one pass over them.
 */
export function similarityTo(
  { slot, isCyrillic }: Member,
  story: OpenStory,
  postings: Postings,
): number {
  const vector = postings.vectorOf(slot)
  const theirs = weightsIn(story, postings)
  let sum = 0
  eachStem(vector, (stem, weight) => {
    const weightThere = theirs(stem)
    if (weightThere > 0) sum += weight * weightThere * postings.weight(stem)
  })
  const alike = isCyrillic ? story.cyrillic : story.members.length - story.cyrillic
  return sum / Math.max(1, alike) ** spread
}

/** The similarity of the two articles of two stories that are most alike, of the newest that are looked at. */
export function nearestBetween(a: OpenStory, b: OpenStory, postings: Postings): number {
  const vectorsOf = ({ members }: OpenStory) => members.slice(-mostPaired).map(postings.vectorOf)
  const theirs = vectorsOf(b)
  let most = 0
  for (const vector of vectorsOf(a)) {
    const own = new Map<number, number>()
    eachStem(vector, (stem, weight) => own.set(stem, weight * postings.weight(stem)))
    for (const other of theirs) {
      let sum = 0
      eachStem(other, (stem, weight) => {
        sum += weight * (own.get(stem) ?? 0)
      })
      most = Math.max(most, sum)
    }
  }
  return most
}

/** The similarity between the articles of two stories, of those in one alphabet on average. */
export function similarityBetween(a: OpenStory, b: OpenStory, postings: Postings): number {
  const sums = [sumOf(a, postings), sumOf(b, postings)] as const
  const [small, large] = sums[0].stems.length < sums[1].stems.length ? sums : [sums[1], sums[0]]
  let sum = 0
  for (const [place, stem] of small.stems.entries()) {
    sum += (small.weights[place] ?? 0) * weightOf(large, stem) * postings.weight(stem)
  }
  const latin = (story: OpenStory) => story.members.length - story.cyrillic
  const pairs = a.cyrillic * b.cyrillic + latin(a) * latin(b)
  return sum / Math.max(1, pairs) ** spread
}

function sumOf({ members, sum }: OpenStory, postings: Postings): Sum {
  if (sum) return sum
  const made = { stems: [], weights: [] }
  for (const slot of members) addTo(made, postings.vectorOf(slot))
  return made
}

function addTo(sum: Sum, vector: Vector): void {
  eachStem(vector, (stem, weight) => {
    const place = placeIn(sum, stem)
    if (sum.stems[place] === stem) {
      sum.weights[place] = (sum.weights[place] ?? 0) + weight
    } else {
      sum.stems.splice(place, 0, stem)
      sum.weights.splice(place, 0, weight)
    }
  })
}

/** Where a stem stands, or would stand. */
function placeIn({ stems }: Sum, stem: number): number {
  let [from, to] = [0, stems.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((stems[middle] ?? 0) < stem) from = middle + 1
    else to = middle
  }
  return from
}

function weightOf(sum: Sum, stem: number): number {
  const place = placeIn(sum, stem)
  return sum.stems[place] === stem ? (sum.weights[place] ?? 0) : 0
}

/** The weight of each stem in a story. */
function weightsIn({ members, sum }: OpenStory, postings: Postings): (stem: number) => number {
  if (sum) return (stem) => weightOf(sum, stem)
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
