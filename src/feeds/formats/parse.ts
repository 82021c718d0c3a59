import { webAddress } from '../../domain/address.ts'
import { type ParsedFeed, type Weekday, weekdays } from '../../domain/feed.ts'
import { ReasonError } from '../../domain/reason.ts'
import { clip } from '../../text/clip.ts'
import { offsetOf } from '../../text/dates/read.ts'
import { titleText } from '../../text/plain-text.ts'
import { boundItems, checkJson, FeedTooLargeError, maxItems } from './bounds.ts'
import { type FeedSyntax, findFeed } from './document.ts'
import { resolveBase } from './item-addresses.ts'
import type { RawFeed } from './raw-feed.ts'
import { readItems } from './read-items.ts'
import { readRss } from './rss.ts'

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed; broken XML is repaired first. Items
 * keep the feed's order; the first 1,000 are read. Addresses are resolved against xml:base, the feed's
 * own link, then its `address` where that is known. A date more than a day after `now` counts as none.
 * Throws a ReasonError when the text is no feed.
 */
export async function parseFeed(
  text: string,
  address: string | null,
  now: Temporal.Instant,
): Promise<ParsedFeed> {
  const found = findFeed(text)
  if (found.kind === 'no-feed') throw new ReasonError(found.reason)
  const raw = await readRaw(found.syntax, found.text)
  const link = webAddress(raw.link, resolveBase(raw.bases, address) ?? address ?? undefined)
  const language = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.exec(raw.language)?.[0] ?? null
  return {
    format: raw.format,
    title: clip(titleText(raw.title), 300) || null,
    link,
    language,
    hints: {
      ttlMinutes: raw.ttlMinutes,
      skipHours: [...new Set(raw.skipHours.filter(isHour).map((hour) => hour % 24))],
      skipDays: [...new Set(raw.skipDays.flatMap(weekdayOf))],
    },
    items: readItems(raw.items.slice(0, maxItems), {
      link,
      address,
      dates: { language: language ?? '', offsetMinutes: offsetOf(raw.builtAt) ?? 0 },
      latest: now.add({ hours: 24 }),
    }),
  }
}

async function readRaw(syntax: FeedSyntax, text: string): Promise<RawFeed> {
  if (syntax === 'json') checkJson(text)
  const bounded = syntax === 'json' ? text : boundItems(text)
  try {
    return await readAs(syntax, bounded)
  } catch (cause) {
    if (cause instanceof FeedTooLargeError) throw cause
    const { repairJson, repairXml } = await import('./repair.ts')
    try {
      return await readAs(syntax, syntax === 'json' ? repairJson(text) : repairXml(bounded))
    } catch (error) {
      if (error instanceof FeedTooLargeError) throw error
      throw new ReasonError({ code: 'broken-feed' }, { cause })
    }
  }
}

async function readAs(syntax: FeedSyntax, text: string): Promise<RawFeed> {
  if (syntax === 'rss' || syntax === 'rdf') return readRss(text)
  const { readAtom, readJsonFeed } = await import('./other-formats.ts')
  return syntax === 'atom' ? readAtom(text) : readJsonFeed(text)
}

// RSS counts to 24, which is midnight again.
function isHour(hour: number): boolean {
  return Number.isInteger(hour) && hour >= 0 && hour <= 24
}

function weekdayOf(name: string): Weekday[] {
  const found = weekdays.find((day) => day.toLowerCase() === name.toLowerCase())
  return found ? [found] : []
}
