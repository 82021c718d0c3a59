import type { Document } from 'domhandler'
import { canonicalAddress } from '../../domain/address.ts'
import type { FeedItem, ParsedFeed } from '../../domain/feed.ts'
import type { Reason } from '../../domain/reason.ts'
import { clip } from '../../text/clip.ts'
import { hasDay, hasTime } from '../../text/dates/date-words.ts'
import { dateNames } from '../../text/dates/names.ts'
import { detectLanguage } from '../../text/detect-language.ts'
import { type PageHead, readHead } from '../page/head.ts'
import { distinct, findFamilies } from './families.ts'
import { itemFromRow } from './item.ts'
import { type LinkMark, type Mark, readMarks } from './marks.ts'
import { type Outline, outlineOf, textOf } from './outline.ts'
import { PageTooLargeError, parsePage } from './page.ts'
import { dateRows, findRows, type Row } from './rows.ts'
import { selectWithin } from './selector.ts'
import { isTelegramChannel, readTelegramChannel, telegramTitle } from './telegram.ts'
import { zoneOfPage } from './zone.ts'

export type ListingOptions = {
  now: Temporal.Instant
  /** CSS: only links that it matches, or that stand in what it matches, are headlines. */
  selector?: string | null
  /** The zone of clock times where the page itself names none; UTC by default. */
  zone?: string
}

export type ListingOutcome =
  | { kind: 'listing'; feed: ParsedFeed }
  | { kind: 'none'; reason: Reason }

const maxItems = 1000
const leastDated = 3
const leastUndated = 8

/**
 * Reads a page of headlines that has no feed, by its repeated structure. Items keep the page's
 * order; each carries the day of its heading or row, at its time where the row has one, else at
 * noon. Takes time linear to the page.
 */
export function parseListing(
  html: string,
  address: string | null,
  options: ListingOptions,
): ListingOutcome {
  try {
    return readListing(parsePage(html), address, options)
  } catch (error) {
    if (error instanceof PageTooLargeError) return { kind: 'none', reason: error.reason }
    throw error
  }
}

function readListing(
  document: Document,
  address: string | null,
  { now, selector, zone }: ListingOptions,
): ListingOutcome {
  const head = readHead(document, address)
  if (isTelegramChannel(address)) return readChannel(document, head)
  const outline = outlineOf(document)
  const language = head.language ?? detectLanguage(textOf(document))
  const marks = readMarks(document, outline, createAddresses(head), dateNames(language))
  const here = now.toZonedDateTimeISO(zoneOfPage(address, head.language, now) ?? zone ?? 'UTC')
  const chosen = selector
    ? chooseSelected(document, selector, marks, outline)
    : chooseBest(marks, outline, head)
  if (chosen.kind === 'none') return chosen
  const items = chosen.rows.slice(0, maxItems).map((row) => itemFromRow(row, here))
  return { kind: 'listing', feed: feedOf(head, head.title, items) }
}

function readChannel(document: Document, head: PageHead): ListingOutcome {
  const items = readTelegramChannel(document)
  if (items.length > 0) {
    return { kind: 'listing', feed: feedOf(head, telegramTitle(document), items) }
  }
  return { kind: 'none', reason: { code: 'no-channel-messages' } }
}

function feedOf({ url, language }: PageHead, title: string | null, items: FeedItem[]): ParsedFeed {
  const hints = { ttlMinutes: null, skipHours: [], skipDays: [] }
  return { format: 'listing', title: title && clip(title, 300), link: url, language, hints, items }
}

type Choice = { kind: 'rows'; rows: Row[] } | { kind: 'none'; reason: Reason }

