import { foldSpace } from '../text/space.ts'

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIGURE FIGCAPTION FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH TR UL'.split(
    ' ',
  ),
)

/** A run of text that stands by itself on the page: white space folded, never empty. */
export type Block = {
  text: string
  /** How many of its letters are those of links. */
  linkLetters: number
  /** The innermost element around it. */
  element: Element
  /** Its first piece of text. */
  start: Node
}

/** The blocks of an element in the order of the page; a `br` is white space, or parts blocks too. */
export function readBlocks(root: Element, breaks: 'space' | 'part' = 'space'): Block[] {
  const blocks: Block[] = []
  let block = newBlock(root)
  const endBlock = (next: Element) => {
    const text = foldSpace(block.text)
    if (text && block.start) {
      const { element, start, linkText } = block
      blocks.push({ text, linkLetters: foldSpace(linkText).length, element, start })
    }
    block = newBlock(next)
  }
  // An explicit walk: pages nest deeper than the call stack allows.
  let links = 0
  let node: Node | null = root
  while (node) {
    const { nodeName } = node
    if (nodeName === '#text') {
      const text = node.nodeValue ?? ''
      block.text += text
      if (block.start === null && text.trim()) block.start = node
      if (links > 0) block.linkText += text
    } else if (nodeName === 'A') links++
    else if (nodeName === 'BR') {
      if (breaks === 'part') endBlock(block.element)
      else block.text += '\n'
    } else if (blockTags.has(nodeName) && isElement(node)) endBlock(node)
    let next: Node | null = node.firstChild
    while (!next && node && node !== root) {
      const ended: string = node.nodeName
      if (ended === 'A') links--
      else if (blockTags.has(ended)) endBlock(node.parentElement ?? root)
      next = node.nextSibling
      node = node.parentNode
    }
    node = next
  }
  endBlock(root)
  return blocks
}

function newBlock(element: Element): {
  text: string
  linkText: string
  element: Element
  start: Node | null
} {
  return { text: '', linkText: '', element, start: null }
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE
}
