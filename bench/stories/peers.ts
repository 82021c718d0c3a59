import { termsOf } from '../../src/stories/terms.ts'
import type { Text } from './data.ts'

/** Puts texts into clusters, named by number, at a threshold. */
export type Peer = (texts: Text[]) => (threshold: number) => number[]

type Weights = Map<string, number>

/** Known ways to merge headlines, on the same stems as ours. */
export const peers: Record<string, Peer> = {
  'single-link Jaccard': (texts) => singleLink(texts.map(stemsOf), jaccard),
  'single-link tf-idf': (texts) => singleLink(tfIdf(texts), cosine),
  MinHash: (texts) => singleLink(texts.map(stemsOf).map(signature), agreement),
  'online centroids': (texts) => onlineCentroids(tfIdf(texts)),
}

/** The stems of a title and its lead, once each. */
export function stemsOf({ title, lead }: Text): Set<string> {
  const terms = termsOf(title, lead, null)
  return new Set([...terms.title, ...terms.lead])
}

export function jaccard(a: Set<string>, b: Set<string>): number {
  const shared = a.intersection(b).size
  return shared / (a.size + b.size - shared || 1)
}

/** Everything that is at least so like another is of one cluster with it. */
function singleLink<T>(items: T[], likeness: (a: T, b: T) => number) {
  const links: { a: number; b: number; likeness: number }[] = []
  for (const [a, item] of items.entries()) {
    for (let b = 0; b < a; b++) {
      const other = items[b]
      const value = other === undefined ? 0 : likeness(item, other)
      if (value >= 0.1) links.push({ a, b, likeness: value })
    }
  }
  return (threshold: number) => {
    const parent = items.map((_, i) => i)
    const root = (i: number): number => {
      const up = parent[i] ?? i
      if (up === i) return i
      const top = root(up)
      parent[i] = top
      return top
    }
    for (const link of links) {
      if (link.likeness >= threshold) parent[root(link.a)] = root(link.b)
    }
    return items.map((_, i) => root(i))
  }
}

function tfIdf(texts: Text[]): Weights[] {
  const stems = texts.map(stemsOf)
  const frequency = new Map<string, number>()
  for (const set of stems) {
    for (const stem of set) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  }
  return stems.map((set) => {
    const idf = (stem: string) => Math.log(1 + texts.length / (frequency.get(stem) ?? 1))
    const length = Math.hypot(...[...set].map(idf)) || 1
    return new Map([...set].map((stem) => [stem, idf(stem) / length]))
  })
}

function cosine(a: Weights, b: Weights): number {
  let sum = 0
  for (const [stem, weight] of a) sum += weight * (b.get(stem) ?? 0)
  return sum
}

const hashes = 64

/** The least hash of the stems, under each of 64 hash functions (Broder, 1997). */
function signature(stems: Set<string>): Uint32Array {
  const least = new Uint32Array(hashes).fill(0xffffffff)
  for (const stem of stems) {
    let code = 0x811c9dc5
    for (let i = 0; i < stem.length; i++) code = Math.imul(code ^ stem.charCodeAt(i), 0x01000193)
    for (let k = 0; k < hashes; k++) {
      let h = Math.imul(code ^ Math.imul(k + 1, 0x9e3779b1), 0x85ebca6b)
      h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> 0
      if (h < (least[k] ?? 0)) least[k] = h
    }
  }
  return least
}

function agreement(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let k = 0; k < hashes; k++) if (a[k] === b[k]) same++
  return same / hashes
}

/** Each joins the cluster whose centroid is most like it, or starts one (single-pass clustering). */
function onlineCentroids(vectors: Weights[]) {
  return (threshold: number) => {
    const clusters: { sum: Weights; length: number }[] = []
    return vectors.map((vector) => {
      let best = -1
      let most = threshold
      for (const [i, { sum, length }] of clusters.entries()) {
        const value = cosine(vector, sum) / length
        if (value >= most) [best, most] = [i, value]
      }
      if (best < 0) best = clusters.push({ sum: new Map(), length: 1 }) - 1
      const cluster = clusters[best]
      if (!cluster) return best
      for (const [stem, weight] of vector) {
        cluster.sum.set(stem, (cluster.sum.get(stem) ?? 0) + weight)
      }
      cluster.length = Math.hypot(...cluster.sum.values()) || 1
      return best
    })
  }
}
