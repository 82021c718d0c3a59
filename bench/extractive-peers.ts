/** Chooses the places of `count` sentences; `words` are the stems of each. */
export type Extract = (words: string[][], count: number) => number[]

/** The first sentences: hard to beat in news. */
export const lead: Extract = (words, count) => [...words.keys()].slice(0, count)

/** Mihalcea and Tarau, "TextRank: Bringing Order into Texts" (2004): shared words by log lengths. */
export const textRank: Extract = (words, count) => {
  const sets = words.map((list) => new Set(list))
  return central(words.length, count, (i, j) => {
    const lengths = Math.log(words[i]?.length || 1) + Math.log(words[j]?.length || 1)
    const shared = [...(sets[i] ?? [])].filter((word) => sets[j]?.has(word)).length
    return lengths > 0 ? shared / lengths : 0
  })
}

/** Erkan and Radev, "LexRank" (2004), continuous: the cosine of tf-idf within the text. */
export const lexRank: Extract = (words, count) => {
  const spread = new Map<string, number>()
  for (const list of words) {
    for (const word of new Set(list)) spread.set(word, (spread.get(word) ?? 0) + 1)
  }
  const vectors = words.map((list) => {
    const vector = new Map<string, number>()
    for (const word of list) {
      const idf = Math.log(words.length / (spread.get(word) ?? 1))
      vector.set(word, (vector.get(word) ?? 0) + idf)
    }
    const norm = Math.hypot(...vector.values())
    return new Map([...vector].map(([word, value]) => [word, norm > 0 ? value / norm : 0]))
  })
  return central(words.length, count, (i, j) => {
    let product = 0
    for (const [word, value] of vectors[i] ?? []) product += value * (vectors[j]?.get(word) ?? 0)
    return product
  })
}

/** The places with the highest PageRank (damping .85) on the graph of similarities. */
function central(size: number, count: number, similarity: (i: number, j: number) => number) {
  const places = [...Array(size).keys()]
  const rows = places.map((i) => places.map((j) => (i === j ? 0 : similarity(i, j))))
  const sums = rows.map((row) => row.reduce((a, b) => a + b, 0))
  let ranks = places.map(() => 1 / size)
  for (let round = 0; round < 30; round++) {
    const given = ranks.map((rank, j) => rank / (sums[j] || 1))
    ranks = places.map(
      (i) => 0.15 / size + 0.85 * given.reduce((sum, g, j) => sum + g * (rows[j]?.[i] ?? 0), 0),
    )
  }
  return places
    .toSorted((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0))
    .slice(0, count)
    .sort((a, b) => a - b)
}
