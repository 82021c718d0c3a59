import { findKin, type Said } from './kin.ts'

/** An entry that may stand on a page. */
export type Candidate = Said & {
  /** Its score if so many outlets told it: positive; the greater, the sooner. */
  scoreOf: (sources: number) => number
  isPinned: boolean
  /** Its feed, where no other has it. */
  feedId: number | null
  /** What it belongs to, of which a page may be owed some, or hold some at most: its language, its day. */
  groups: readonly string[]
  /** The event of which it tells a part, if others tell more of it; and how many more outlets those are, else 0. */
  event: object | null
  others: number
  /** What it is worth of its score once another part of its event was told. */
  again: number
}

/** An entry has no score left once one that is so like it stands on the page. */
const fullRedundancy = 0.22
/** An outlet that tells another part of an event counts so much of one that tells this part. */
const partShare = 0.5

/**
 * Chooses the entries of one page, in the order of their choice: each time the best of those left, less
 * what it has in common with one that was chosen (maximal marginal relevance, Carbonell and Goldstein
 * 1998). Of an event that is told in too many ways to be one story, the outlets of the other parts count
 * for each part, until one is chosen. No feed takes more than a third of the page by itself while another
 * has an entry, but for a group that would not stand there at all; and each group gets at least its number in
 * `least`, and at most that in `most`. Candidates come by rank; equals keep their order.
 */
export function choosePage<C extends Candidate>(
  candidates: readonly C[],
  size: number,
  least: ReadonlyMap<string, number> = new Map(),
  most: ReadonlyMap<string, number> = new Map(),
): C[] {
  const worths = createWorths(candidates)
  const atFirst = candidates.map((_, place) => worths.of(place))
  const isPinned = (place: number) => Number(candidates[place]?.isPinned ?? false)
  const left = [...candidates.keys()].sort(
    (a, b) => isPinned(b) - isPinned(a) || (atFirst[b] ?? 0) - (atFirst[a] ?? 0),
  )
  const owed = new Map(least)
  const room = new Map(most)
  const ofFeed = new Map<number | null, number>()
  const mostOfFeed = Math.ceil(size / 3)
  const isOwed = ({ groups }: C) => groups.some((group) => (owed.get(group) ?? 0) > 0)
  const isMissing = ({ groups }: C) =>
    groups.some((group) => (owed.get(group) ?? 0) > 0 && owed.get(group) === least.get(group))
  const hasRoom = ({ feedId }: C) => feedId === null || (ofFeed.get(feedId) ?? 0) < mostOfFeed
  const isFull = ({ groups }: C) => groups.some((group) => (room.get(group) ?? 1) <= 0)

  /** The place of the best of those left. */
  const best = (allowed: (candidate: C) => boolean): number | null => {
    let chosen = Number.POSITIVE_INFINITY
    let highest = -1
    for (const place of left) {
      // Nothing is ever worth more than at first.
      if ((atFirst[place] ?? 0) < highest) break
      const candidate = candidates[place]
      const worth = worths.of(place)
      const isBetter = worth > highest || (worth === highest && place < chosen)
      if (!candidate || !(isBetter || candidate.isPinned) || !allowed(candidate)) continue
      if (candidate.isPinned) return place
      if (most.size > 0 && isFull(candidate)) continue
      chosen = place
      highest = worth
    }
    return Number.isFinite(chosen) ? chosen : null
  }
  const page: C[] = []
  while (page.length < size && left.length > 0) {
    const places = size - page.length
    const owedPlaces = [...owed.values()].reduce((sum, count) => sum + count, 0)
    const isReserved = owedPlaces >= places
    const isMeant = (each: C) => !isReserved || isOwed(each)
    const place =
      best((each) => hasRoom(each) && isMeant(each)) ??
      (isReserved ? best(isMissing) : null) ??
      best(hasRoom) ??
      best(isMeant) ??
      best(() => true)
    const chosen = place === null ? undefined : candidates[place]
    if (place === null || !chosen) break
    page.push(chosen)
    left.splice(left.indexOf(place), 1)
    ofFeed.set(chosen.feedId, (ofFeed.get(chosen.feedId) ?? 0) + 1)
    for (const group of chosen.groups) {
      owed.set(group, Math.max(0, (owed.get(group) ?? 0) - 1))
      room.set(group, (room.get(group) ?? size) - 1)
    }
    worths.choose(place)
  }
  return page
}

/** What entries are worth, by their places, beside those that were chosen. */
function createWorths(candidates: readonly Candidate[]) {
  const kin = findKin(candidates)
  /** The events of which a part was chosen. */
  const told = new Set<object>()
  /** How much of each was said; none of what has nothing in common with those that were chosen. */
  const said = new Float64Array(candidates.length)
  /** Found when it is asked for: a choice changes what its kin, and the rest of its event, are worth. */
  const known = new Float64Array(candidates.length).fill(Number.NaN)

  const measure = (place: number): number => {
    const candidate = candidates[place]
    const left = 1 - Math.min(1, (said[place] ?? 0) / fullRedundancy)
    if (!candidate || left === 0) return 0
    const { sources, event, others, again } = candidate
    const isTold = event !== null && told.has(event)
    return (
      candidate.scoreOf(sources + (isTold ? 0 : partShare * others)) * left * (isTold ? again : 1)
    )
  }
  return {
    of(place: number): number {
      const before = known[place] ?? Number.NaN
      if (!Number.isNaN(before)) return before
      const worth = measure(place)
      known[place] = worth
      return worth
    },
    choose(place: number): void {
      const chosen = candidates[place]
      if (!chosen) return
      if (chosen.event !== null && !told.has(chosen.event)) {
        told.add(chosen.event)
        for (const [part, { event }] of candidates.entries()) {
          if (event === chosen.event) known[part] = Number.NaN
        }
      }
      for (const { place: other, likeness } of kin[place] ?? []) {
        known[other] = Number.NaN
        said[other] = Math.max(likeness, said[other] ?? 0)
      }
    },
  }
}