function chooseBest(marks: Mark[], outline: Outline, { claimsArticle }: PageHead): Choice {
  const links = marks.filter((mark) => mark.kind === 'link')
  const candidates = findFamilies(links, outline).map((family) => {
    const { rows, dated } = readRows(family.links, links, marks, outline)
    return { rows, dated, score: family.score * (0.4 + dated / Math.max(rows.length, 1)) }
  })
  const [best] = candidates.sort((a, b) => b.score - a.score)
  if (!best) return { kind: 'none', reason: { code: 'no-headlines' } }
  const isDated = best.dated >= leastDated && best.dated * 2 >= best.rows.length
  if (!isDated && best.rows.length < leastUndated) {
    return { kind: 'none', reason: { code: 'few-headlines' } }
  }
  const length = best.rows.reduce((sum, { link }) => sum + link.text.length, 0)
  const hasProse = proseOutside(best.rows, marks) > Math.max(length, 800)
  if (hasProse || (claimsArticle && !isDated)) {
    return { kind: 'none', reason: { code: 'an-article' } }
  }
  return { kind: 'rows', rows: best.rows }
}

function chooseSelected(
  document: Document,
  selector: string,
  marks: Mark[],
  outline: Outline,
): Choice {
  const selection = selectWithin(document, selector)
  if (selection.kind === 'none') return selection
  const { nodes: matches } = selection
  const spans = matches.flatMap((node) => outline.spans.get(node) ?? [])
  const inside = new Set<number>()
  let until = 0
  for (const { start, end } of spans) {
    for (let at = Math.max(start, until); at < end; at++) inside.add(at)
    until = Math.max(until, end)
  }
  const links = marks.filter((mark) => mark.kind === 'link').filter(({ at }) => inside.has(at))
  const areLinks = matches.every(({ name }) => name === 'a')
  const family = areLinks ? distinct(links) : findFamilies(links, outline)[0]?.links
  const titles = family ?? distinct(links.filter(({ isStrong }) => isStrong))
  if (titles.length === 0) {
    return {
      kind: 'none',
      reason: { code: 'selector-without-match', selector: clip(selector, 60) },
    }
  }
  return { kind: 'rows', rows: readRows(titles, links, marks, outline).rows }
}

function readRows(titles: LinkMark[], links: LinkMark[], marks: Mark[], outline: Outline) {
  const rows = findRows(titles, links, outline)
  dateRows(rows, marks, outline)
  dropDurations(rows)
  const underHeadings = rows.filter(({ heading }) => heading).length * 2 >= rows.length
  const isDated = ({ words, heading }: Row) => heading !== null || hasDay(words) || hasTime(words)
  const kept = rows.filter((row) => !row.isBoxed && (!underHeadings || isDated(row)))
  return { rows: kept, dated: kept.filter(isDated).length }
}

// `02:35` beside a film is its length: times of day without a day come in their order.
function dropDurations(rows: Row[]): void {
  const bare = rows.filter(({ words, heading }) => words.time && !heading && !hasDay(words))
  const steps = bare.slice(1).map(({ words }, i) => {
    const [time, before] = [words.time, bare[i]?.words.time]
    return time && before ? Temporal.PlainTime.compare(time, before) : 0
  })
  const rarer = Math.min(...[1, -1].map((sign) => steps.filter((step) => step === sign).length))
  if (rarer * 5 > steps.length) for (const row of bare) delete row.words.time
}

/** The length of the paragraphs that belong to no row: an article has many, a listing none. */
function proseOutside(rows: Row[], marks: Mark[]): number {
  const spans = rows.map(({ span }) => span)
  let [length, i] = [0, 0]
  for (const mark of marks) {
    while (i < spans.length && (spans[i]?.end ?? 0) <= mark.at) i++
    const isInRow = mark.at >= (spans[i]?.start ?? Number.POSITIVE_INFINITY)
    if (mark.kind === 'text' && mark.inParagraph && !isInRow && mark.text.length >= 80) {
      length += mark.text.length
    }
  }
  return length
}

// Without the page's own address a relative link still tells headlines apart.
function createAddresses({ base, url }: PageHead) {
  const self = canonicalAddress(url ?? '')
  return (href: string) => {
    const key = canonicalAddress(href, base ?? 'http://relative.invalid/')
    if (!key || key === self || href.startsWith('#')) return null
    return { key, url: base ? key : canonicalAddress(href) }
  }
}
