import { type Block, isElement, readBlocks } from './blocks.ts'
import { isJunkByName, isJunkTag } from './junk.ts'

/**
 * Takes out of Readability's result what is not the article's own text: navigation, captions, bylines,
 * boxes for sharing and signing up, other articles. Gives the blocks that stay.
 */
export function tidyArticle(content: Element): Block[] {
  const root = narrow(content)
  const before = readBlocks(root)
  const junk = new Set<Element>()
  const total = letters(before)
  for (const element of [...root.querySelectorAll('*')]) {
    if (element.parentElement && junk.has(element.parentElement)) {
      junk.add(element)
    } else if (isJunkTag(element) || isJunkByName(element)) {
      const length = (element.textContent ?? '').length
      if (length < total * 0.4) junk.add(element)
    }
  }
  const kept = before.filter(({ element }) => !junk.has(element))
  return letters(kept) >= total * 0.6 ? kept : before
}

/** The innermost element that holds nearly all the text in paragraphs. */
function narrow(root: Element): Element {
  const paragraphs = [...root.querySelectorAll('p')].map((p) => ({ p, length: ownLength(p) }))
  const total = paragraphs.reduce((sum, { length }) => sum + length, 0)
  if (total < 200) return root
  const held = new Map<Element, number>()
  for (const { p, length } of paragraphs) {
    for (let e = p.parentElement; e && e !== root; e = e.parentElement) {
      held.set(e, (held.get(e) ?? 0) + length)
    }
  }
  let best = root
  for (let e: Element | undefined = root; e; ) {
    best = e
    e = [...e.children].find((child) => (held.get(child) ?? 0) >= total * 0.95)
  }
  return best
}

function ownLength(p: Element): number {
  let links = 0
  for (const a of p.querySelectorAll('a')) links += (a.textContent ?? '').length
  return Math.max(0, (p.textContent ?? '').trim().length - links)
}

function letters(blocks: Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}
