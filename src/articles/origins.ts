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
}

export const noOrigins: Origins = { around: new Map(), size: new Map() }

export function readOrigins(blocks: Block[]): Origins {
  const around = new Map<Node, Element[]>()
  const size = new Map<Element, number>()
  for (const { start, element, text } of blocks) {
    const chain: Element[] = []
    for (let e: Element | null = element; e; e = e.parentElement) {
      if (chain.length < 4) chain.push(e)
      size.set(e, (size.get(e) ?? 0) + text.length)
    }
    around.set(start, chain)
  }
  return { around, size }
}
