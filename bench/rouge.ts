import { stemmer } from '@orama/stemmers/english'

export type Rouge = { rouge1: number; rouge2: number; rougeLsum: number }

const stems = new Map<string, string>()

/**
 * Words as Google's rouge_score sees them: lower-case runs of a-z and 0-9, those over three letters
 * stemmed (Porter).
 */
export function rougeTokens(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => {
    if (word.length <= 3) return word
    let stem = stems.get(word)
    if (stem === undefined) {
      stem = stemmer(word)
      stems.set(word, stem)
    }
    return stem
  })
}

/**
 * F1 x 100 of ROUGE-1, ROUGE-2 and ROUGE-Lsum (Lin 2004), as Google's rouge_score computes them:
 * Lsum takes, for each sentence of the reference, the union of its longest common subsequences with
 * the sentences of the summary, each word counted as often as it occurs in both.
 */
export function rouge(summary: string[], reference: string[]): Rouge {
  const ours = summary.map(rougeTokens)
  const theirs = reference.map(rougeTokens)
  return {
    rouge1: ngramF1(ours.flat(), theirs.flat(), 1),
    rouge2: ngramF1(ours.flat(), theirs.flat(), 2),
    rougeLsum: lsumF1(ours, theirs),
  }
}

function ngramF1(ours: string[], theirs: string[], n: number): number {
  const counts = count(ngrams(theirs, n))
  let hits = 0
  for (const [gram, times] of count(ngrams(ours, n))) hits += Math.min(times, counts.get(gram) ?? 0)
  return f1(hits, Math.max(ours.length - n + 1, 0), Math.max(theirs.length - n + 1, 0))
}

function ngrams(tokens: string[], n: number): string[] {
  return tokens.slice(n - 1).map((_, i) => tokens.slice(i, i + n).join(' '))
}

function lsumF1(ours: string[][], theirs: string[][]): number {
  const left = count(ours.flat())
  const wanted = count(theirs.flat())
  let hits = 0
  for (const sentence of theirs) {
    const union = new Set(ours.flatMap((other) => commonSubsequence(sentence, other)))
    for (const i of [...union].sort((a, b) => a - b)) {
      const token = sentence[i] ?? ''
      const available = Math.min(left.get(token) ?? 0, wanted.get(token) ?? 0)
      if (available === 0) continue
      hits++
      left.set(token, (left.get(token) ?? 0) - 1)
      wanted.set(token, (wanted.get(token) ?? 0) - 1)
    }
  }
  return f1(hits, ours.flat().length, theirs.flat().length)
}

/** The places in `a` of one longest common subsequence of both. */
function commonSubsequence(a: string[], b: string[]): number[] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      lengths[i * width + j] =
        a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1))
    }
  }
  const places: number[] = []
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    if (a[i - 1] === b[j - 1]) {
      places.push(i - 1)
      i--
      j--
    } else if (at(i, j - 1) > at(i - 1, j)) j--
    else i--
  }
  return places
}

function count(items: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

function f1(hits: number, ours: number, theirs: number): number {
  return hits === 0 ? 0 : (200 * hits) / (ours + theirs)
}
