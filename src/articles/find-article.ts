import { Readability } from '@mozilla/readability'
import { type Block, readBlocks } from './blocks.ts'
import { cutPage } from './cut-page.ts'
import { parseHtml } from './html-parser.ts'
import { noOrigins, type Origins } from './origins.ts'
import { tidyArticle } from './tidy.ts'

/** The article's text on a page, and what Readability says beside it. */
export type FoundArticle = {
  blocks: Block[]
  /** The same with all that stood in it before it was tidied. */
  all: Block[]
  /** What found it, in plain words. */
  source: string
}

/** Below this many letters Readability has found a box and no article. */
const enoughLetters = 250

/**
 * Finds the article in a document, which Readability takes apart for that; `origins` says which elements
 * its text stood in before. Where it finds next to nothing, the text is taken from what the page marks as its article, or from JSON-LD.
 */
export function findArticle(
  document: Document,
  html: string,
  jsonLdBody: string | null,
  origins: Origins,
): FoundArticle {
  const result = new Readability<Element>(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as Element,
  }).parse()
  const content = result?.content ?? null
  const found: FoundArticle = {
    blocks: content ? tidyArticle(content, origins) : [],
    all: content ? readBlocks(content) : [],
    source: 'Readability',
  }
  const letters = lettersOf(found.blocks)
  if (jsonLdBody && jsonLdBody.length > Math.max(enoughLetters, letters * 2)) {
    return { ...found, blocks: linesOf(jsonLdBody, document), source: 'JSON-LD articleBody' }
  }
  if (letters >= enoughLetters) return found
  const marked = findMarked(parseHtml(html))
  const blocks = marked
    ? tidyArticle(marked, noOrigins).filter(({ element }) => !/^H1$/.test(element.nodeName))
    : []
  return lettersOf(blocks) > 2 * letters
    ? { ...found, blocks, source: 'the article element' }
    : found
}

function linesOf(text: string, document: Document): Block[] {
  // It may hold HTML, which is bounded as that of a page is.
  const { html } = cutPage(text.replace(/\r?\n+/g, '<hr>'), null)
  return readBlocks(parseHtml(html).body ?? document.documentElement)
}

function lettersOf(blocks: Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

/** The element that the page itself marks as its article. */
function findMarked(document: Document): Element | null {
  const elements = [...document.getElementsByTagName('*')]
  const isBody = (element: Element) =>
    /\barticleBody\b/.test(element.getAttribute('itemprop') ?? '')
  return (
    elements.find(isBody) ??
    elements.find(({ nodeName }) => nodeName === 'ARTICLE') ??
    elements.find(({ nodeName }) => nodeName === 'MAIN') ??
    null
  )
}
