import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { wordsOf } from '../../src/text/words.ts'

export type Headline = { title: string; story: string }
export type Pair = { y: boolean; a: Text; b: Text }
export type Text = { title: string; lead: string | null }

export type PublishedHeadline = Headline & { publisher: string }

type UciLine = { title: string; story: string; pub: string }
type TgLine = { t1: string; t2: string; x1: string; x2: string; y: boolean }
type SlugLine = { a: string; b: string; y: boolean }

export async function readHeadlines(data: string): Promise<Headline[]> {
  const lines = await readLines<UciLine>(data, 'uci.jsonl')
  return lines.map(({ title, story }) => ({ title, story }))
}

/** The same headlines with their publishers. */
export async function readPublished(data: string): Promise<PublishedHeadline[]> {
  const lines = await readLines<UciLine>(data, 'uci.jsonl')
  return lines.map(({ title, story, pub }) => ({ title, story, publisher: pub }))
}

/** Pairs of articles, each with its title and text. */
export async function readArticlePairs(data: string): Promise<Pair[]> {
  const lines = await readLines<TgLine>(data, 'tgpairs.jsonl')
  return lines.map(({ t1, t2, x1, x2, y }) => ({
    y,
    a: { title: t1, lead: x1 },
    b: { title: t2, lead: x2 },
  }))
}

/** Pairs of Russian headlines as they stand in addresses, in Latin letters. */
export async function readSlugPairs(data: string): Promise<Pair[]> {
  const files = ['ruslug_0525.jsonl', 'ruslug_0527.jsonl']
  const lines = await Promise.all(files.map((file) => readLines<SlugLine>(data, file)))
  return lines.flat().map(({ a, b, y }) => ({
    y,
    a: { title: a, lead: null },
    b: { title: b, lead: null },
  }))
}

/** The headlines with one story for all stories that have a title in common. */
export function uniteTwins(headlines: Headline[]): Headline[] {
  const into = new Map<string, string>()
  const rootOf = (story: string): string => {
    const next = into.get(story)
    return next === undefined ? story : rootOf(next)
  }
  const storyOf = new Map<string, string>()
  for (const { title, story } of headlines) {
    const key = wordsOf(title).join(' ')
    const known = rootOf(storyOf.get(key) ?? story)
    const own = rootOf(story)
    if (known !== own) into.set(own, known)
    storyOf.set(key, known)
  }
  return headlines.map(({ title, story }) => ({ title, story: rootOf(story) }))
}

/**
 * Some stories, each with at most `most` headlines, and as many unrelated ones: a lone member of each
 * other story, and others that report nothing of the kind.
 */
export function mix(
  headlines: Headline[],
  unrelated: string[],
  { stories, most }: { stories: number; most: number },
  random: () => number,
): Headline[] {
  const all = shuffled([...Map.groupBy(headlines, ({ story }) => story).values()], random)
  const whole = all.slice(0, stories).flatMap((members) => shuffled(members, random).slice(0, most))
  const lone = all.slice(stories).flatMap((members) => shuffled(members, random).slice(0, 1))
  const others = shuffled(unrelated, random)
    .slice(0, Math.max(0, whole.length - lone.length))
    .map((title, i) => ({ title, story: `unrelated ${i}` }))
  return shuffled([...whole, ...lone.slice(0, whole.length), ...others], random)
}

export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

/** The same numbers in [0, 1) at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

async function readLines<Line>(data: string, file: string): Promise<Line[]> {
  const text = await readFile(path.join(data, file), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line))
}
