import { selectAll } from 'css-select'
import { type AnyNode, type Document, type Element, isTag } from 'domhandler'
import * as domutils from 'domutils'
import type { Reason } from '../../domain/reason.ts'
import { clip } from '../../text/clip.ts'

const maxLength = 500
/** What the largest pages take with a plain selector is a tenth of it; it is a second's work. */
const maxSteps = 10_000_000

export type Selection = { kind: 'matches'; nodes: Element[] } | { kind: 'none'; reason: Reason }

class TooManyStepsError extends Error {}

/**
 * The elements that a CSS selector matches. The work is bounded: some selectors would take time that
 * grows with the power of their parts, as `a b c` looks for each `a` above each `b` above each `c`.
 */
export function selectWithin(document: Document, selector: string): Selection {
  const shown = clip(selector, 60)
  const refused = (reason: Reason): Selection => ({ kind: 'none', reason })
  if (selector.length > maxLength)
    return refused({ code: 'selector-too-long', selector: shown, most: maxLength })
  try {
    return { kind: 'matches', nodes: selectAll(selector, document, { adapter: countingAdapter() }) }
  } catch (error) {
    if (error instanceof TooManyStepsError)
      return refused({ code: 'selector-too-slow', selector: shown })
    return refused({ code: 'selector-invalid', selector: shown })
  }
}

/** How css-select looks at nodes, counted. */
function countingAdapter() {
  let steps = 0
  const count = (more: number) => {
    steps += more
    if (steps > maxSteps) throw new TooManyStepsError()
  }
  return {
    ...domutils,
    isTag: (node: AnyNode): node is Element => {
      count(1)
      return isTag(node)
    },
    getName: (element: Element) => {
      count(1)
      return domutils.getName(element)
    },
    getChildren: (node: AnyNode) => {
      const children = domutils.getChildren(node)
      count(4 + children.length / 16)
      return children
    },
    getParent: (element: Element) => {
      count(1)
      return domutils.getParent(element)
    },
    getSiblings: (node: AnyNode) => {
      const siblings = domutils.getSiblings(node)
      count(siblings.length / 16)
      return siblings
    },
    getText: (node: AnyNode) => {
      const text = domutils.getText(node)
      count(text.length / 16)
      return text
    },
    getAttributeValue: (element: Element, name: string) => {
      const value = domutils.getAttributeValue(element, name)
      count(1 + (value?.length ?? 0) / 64)
      return value
    },
  }
}
