import type { Block } from './blocks.ts'

/**
 * What each piece of text stood in before Readability took the page apart. It makes paragraphs of boxes
 * that hold text or one paragraph alone, and their names are lost; the pieces of text are moved as they are.
 */
export type Origins = {
  /** By the first piece of a block: its element, and up to three around it. */
  around: Map<Node, Element[]>
  /** The letters in each element. */
  size: Map<Element, number>
  /** The first pieces of the blocks that stand in an `article` or `main` element. */
  marked: Set<Node>
  /** The first pieces of the blocks above the heading. */
  above: Set<Node>
}

export const noOrigins: Origins = {
  around: new Map(),
  size: new Map(),
  marked: new Set(),
  above: new Set(),
}

/** `heading` is the place of the heading among the blocks, or -1. */
export function readOrigins(blocks: Block[], heading: number): Origins {
  const around = new Map<Node, Element[]>()
  const size = new Map<Element, number>()
  const marked = new Set<Node>()
  for (const { start, element, text } of blocks) {
    const chain: Element[] = []
    for (let e: Element | null = element; e; e = e.parentElement) {
      if (chain.length < 4) chain.push(e)
      if (e.nodeName === 'ARTICLE' || e.nodeName === 'MAIN') marked.add(start)
      size.set(e, (size.get(e) ?? 0) + text.length)
    }
    around.set(start, chain)
  }
  const above = new Set(blocks.slice(0, Math.max(heading, 0)).map(({ start }) => start))
  return { around, size, marked, above }
}
