import type { Block } from './blocks.ts'

/** A block of the page as it was, with its element and up to three around it. */
export type PageBlock = Block & {
  around: Element[]
  /** Whether it stands in what is beside an article: a menu, a form, a foot. */
  isBeside: boolean
}

/**
 * What each piece of text stood in before Readability took the page apart. It makes paragraphs of boxes
 * that hold text or one paragraph alone, and their names are lost; the pieces of text are moved as they are.
 */
export type Origins = {
  /** All blocks in the order of the page. */
  page: PageBlock[]
  /** The place of the heading among them, or -1. */
  heading: number
  /** The blocks by their first piece. */
  byStart: Map<Node, PageBlock>
  /** The letters in each element. */
  size: Map<Element, number>
  /** The first pieces of the blocks that stand in an `article` or `main` element. */
  marked: Set<Node>
}

export const noOrigins: Origins = {
  page: [],
  heading: -1,
  byStart: new Map(),
  size: new Map(),
  marked: new Set(),
}

const beside = new Set(['ASIDE', 'NAV', 'FORM', 'FIGURE', 'FOOTER', 'DIALOG', 'BLOCKQUOTE'])

export function readOrigins(blocks: Block[], heading: number): Origins {
  const size = new Map<Element, number>()
  const marked = new Set<Node>()
  const page = blocks.map((block) => {
    const around: Element[] = []
    let isBeside = false
    for (let e: Element | null = block.element; e; e = e.parentElement) {
      if (around.length < 4) around.push(e)
      if (beside.has(e.nodeName)) isBeside = true
      if (e.nodeName === 'ARTICLE' || e.nodeName === 'MAIN') marked.add(block.start)
      size.set(e, (size.get(e) ?? 0) + block.text.length)
    }
    return { ...block, around, isBeside }
  })
  return {
    page,
    heading,
    byStart: new Map(page.map((block) => [block.start, block])),
    size,
    marked,
  }
}
