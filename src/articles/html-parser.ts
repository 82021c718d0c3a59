import { JSDOM, VirtualConsole } from 'jsdom'

// One window for all pages of a thread: a window of its own for each costs half the time and twice
// the memory. A document made by DOMParser runs and loads nothing, and is freed with its last node.
const { window } = new JSDOM('', { virtualConsole: new VirtualConsole() })
const parser = new window.DOMParser()

// Readability asks every element for its style, and jsdom builds a style sheet for each that is asked.
// What hides an element has been made `hidden` before (cut-page.ts).
Object.defineProperty(window.HTMLElement.prototype, 'style', { value: undefined })
// Without selectors it asks by tag name, which is all that it wants, several times faster.
for (const { prototype } of [window.Element, window.Document]) {
  Object.defineProperty(prototype, 'querySelectorAll', { value: undefined })
}
// Where links and pictures lead is cut off before: there is nothing to parse, and no `base` to look for.
Object.defineProperty(window.Node.prototype, 'baseURI', { value: 'https://page.invalid/' })
Object.defineProperty(window.HTMLImageElement.prototype, 'src', { value: '/' })

export function parseHtml(html: string): Document {
  return parser.parseFromString(html, 'text/html')
}
