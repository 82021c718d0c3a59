import type { Kin } from './kin.ts'

/** From here on two groups tell of one event. */
const leastLikeness = 0.07
/** As in a story: a plain mean breaks large events, of which each entry reports another side. */
const spread = 0.9

/**
 * Joins entries that tell of one event in other words; returns the places of the entries of each event that
 * has several. The two groups that are most like each other become one while they are like enough on average
 * (average link), so that one bridge between two events joins nothing. Each pair is found by walking from
 * neighbour to nearer neighbour (Murtagh 1983, https://doi.org/10.1093/comjnl/26.4.354).
 */
export function findEvents(kin: readonly (readonly Kin[])[]): number[][] {
  const groups = kin.map((_, place) => [place])
  /** Between each two groups the sum of the likenesses of their entries. */
  const sums = kin.map((of) => new Map(of.map(({ place, likeness }) => [place, likeness])))
  const groupOf = [...kin.keys()]
  const size = (group: number) => groups[group]?.length ?? 1

  const nearest = (group: number): { other: number; likeness: number } => {
    let [nearest, most] = [group, 0]
    for (const [other, sum] of sums[group] ?? []) {
      const likeness = sum / (size(group) * size(other)) ** spread
      if (likeness > most) [nearest, most] = [other, likeness]
    }
    return { other: nearest, likeness: most }
  }
  const join = (into: number, from: number) => {
    for (const place of groups[from] ?? []) {
      groups[into]?.push(place)
      groupOf[place] = into
    }
    for (const [other, sum] of sums[from] ?? []) {
      sums[other]?.delete(from)
      if (other === into) continue
      const both = sum + (sums[into]?.get(other) ?? 0)
      sums[into]?.set(other, both)
      sums[other]?.set(into, both)
    }
  }
  for (let place = 0; place < kin.length; ) {
    let [group, next] = [groupOf[place] ?? place, nearest(groupOf[place] ?? place)]
    const isAlone = next.likeness < leastLikeness
    for (;;) {
      const beyond = nearest(next.other)
      if (isAlone || beyond.likeness <= next.likeness) break
      group = next.other
      next = beyond
    }
    if (isAlone) place++
    else join(next.other, group)
  }
  return groups.filter((places, group) => places.length > 1 && groupOf[group] === group)
}
