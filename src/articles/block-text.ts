const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FIGCAPTION FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
)

/** The text of an element: one line for each block, white space folded, blocks parted by an empty line. */
export function blockText(root: Element): string {
  const lines: string[] = []
  let line = ''
  const endLine = () => {
    const text = line.replace(/\s+/g, ' ').trim()
    if (text) lines.push(text)
    line = ''
  }
  // An explicit stack: pages nest deeper than the call stack allows.
  const stack: (Node | null)[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (!node) {
      endLine()
    } else if (node.nodeType === node.TEXT_NODE) {
      line += node.textContent ?? ''
    } else if (node.nodeType === node.ELEMENT_NODE) {
      const isBlock = blocks.has(node.nodeName)
      if (isBlock) endLine()
      if (node.nodeName === 'BR') line += '\n'
      if (isBlock) stack.push(null)
      stack.push(...[...node.childNodes].reverse())
    }
  }
  endLine()
  return lines.join('\n\n')
}
