import type { PictureSize } from './picture.ts'

/**
 * What a chat wants of the news. It says what is left out and what is preferred, so that whatever is
 * added later is part of it. Every list is sorted and has no repeats (`canonicalPaper`), so that equal
 * papers are equal as JSON.
 */
export type Paper = {
  /** What it leaves out. */
  off: Sources
  /** What counts more, and what counts less, when a page is chosen. */
  more: Sources
  less: Sources
  /** How many stories and columns of a section a page holds at most, while there are others; later pages have the rest. */
  caps: readonly Cap[]
  /** Languages (BCP 47) that it leaves out. */
  languagesOff: readonly string[]
  kinds: PaperKinds
  /** What it leaves out, and tells how much of it. */
  mutes: Mutes
  follows: readonly Follow[]
  length: PaperLength
  pictures: PictureSize
  /** Headlines in other languages come in that of the chat, where a model has translated them. */
  translated: boolean
}

/** Sections are tags of feeds; the empty one stands for feeds without a tag. */
export type Sources = { sections: readonly string[]; feeds: readonly number[] }

export type Cap = { section: string; most: number }

/** What can be chosen for a section. */
export const caps = [5, 2] as const

export const paperKinds = ['all', 'news', 'columns'] as const
export type PaperKinds = (typeof paperKinds)[number]

export type Mutes = {
  /** As they were typed; they are compared by their stems. */
  words: readonly string[]
  /** Numbers of columnists. */
  columnists: readonly number[]
  /** Stories, each until an instant in epoch milliseconds. */
  stories: readonly { story: number; until: number }[]
}

export const followKinds = ['columnist', 'story', 'search'] as const

/** What stands at the head of a digest, or is told at once. */
export type Follow = {
  kind: (typeof followKinds)[number]
  /** The number of a columnist or story, or a question as `printQuestion` writes it. */
  of: string
  /** Told at once, not only in the next digest. */
  alert: boolean
}

export const paperLengths = ['headlines', 'short', 'usual', 'long'] as const
/** A named length, or so many minutes of reading. */
export type PaperLength = (typeof paperLengths)[number] | number

export const mostMinutes = 30

const noSources: Sources = { sections: [], feeds: [] }

/** Everything, at the usual length: what a chat gets that has chosen nothing. */
export const usualPaper: Paper = {
  off: noSources,
  more: noSources,
  less: noSources,
  caps: [],
  languagesOff: [],
  kinds: 'all',
  mutes: { words: [], columnists: [], stories: [] },
  follows: [],
  length: 'usual',
  pictures: 'off',
  translated: false,
}

export const mostMutes = 50
export const mostFollows = 50

/** The same paper with its lists sorted and without repeats. */
export function canonicalPaper(paper: Paper): Paper {
  const {
    off,
    more,
    less,
    caps,
    languagesOff,
    kinds,
    mutes,
    follows,
    length,
    pictures,
    translated,
  } = paper
  return {
    off: canonicalSources(off),
    more: canonicalSources(more),
    less: canonicalSources(less),
    caps: oneOfEach(caps, ({ section }) => section).map(({ section, most }) => ({ section, most })),
    languagesOff: sorted(languagesOff),
    kinds,
    mutes: {
      words: sorted(mutes.words),
      columnists: sorted(mutes.columnists),
      stories: oneOfEach(mutes.stories, ({ story }) => String(story)).map(({ story, until }) => ({
        story,
        until,
      })),
    },
    follows: oneOfEach(follows, ({ kind, of }) => `${kind} ${of}`).map(({ kind, of, alert }) => ({
      kind,
      of,
      alert,
    })),
    length,
    pictures,
    translated,
  }
}

/** Whether a paper, in its canonical form, leaves nothing out and prefers nothing. */
export function isUsualPaper(paper: Paper): boolean {
  return Object.entries(paper).every(
    ([part, value]) => JSON.stringify(value) === usualTexts.get(part),
  )
}

const usualTexts = new Map(
  Object.entries(usualPaper).map(([part, value]) => [part, JSON.stringify(value)]),
)

export function countMutes({
  mutes: { words, columnists, stories },
}: Pick<Paper, 'mutes'>): number {
  return words.length + columnists.length + stories.length
}

/** The same list with a value in it, or without it. */
export function withValue<T>(list: readonly T[], value: T, isIn: boolean): T[] {
  const others = list.filter((each) => each !== value)
  return isIn ? [...others, value] : others
}

function canonicalSources({ sections, feeds }: Sources): Sources {
  return { sections: sorted(sections), feeds: sorted(feeds) }
}

function sorted<T extends string | number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))
}

/** The last of each key, in the order of the keys. */
function oneOfEach<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const byKey = new Map(values.map((value) => [keyOf(value), value]))
  return sorted([...byKey.keys()]).flatMap((key) => byKey.get(key) ?? [])
}
