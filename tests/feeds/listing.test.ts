import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseListing } from '../../src/feeds/listing.ts'

const folder = path.join(import.meta.dirname, '../fixtures/listings')
const address = 'https://news.example/all'
const now = Temporal.Instant.from('2024-06-15T06:00:00Z')

const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')

const zones: Record<string, string> = { uk: 'Europe/Kyiv', 'en-GB': 'Europe/London' }

/**
 * What a page of the fixtures ought to give: its headlines, and they alone, lead to `/n/WHEN/ID`
 * (WHEN in the time of the page's country).
 */
function expected(html: string) {
  const [, language = ''] = /<html lang="([^"]+)"/.exec(html) ?? []
  const zone = zones[language.slice(0, 2) === 'uk' ? 'uk' : language] ?? 'UTC'
  const found = new Map<string, string | null>()
  for (const [, href = '', when = ''] of html.matchAll(/href="([^"]*\/n\/([^/]+)\/\d+)"/g)) {
    const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2})(\d{2}))?$/.exec(when) ?? []
    const at = day && Temporal.PlainDateTime.from(`${day}T${hour ?? '12'}:${minute ?? '00'}`)
    const instant = at ? at.toZonedDateTime(zone).toInstant() : null
    const past = instant && Temporal.Instant.compare(instant, now) > 0 ? now : instant
    found.set(new URL(href, address).href, past?.toString() ?? null)
  }
  return [...found]
}

describe('pages of headlines', () => {
  it.each(globSync('*.html', { cwd: folder }))('reads all headlines of %s and no more', (name) => {
    const html = read(name)
    const outcome = parseListing(html, address, { now })
    if (outcome.kind === 'none') throw new Error(outcome.reason)
    const wanted = expected(html)
    expect(wanted.length).toBeGreaterThanOrEqual(4)
    expect(
      outcome.feed.items.map(({ url, publishedAt }) => [url, publishedAt?.toString() ?? null]),
    ).toEqual(wanted)
  })
})
