import { Readability } from '@mozilla/readability'
import { type Block, readBlocks } from './blocks.ts'
import { completeArticle } from './complete.ts'
import { cutPage } from './cut-page.ts'
import { parseHtml } from './html-parser.ts'
import { removeLayers } from './layers.ts'
import { noOrigins, type Origins } from './origins.ts'
import { plainWords } from './plain-words.ts'
import { tidyArticle } from './tidy.ts'
import { relevance, type Topic } from './topic.ts'

/** The article's text on a page. */
export type FoundArticle = {
  blocks: Block[]
  /** The same with all that stood in it before it was tidied. */
  all: Block[]
  /** What found it, in plain words. */
  source: string
}

/** What a page says of its article. */
export type AboutArticle = { topic: Topic; jsonLdBody: string | null; origins: Origins }

/** Below this many letters Readability has found a box and no article. */
const enoughLetters = 250
/** With so much of the topic in it, what was found is the article. */
const enoughRelevance = 0.6
/** A marked element with less is a frame without an article. */
const enoughMarked = 80
/** Longer pages are not searched a second time. */
const maxSecondTry = 300_000

/**
 * Finds the article in a document, which Readability takes apart for that; `html` is its source. Where
 * what is found is next to nothing, stands outside of all that the page marks as its article, or does not
 * speak of what the page says it is about, others are looked at: what is marked, what Readability finds
 * without it, and the text that JSON-LD holds.
 */
export function findArticle(document: Document, html: string, about: AboutArticle): FoundArticle {
  const { origins } = about
  const found = belowHeading(findReadable(document, origins), about)
  const best = isDoubtful(found, about)
    ? betterThan(withoutNotices(found, about), html, about)
    : { ...found, blocks: completeArticle(found.blocks, origins) }
  return fromJsonLd(best, about.jsonLdBody, document) ?? best
}

function findReadable(document: Document, origins: Origins): FoundArticle {
  const result = new Readability<Element>(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as Element,
  }).parse()
  const content = result?.content ?? null
  return {
    blocks: content ? tidyArticle(content, origins) : [],
    all: content ? readBlocks(content) : [],
    source: 'Readability',
  }
}

function isDoubtful({ blocks }: FoundArticle, { topic, origins }: AboutArticle): boolean {
  const letters = lettersOf(blocks)
  if (letters < enoughLetters) return true
  const score = relevance(blocks, topic)
  if (score >= enoughRelevance) return false
  const inMarked = lettersOf(blocks.filter(({ start }) => origins.marked.has(start)))
  return (origins.marked.size > 0 && inMarked < letters * 0.3) || (topic.size > 2 && score === 0)
}

/** Without what stands above the heading, where it says less of the topic than the rest. */
function belowHeading(found: FoundArticle, { topic, origins }: AboutArticle): FoundArticle {
  const starts = new Set(origins.page.slice(0, Math.max(origins.heading, 0)).map((b) => b.start))
  const isAbove = ({ start }: Block) => starts.has(start)
  const above = found.blocks.filter(isAbove)
  if (above.length === 0) return found
  const blocks = found.blocks.filter((block) => !isAbove(block))
  const isArticle =
    lettersOf(blocks) >= enoughLetters && relevance(blocks, topic) > relevance(above, topic)
  return isArticle ? { ...found, blocks } : found
}

/** What stands in the marked element alone, where all around it speaks of something else. */
function withoutNotices(found: FoundArticle, { topic, origins }: AboutArticle): FoundArticle {
  const isMarked = ({ start }: Block) => origins.marked.has(start)
  const blocks = found.blocks.filter(isMarked)
  const others = found.blocks.filter((block) => !isMarked(block))
  const areNotices = topic.size > 2 && relevance(others, topic) === 0
  return areNotices && lettersOf(blocks) >= enoughMarked ? { ...found, blocks } : found
}

/** The candidate that says more of the topic, or much more where there is none; else what was found. */
function betterThan(found: FoundArticle, html: string, { topic }: AboutArticle): FoundArticle {
  let best = {
    candidate: found,
    letters: lettersOf(found.blocks),
    score: relevance(found.blocks, topic),
  }
  const consider = (candidate: FoundArticle) => {
    const letters = lettersOf(candidate.blocks)
    const score = relevance(candidate.blocks, topic)
    const isLonger = letters > (best.letters < enoughLetters ? 2 : 1) * best.letters
    const isTie = score === best.score && (best.candidate !== found || best.letters < enoughLetters)
    if (letters < enoughMarked) return
    if (score > best.score || (isTie && isLonger)) best = { candidate, letters, score }
  }
  for (const candidate of findMarked(html)) consider(candidate)
  if (best.score < enoughRelevance / 2) findWithout(found, html).forEach(consider)
  return best.candidate
}

/** What the page itself marks as its article. */
function findMarked(html: string): FoundArticle[] {
  const document = parseRest(html)
  const elements = [...document.getElementsByTagName('*')].filter(
    ({ nodeName }) => nodeName === 'ARTICLE' || nodeName === 'MAIN',
  )
  const bodies = [...document.getElementsByTagName('*')].filter((element) =>
    /\barticleBody\b/.test(element.getAttribute('itemprop') ?? ''),
  )
  return [...bodies, ...elements].slice(0, 8).map((element) => ({
    blocks: tidyArticle(element, noOrigins).filter(({ element }) => element.nodeName !== 'H1'),
    all: readBlocks(element),
    source: 'the article element',
  }))
}

/** What Readability finds once what it found first is gone. */
function findWithout({ all }: FoundArticle, html: string): FoundArticle[] {
  if (html.length > maxSecondTry || all.length === 0) return []
  const document = parseRest(html)
  const gone = new Set(all.map(({ text }) => text))
  for (const { text, element } of readBlocks(document.body)) {
    if (gone.has(text) && element !== document.body) element.remove()
  }
  return [findReadable(document, noOrigins)]
}

function parseRest(html: string): Document {
  const document = parseHtml(html)
  removeLayers(document)
  return document
}

/** The text that JSON-LD holds where it is much more than what was found, or another one. */
function fromJsonLd(
  found: FoundArticle,
  body: string | null,
  document: Document,
): FoundArticle | null {
  if (!body || body.length <= enoughLetters) return null
  const letters = lettersOf(found.blocks)
  const words = plainWords(body)
  const shared = lettersOf(
    found.blocks.filter(({ text }) => words.includes(plainWords(text.slice(0, 80)))),
  )
  const isOther = letters < body.length * 2 && shared < letters * 0.3
  if (body.length <= letters * 1.5 && !isOther) return null
  return { ...found, blocks: linesOf(body, document), source: 'JSON-LD articleBody' }
}

function linesOf(text: string, document: Document): Block[] {
  // It may hold HTML, which is bounded as that of a page is.
  const { html } = cutPage(text.replace(/\r?\n+/g, '<hr>'), null)
  return readBlocks(parseHtml(html).body ?? document.documentElement)
}

function lettersOf(blocks: Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}
