/** Precision, recall and F1 of texts against the true ones. */
export type Overlap = { precision: number; recall: number; f1: number }

/**
 * Scores texts as scrapinghub's article-extraction-benchmark does: word 4-grams as multisets; the means
 * over the pages of precision and of recall, and the harmonic mean of the two.
 */
export function scoreTexts(pairs: { got: string; truth: string }[]): Overlap {
  const scores = pairs.map(({ got, truth }) => scorePage(fourGrams(got), fourGrams(truth)))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const precision = mean(scores.map((score) => score.precision))
  const recall = mean(scores.map((score) => score.recall))
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

type Grams = Map<string, number>

function scorePage(got: Grams, truth: Grams): { precision: number; recall: number } {
  const [size, wanted] = [sizeOf(got), sizeOf(truth)]
  if (size === 0 && wanted === 0) return { precision: 1, recall: 1 }
  let both = 0
  for (const [gram, count] of got) both += Math.min(count, truth.get(gram) ?? 0)
  return { precision: size && both / size, recall: wanted && both / wanted }
}

function fourGrams(text: string): Grams {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const length = Math.min(4, words.length) || 1
  const grams: Grams = new Map()
  for (let i = 0; i + length <= words.length; i++) {
    const gram = words.slice(i, i + length).join(' ')
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

function sizeOf(grams: Grams): number {
  return [...grams.values()].reduce((sum, count) => sum + count, 0)
}
