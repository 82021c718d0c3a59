export type Scores = { precision: number; recall: number; f: number; bCubedF: number }

/**
 * Pairwise precision, recall and F1 of a clustering, and its B-cubed F1 (Bagga and Baldwin, 1998).
 * Both name the cluster of each element.
 */
export function scoreClusters(gold: readonly string[], found: readonly number[]): Scores {
  const cells = new Map<string, number>()
  const ofGold = new Map<string, number>()
  const ofFound = new Map<number, number>()
  for (const [i, story] of gold.entries()) {
    const cluster = found[i] ?? -1
    add(cells, `${cluster} ${story}`)
    add(ofGold, story)
    add(ofFound, cluster)
  }
  const right = pairs(cells)
  const precision = right / (pairs(ofFound) || 1)
  const recall = right / (pairs(ofGold) || 1)
  let bPrecision = 0
  let bRecall = 0
  for (const [cell, count] of cells) {
    const space = cell.indexOf(' ')
    bPrecision += count ** 2 / (ofFound.get(Number(cell.slice(0, space))) ?? 1)
    bRecall += count ** 2 / (ofGold.get(cell.slice(space + 1)) ?? 1)
  }
  const bCubedF = harmonic(bPrecision / gold.length, bRecall / gold.length)
  return { precision, recall, f: harmonic(precision, recall), bCubedF }
}

/** The same for pairs that are said to be of one story or not. */
export function scorePairs(gold: readonly boolean[], found: readonly boolean[]): number {
  const right = gold.filter((y, i) => y && found[i]).length
  return (2 * right) / (gold.filter(Boolean).length + found.filter(Boolean).length || 1)
}

export function meanScores(all: Scores[]): Scores {
  const mean = (of: (scores: Scores) => number) =>
    all.reduce((sum, scores) => sum + of(scores), 0) / all.length
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f: mean(({ f }) => f),
    bCubedF: mean(({ bCubedF }) => bCubedF),
  }
}

const harmonic = (a: number, b: number) => (a + b > 0 ? (2 * a * b) / (a + b) : 0)

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function pairs(counts: Map<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}
