import type { Element } from 'domhandler'
import { type Outline, parentOf } from './outline.ts'

const tags = new Set(['nav', 'aside', 'menu', 'dialog', 'button'])
const roles = new Set(['navigation', 'contentinfo', 'complementary', 'search', 'menu', 'dialog'])

// Words that, first or last in a class or an id, name what stands around the news.
const firstOrLast = new Set(
  'nav navbar navigation footer sidebar breadcrumb breadcrumbs pagination pager paginator cookie cookies advert advertisement sponsored newsletter'.split(
    ' ',
  ),
)
const last = new Set(
  'menu tags social share sharing popular trending related recommended banner ad ads aside subscribe mostread partners'.split(
    ' ',
  ),
)

/**
 * Whether an element is navigation, a sidebar, a footer or the like: by its tag, its role, or its
 * class and id, as long as it does not hold most of the page.
 */
export function isAround(element: Element, outline: Outline): boolean {
  const { name, attribs } = element
  if (name === 'html' || name === 'body' || name === 'main') return false
  if (name === 'form') return isSmall(element, outline)
  if (name === 'header')
    return isOfPage(element) && outline.linksIn(element) > 0 && isSmall(element, outline)
  if (name === 'footer') return isOfPage(element)
  if (tags.has(name) || roles.has(attribs.role ?? '')) return true
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`.slice(0, 500).split(/\s+/)
  return names.some(namesSurroundings) && isSmall(element, outline)
}

function isSmall(element: Element, outline: Outline): boolean {
  return outline.linksIn(element) * 2 < outline.links
}

// Rows and groups of rows may have a header and a footer of their own.
function isOfPage(element: Element): boolean {
  for (let up = parentOf(element); up; up = parentOf(up)) {
    if (/^(?:article|section|li|td)$/.test(up.name)) return false
  }
  return true
}

function namesSurroundings(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/)
    .filter(Boolean)
  // `has-sidebar` and `with-footer` say what is near.
  if (words[0] === 'has' || words[0] === 'with' || words[0] === 'no') return false
  const [first = ''] = words
  const final = words.at(-1) ?? ''
  return firstOrLast.has(first) || firstOrLast.has(final) || last.has(final)
}
