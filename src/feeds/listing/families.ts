import type { Element } from 'domhandler'
import type { LinkMark } from './marks.ts'
import { isElement, type Outline, parentOf } from './outline.ts'

/** Links that stand in one structure, in the order of the page; each address once. */
export type Family = { links: LinkMark[]; score: number }

const maxFamilies = 8
const least = 3

/**
 * Groups links by the tags and classes on the way to them, and ranks the groups by how much headline
 * they hold. Classes by which rows of one list differ (`odd`, `bold`, a section's name) are not told
 * apart: of elements repeated side by side only the class that most of them share counts. A simple
 * form of the repeated-structure mining of Liu, Grossman and Zhai, "Mining data records in Web
 * pages" (KDD 2003).
 */
export function findFamilies(links: LinkMark[], outline: Outline): Family[] {
  const pathOf = createPaths(outline)
  const titles = links.filter(({ isLabel }) => !isLabel)
  return [...Map.groupBy(titles, ({ element }) => pathOf(element)).values()]
    .map((members) => ({ links: distinct(members), score: score(members) }))
    .filter(({ links }) => isHeadlines(links))
    .sort((a, b) => b.score - a.score)
    .slice(0, maxFamilies)
}

function isHeadlines(links: LinkMark[]): boolean {
  const strong = links.filter(({ isStrong }) => isStrong).length
  return strong >= least && strong * 2 >= links.length
}

// Long texts count no more than long headlines: blurbs may be links too.
function score(links: LinkMark[]): number {
  let sum = 0
  const seen = new Set<string>()
  for (const { key, text, isStrong, inHeading } of links) {
    if (!isStrong || seen.has(key)) continue
    seen.add(key)
    sum += Math.min(text.length, 90) * (inHeading ? 1.5 : 1)
  }
  return sum
}

/**
 * Each address once, by its first headline. Short texts are short headlines, unless they repeat or
 * one stands beside nearly every headline: then they name sections.
 */
export function distinct(links: LinkMark[]): LinkMark[] {
  const best = new Map<string, LinkMark>()
  for (const link of links) {
    const known = best.get(link.key)
    if (!known || (link.isStrong && !known.isStrong)) best.set(link.key, link)
  }
  const titles = [...best.values()].sort((a, b) => a.at - b.at)
  const parents = new Set(titles.flatMap((link) => (link.isStrong ? [link.element.parent] : [])))
  const isBeside = ({ isStrong, inHeading, element }: LinkMark) =>
    !isStrong && !inHeading && parents.has(element.parent)
  const areSections = titles.filter(isBeside).length * 4 > titles.length
  const repeats = Map.groupBy(links, ({ key, text }) => `${key} ${text}`)
  return titles.filter((link) => {
    if (link.isStrong) return true
    if (isBeside(link) && areSections) return false
    return repeats.get(`${link.key} ${link.text}`)?.length === 1
  })
}

// Numbers the ways from the root: equal ways get equal numbers.
function createPaths(outline: Outline): (element: Element) => number {
  const numbers = new Map<string, number>()
  const known = new Map<Element, number>()
  const rowClasses = new Map<Element, Map<string, string | null>>()

  const sharedClass = (element: Element): string | null => {
    const parent = parentOf(element)
    if (!parent || element.name === 'a') return null
    let byTag = rowClasses.get(parent)
    if (!byTag) {
      const children = parent.children.filter(isElement).filter((child) => outline.linksIn(child))
      byTag = new Map(
        Map.groupBy(children, ({ name }) => name)
          .entries()
          .map(([name, rows]) => [name, classOfRows(rows, outline)]),
      )
      rowClasses.set(parent, byTag)
    }
    return byTag.get(element.name) ?? null
  }

  return function pathOf(element) {
    const up: Element[] = []
    let at: Element | null = element
    for (; at && !known.has(at); at = parentOf(at)) up.push(at)
    let number = at ? (known.get(at) ?? 0) : 0
    for (const step of up.reverse()) {
      const key = `${number} ${step.name} ${sharedClass(step) ?? firstClass(step)}`
      number = numbers.get(key) ?? numbers.size + 1
      numbers.set(key, number)
      known.set(step, number)
    }
    return number
  }
}

/** The class that most of the rows of a list share, perhaps none; null when they are no rows. */
function classOfRows(siblings: Element[], outline: Outline): string | null {
  if (siblings.length < 3) return null
  const sizes = siblings.map((row) => outline.linksIn(row)).sort((a, b) => a - b)
  if ((sizes[sizes.length >> 1] ?? 0) > 6) return null
  const counts = new Map<string, number>()
  for (const row of siblings) {
    for (const name of new Set(classesOf(row))) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const [name, count] of counts) if (count * 5 >= siblings.length * 3) return name
  return ''
}

function firstClass(element: Element): string {
  return classesOf(element)[0] ?? ''
}

function classesOf({ attribs }: Element): string[] {
  return (attribs.class ?? '')
    .slice(0, 300)
    .toLowerCase()
    .replace(/\d+/g, '')
    .split(/\s+/)
    .filter((name) => name && !/^(?:odd|even|first|last|active|visited)$/.test(name))
}
