/** Whether an element is, or stands in, an element of one of these tags: `isWithin(p, 'NAV', 'FOOTER')`. */
export function isWithin(element: Element, ...tags: string[]): boolean {
  return someAncestor(element, (ancestor) => tags.includes(ancestor.nodeName))
}

/**
 * Whether something is true of an element or of one around it. jsdom's `closest` says the same at many
 * times the cost.
 */
export function someAncestor(element: Element, test: (ancestor: Element) => boolean): boolean {
  for (let e: Element | null = element; e; e = e.parentElement) {
    if (test(e)) return true
  }
  return false
}
