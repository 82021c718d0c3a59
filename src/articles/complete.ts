import type { Block } from './blocks.ts'
import { isJunkTag, junkClaim } from './junk.ts'
import { hasCredit, isCall, startsLikeMore } from './labels.ts'
import type { Origins, PageBlock } from './origins.ts'
import { isStandfirst } from './page-marks.ts'

/** A shorter line may be a label, a caption or a byline. */
const enoughLetters = 60
/** So many letters above the first found paragraph are another article. */
const maxOpening = 3000

/**
 * The blocks with those that Readability left out though they are of the same article: the paragraphs
 * between the heading and the first that it found, those of the boxes that it found some in, and those in
 * boxes of the same class beside them.
 */
export function completeArticle(blocks: Block[], origins: Origins): Block[] {
  const { page, heading } = origins
  const places = new Map(page.map(({ start }, i) => [start, i]))
  const found = blocks.flatMap(({ start }) => places.get(start) ?? [])
  if (found.length === 0 || found.length < blocks.length * 0.8) return blocks
  const [first, last] = [Math.min(...found), Math.max(...found)]
  const text = blocks.map((block) => block.text).join('\n')
  const boxes = new Set<Element>()
  const siblings = new Map<Element, Set<string>>()
  for (const i of found) {
    const [box, ...outer] = boxesOf(page[i])
    if (box) boxes.add(box)
    for (const [parent, names] of siblingNames(box, outer)) {
      siblings.set(parent, (siblings.get(parent) ?? new Set()).add(names))
    }
  }
  const isLost = (block: PageBlock, i: number) => {
    if (i <= heading || !isProse(block) || text.includes(block.text)) return false
    if (i < first) return heading >= 0
    const [box, ...outer] = boxesOf(block)
    if (box && boxes.has(box)) return i < last
    return siblingNames(box, outer).some(([parent, names]) => siblings.get(parent)?.has(names))
  }
  const lost = page.filter(isLost)
  const opening = lost.filter(({ start }) => (places.get(start) ?? 0) < first)
  if (lost.length === 0 || lettersOf(opening) > maxOpening) return blocks
  const placeOf = ({ start }: Block) => places.get(start) ?? last
  return [...blocks, ...lost].toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The element that a paragraph, or the list that it is a row of, stands in, and those around that. */
function boxesOf(block: PageBlock | undefined): Element[] {
  const [own, ...outer] = block?.around ?? []
  if (own?.nodeName === 'LI') return outer.slice(1)
  return own?.nodeName === 'P' ? outer : []
}

/** What boxes beside a box would be called, by the element around them, one and two steps up. */
function siblingNames(box: Element | undefined, outer: Element[]): [Element, string][] {
  const [parent, grandparent] = outer
  if (!box || !parent) return []
  const names = nameOf(box)
  return grandparent
    ? [
        [parent, names],
        [grandparent, `${nameOf(parent)} ${names}`],
      ]
    : [[parent, names]]
}

function nameOf(box: Element): string {
  return `${box.nodeName}.${box.getAttribute('class') ?? ''}`
}

function isProse({ text, linkLetters, around, isBeside }: PageBlock): boolean {
  return (
    text.length >= enoughLetters &&
    linkLetters < text.length * 0.3 &&
    /[.!?…:]["'”’»)]*$/.test(text) &&
    !isBeside &&
    !around.some((element) => isJunk(element, around[0])) &&
    !isCall.test(text) &&
    !startsLikeMore.test(text) &&
    !hasCredit(text)
  )
}

function isJunk(element: Element, own: Element | undefined): boolean {
  if (isJunkTag(element)) return true
  const claim = junkClaim(element)
  return claim === 'sure' || (claim !== null && !(own && isStandfirst(own)))
}

function lettersOf(blocks: Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}
