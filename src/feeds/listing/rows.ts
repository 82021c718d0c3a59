import type { AnyNode, Element } from 'domhandler'
import { type DateWords, hasDay } from '../../text/dates/date-words.ts'
import { distinct } from './families.ts'
import type { LinkMark, Mark } from './marks.ts'
import { type Outline, parentOf, type Span } from './outline.ts'
import { isBoxHeading } from './words.ts'

/** A headline with what stands in its row. */
export type Row = {
  link: LinkMark
  /** The largest part of the page that holds this headline and no other. */
  element: Element
  span: Span
  /** The date and time in the row itself. */
  words: DateWords
  /** The heading that the row stands under. */
  heading: DateWords | null
  /** It stands in a box such as `Most read`. */
  isBoxed: boolean
  blurb: string | null
}

/** The rows of these headlines, and of other links that stand in the same lists in another dress. */
export function findRows(family: LinkMark[], links: LinkMark[], outline: Outline): Row[] {
  const rows = rowsOf(family, outline)
  const others = findOthers(rows, links, outline)
  return others.length === 0 ? rows : rowsOf(distinct([...family, ...others]), outline)
}

function rowsOf(links: LinkMark[], outline: Outline): Row[] {
  const region = commonAncestor(links, outline)
  return links.map((link, i) => {
    const before = links[i - 1]?.at ?? -1
    const after = links[i + 1]?.at ?? Number.POSITIVE_INFINITY
    let element = link.element
    let span = spanOf(element, outline)
    for (let up = parentOf(element); up && up !== region; up = parentOf(up)) {
      const wider = spanOf(up, outline)
      if (wider.start <= before || wider.end > after) break
      element = up
      span = wider
    }
    return { link, element, span, words: {}, heading: null, isBoxed: false, blurb: null }
  })
}

// A lead story often wears other tags than the rows it heads: what stands beside rows, leads to the
// same site and holds just one headline is a row too.
function findOthers(rows: Row[], links: LinkMark[], outline: Outline): LinkMark[] {
  const titles = rows.map(({ link }) => link)
  const region = commonAncestor(titles, outline)
  if (!region) return []
  const lists = new Set<AnyNode>([region])
  for (const { element } of rows) {
    for (let up = parentOf(element); up && !lists.has(up); up = parentOf(up)) lists.add(up)
  }
  const hosts = new Set(titles.map(hostOf))
  const { start, end } = spanOf(region, outline)
  const rowAt = createFinder(rows)
  const loose = links.filter(
    (link) =>
      link.isStrong &&
      link.at > start &&
      link.at < end &&
      !rowAt(link.at) &&
      hosts.has(hostOf(link)),
  )
  const bySibling = Map.groupBy(loose, ({ element }) => {
    let child = element
    for (let up = parentOf(child); up && !lists.has(up); up = parentOf(up)) child = up
    return child
  })
  return [...bySibling.values()].flatMap((group) => {
    const keys = new Set(group.map(({ key }) => key))
    return keys.size === 1 ? group.slice(0, 1) : []
  })
}

/** Sets the dates of rows: those inside them, and those of the headings they stand under. */
export function dateRows(rows: Row[], marks: Mark[], outline: Outline): void {
  const [first] = rows
  const region = commonAncestor(
    rows.map(({ link }) => link),
    outline,
  )
  if (!first || !region) return
  const end = spanOf(region, outline).end
  const rowAt = createFinder(rows)
  const from = marks.indexOf(first.link)
  const opening = findOpening(marks, from, rowAt)
  const start = opening === null ? first.span.start : (marks[opening]?.at ?? 0)
  const inside = marks.filter(({ at }) => at >= start && at < end)

  const dates = inside.filter((mark) => mark.kind === 'date')
  const [days, times] = [true, false].map((wanted) =>
    dates.filter(({ at, words }) => !rowAt(at) && hasDay(words) === wanted),
  )
  // Some pages print date or time below their headline, with nothing around the two.
  const isBelow = ([top, ...more]: Mark[] = []) =>
    top !== undefined && top.at > first.link.at && (more.length + 1) * 5 >= rows.length * 4
  const daysBelow = isBelow(days)
  const timesBelow = isBelow(times)
  const namesDay = (words: DateWords) => hasDay(words) || words.minutesAgo !== undefined
  const ownDays = new Set(dates.flatMap(({ at, words }) => (namesDay(words) && rowAt(at)) || []))
  // In a group with one headline its heading seems to be inside the row.
  const headingsHide = ownDays.size * 2 < rows.length

  let current: { words: DateWords; level: number } | null = null
  let box: number | null = null
  let waiting: DateWords = {}
  let latest: Row | null = null
  for (const mark of inside) {
    const row = rowAt(mark.at)
    if (box !== null && mark.at >= box) box = null
    if (mark.kind === 'date') {
      const isHeading = hasDay(mark.words)
      if (row) {
        row.words = { ...mark.words, ...row.words }
        if (isHeading && headingsHide && mark.at < row.link.at) current = mark
      } else if (isHeading ? daysBelow : timesBelow) {
        if (latest) latest.words = { ...mark.words, ...latest.words }
      } else if (isHeading) {
        current = mark
        box = null
        const { time } = mark.words
        waiting = time ? { time } : {}
      } else {
        waiting = mark.words
      }
    } else if (mark.kind === 'heading' && !row) {
      box = isBoxHeading(mark.text) ? mark.end : null
      if (current && current.level > 0 && mark.level <= current.level && !box) current = null
    } else if (mark.kind === 'text' && row && mark.text.length >= 60) {
      row.blurb ??= mark.text
    } else if (mark.kind === 'link' && row?.link === mark) {
      row.heading = current?.words ?? null
      row.words = { ...waiting, ...row.words }
      row.isBoxed = box !== null
      waiting = {}
      latest = row
    }
  }
}

// The heading of the first group may stand outside the list: right before it, with nothing between.
function findOpening(
  marks: Mark[],
  from: number,
  rowAt: (at: number) => Row | null,
): number | null {
  let words = 0
  let hasLinks = false
  let opening: number | null = null
  for (let i = from - 1; i >= 0; i--) {
    const mark = marks[i]
    if (!mark || mark.kind === 'gap') break
    if (mark.kind === 'date' && !rowAt(mark.at)) {
      // Above the menu of a page stands the date of today, whatever follows.
      if (hasLinks && mark.level === 0) break
      opening = i
      if (hasDay(mark.words)) break
    }
    if (mark.kind === 'link' && mark.isStrong) break
    hasLinks ||= mark.kind === 'link' && !rowAt(mark.at)
    if (mark.kind === 'link' || mark.kind === 'text') words += mark.text.length
    if (words > 200) break
  }
  return opening
}

/** The innermost node that holds all these links: an element, or the whole page. */
function commonAncestor(links: LinkMark[], outline: Outline): AnyNode | null {
  const [first] = links
  const last = links.at(-1)
  if (!first || !last) return null
  let node: AnyNode | null = first.element.parent
  while (node && spanOf(node, outline).end <= last.at) node = node.parent
  return node
}

// Rows lie one after another, so the row at a place is found by halving.
function createFinder(rows: Row[]): (at: number) => Row | null {
  return (at) => {
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((rows[middle]?.span.start ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const row = rows[low - 1]
    return row && at < row.span.end ? row : null
  }
}

function spanOf(node: AnyNode, { spans }: Outline): Span {
  return spans.get(node) ?? { start: 0, end: 0 }
}

function hostOf({ key }: LinkMark): string {
  return URL.parse(key)?.host ?? ''
}
