/** Numbers that look drawn, the same for the same seed (mulberry32). */
export type Random = {
  /** In [0, n). */
  int(n: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  // The first numbers of neighbouring seeds are alike.
  for (let i = 0; i < 8; i++) next()
  const int = (n: number) => Math.floor(next() * n)
  return {
    int,
    pick(list) {
      const one = list[int(list.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    chance: (share) => next() < share,
  }
}
