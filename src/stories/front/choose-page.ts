import { createRedundancy } from './redundancy.ts'

/** An entry that may stand on a page. */
export type Candidate = {
  /** Positive; the greater, the sooner. */
  score: number
  isPinned: boolean
  /** Its feed, where no other has it. */
  feedId: number | null
  /** What it belongs to, of which a page may be owed some, or hold only some: its language, its day, its section. */
  groups: readonly string[]
  /** The stems of its headline, and of all its outlets' headlines. */
  terms: ReadonlySet<string>
  allTerms: ReadonlySet<string>
}

/** An entry has no score left once this part of its words, by weight, stands on the page. */
const fullRedundancy = 0.7

/**
 * Chooses the entries of one page, in the order of their choice: each time the best of those left, less
 * what it has in common with one that was chosen (maximal marginal relevance, Carbonell and Goldstein
 * 1998). No feed takes more than a third of the page by itself while another has an entry, and each group gets
 * at least its number in `least` and at most that in `most`, but for what is pinned. Candidates come by rank; equals keep their order.
 */
export function choosePage<C extends Candidate>(
  candidates: readonly C[],
  size: number,
  least: ReadonlyMap<string, number> = new Map(),
  most: ReadonlyMap<string, number> = new Map(),
): C[] {
  const left = new Map(candidates.map((candidate) => [candidate, 0]))
  const redundancyOf = createRedundancy(candidates)
  const owed = new Map(least)
  const room = new Map(most)
  const ofFeed = new Map<number | null, number>()
  const mostOfFeed = Math.ceil(size / 3)
  const isOwed = ({ groups }: C) => groups.some((group) => (owed.get(group) ?? 0) > 0)
  const hasRoom = ({ feedId }: C) => feedId === null || (ofFeed.get(feedId) ?? 0) < mostOfFeed

  let pinned = candidates.filter(({ isPinned }) => isPinned).length
  const best = (allowed: (candidate: C) => boolean): C | null => {
    let chosen: C | null = null
    let highest = -1
    for (const [candidate, redundancy] of left) {
      // Those that come now are worth no more.
      if (candidate.score <= highest && pinned === 0) break
      const isFull = candidate.groups.some((group) => (room.get(group) ?? 1) <= 0)
      if (!allowed(candidate) || (isFull && !candidate.isPinned)) continue
      if (candidate.isPinned) return candidate
      const value = candidate.score * (1 - Math.min(1, redundancy / fullRedundancy))
      if (value <= highest) continue
      chosen = candidate
      highest = value
    }
    return chosen
  }
  const page: C[] = []
  while (page.length < size && left.size > 0) {
    const places = size - page.length
    const owedPlaces = [...owed.values()].reduce((sum, count) => sum + count, 0)
    const isReserved = owedPlaces >= places
    const chosen =
      best((each) => hasRoom(each) && (!isReserved || isOwed(each))) ??
      best(hasRoom) ??
      best(() => true)
    if (!chosen) break
    page.push(chosen)
    left.delete(chosen)
    if (chosen.isPinned) pinned--
    ofFeed.set(chosen.feedId, (ofFeed.get(chosen.feedId) ?? 0) + 1)
    for (const group of chosen.groups) {
      owed.set(group, Math.max(0, (owed.get(group) ?? 0) - 1))
      room.set(group, (room.get(group) ?? size) - 1)
    }
    for (const [candidate, redundancy] of redundancyOf(chosen)) {
      const before = left.get(candidate)
      if (before !== undefined && redundancy > before) left.set(candidate, redundancy)
    }
  }
  return page
}
