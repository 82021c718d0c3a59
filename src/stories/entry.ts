import { LRUCache } from 'lru-cache'
import type { StoryArticle } from '../domain/story.ts'
import { type Anchors, anchorsOf } from './anchors.ts'
import type { HeadlineLanguage } from './languages.ts'
import { type Named, namedIn } from './names.ts'
import { type Pattern, patternOf } from './series.ts'
import type { OpenStory } from './story.ts'
import { createTextKeeper } from './text-keeper.ts'

/** So many articles keep what they name, once it was asked for: it is asked of the newest mostly. */
const maxNamed = 2000
const maxAnchors = 10_000
const maxPatterns = 1000

/**
 * An article in the window. There may be 100,000 of them, so that its texts are kept outside of the heap,
 * and what is asked of few is read from them when it is asked for.
 */
export class Entry {
  readonly id: number
  readonly feedId: number | null
  readonly kind: StoryArticle['kind']
  readonly atMs: number
  /** As the page or the feed says it. */
  readonly declared: string | null
  readonly language: HeadlineLanguage
  readonly slot: number
  readonly isCyrillic: boolean
  /** Null until it is put into one. */
  story: OpenStory | null = null
  readonly #texts: Texts
  readonly #piece: Buffer
  readonly #start: number
  readonly #end: number
  readonly #titleLength: number

  constructor(article: StoryArticle, language: HeadlineLanguage, slot: number, texts: Texts) {
    this.id = article.id
    this.feedId = article.feedId
    this.kind = article.kind
    this.atMs = article.publishedAt.epochMilliseconds
    this.declared = article.language
    this.language = language
    this.slot = slot
    this.isCyrillic = /\p{Script=Cyrillic}{3}/u.test(article.title)
    const { piece, start, end } = texts.keep(`${article.title}${article.lead ?? ''}`)
    this.#texts = texts
    this.#piece = piece
    this.#start = start
    this.#end = end
    this.#titleLength = article.title.length
  }

  get title(): string {
    return this.#both.slice(0, this.#titleLength)
  }

  /** Empty where there is none. */
  get lead(): string {
    return this.#both.slice(this.#titleLength)
  }

  get #both(): string {
    return this.#piece.toString('utf8', this.#start, this.#end)
  }

  get anchors(): Anchors {
    return this.#texts.anchors.memo(this)
  }

  get pattern(): Pattern | null {
    return this.#texts.patterns.memo(this).pattern
  }

  /** What it names. */
  get named(): Named {
    return this.#texts.named.memo(this)
  }
}

export type Texts = ReturnType<typeof createTexts>

/** The texts of the entries of one window, and what was read of the latest of them. */
export function createTexts() {
  return {
    keep: createTextKeeper(),
    named: new LRUCache<Entry, Named>({
      max: maxNamed,
      memoMethod: (entry) => namedIn(entry, entry.language),
    }),
    anchors: new LRUCache<Entry, Anchors>({
      max: maxAnchors,
      memoMethod: ({ title, lead }) => anchorsOf(`${title}. ${lead}`),
    }),
    patterns: new LRUCache<Entry, { pattern: Pattern | null }>({
      max: maxPatterns,
      memoMethod: ({ title, language }) => ({ pattern: patternOf(title, language) }),
    }),
    /** Lets go of what is kept of an entry that has left. */
    forget(entry: Entry) {
      for (const cache of [this.named, this.anchors, this.patterns]) cache.delete(entry)
    },
  }
}
