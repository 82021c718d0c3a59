import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReasonError } from '../../../src/domain/reason.ts'
import { parseListing } from '../../../src/feeds/listing/listing.ts'
import { cleanText } from '../../../src/text/clean-text.ts'
import { inWords } from '../../helpers/in-words.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/listings')
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
    // A day alone may have begun there before it does here.
    const past = hour && instant && Temporal.Instant.compare(instant, now) > 0 ? now : instant
    found.set(new URL(href, address).href, past?.toString() ?? null)
  }
  return [...found]
}

const prose =
  'The bridge was opened on Friday by the mayor, who walked across it in the rain with a brass band and a few hundred people behind him. '
const latest = ['one', 'two', 'three', 'four', 'five', 'six']
  .map((n, i) => `<li>1${i}:05 <a href="/n/${n}">Another headline of the day, number ${n}</a></li>`)
  .join('')

const noListings = {
  'article with the latest news beside it': `<html><head><meta property="og:type" content="article"><title>Bridge opens</title></head><body>
    <h1>Bridge opens</h1><p>14 June 2024, 12:30</p>${`<p>${prose.repeat(3)}</p>`.repeat(5)}<div><h3>Latest</h3><ul>${latest}</ul></div></body></html>`,
  'article with related links': `<html><body><h1>Bridge opens</h1><p>14 June 2024</p>${`<p>${prose.repeat(3)}</p>`.repeat(4)}
    <ul>${Array.from({ length: 9 }, (_, i) => `<li><a href="/n/${i}">Related headline about bridges, number ${i}</a></li>`).join('')}</ul></body></html>`,
  'login page': `<html><body><form action="/login"><input name="user"><a href="/forgot">Forgot your password or user name?</a></form>
    <a href="/join">Create a new account for free</a> <a href="/terms">Terms of service and other rules</a></body></html>`,
  'captive portal': `<html><head><title>Guest network</title></head><body><h1>Welcome to the guest network</h1><p>Today, 15 June 2024</p>
    <a href="/accept">I accept the terms of the network</a><a href="/help">I need help to get online</a></body></html>`,
  'error page':
    '<html><body><h1>404</h1><p>We looked everywhere.</p><a href="/">Back to the front page of the Post</a></body></html>',
  'empty page': '',
  text: 'Hello',
  'page of navigation': `<html><body><nav><ul>${Array.from({ length: 20 }, (_, i) => `<li><a href="/s/${i}">Section of the site number ${i}</a></li>`).join('')}</ul></nav></body></html>`,
  'archive of months': `<html><body><ul>${Array.from({ length: 12 }, (_, i) => `<li><a href="/2024/${i}">June 20${i + 10}</a></li>`).join('')}</ul></body></html>`,
}

describe('pages of headlines', () => {
  it.each(globSync('*.html', { cwd: folder }))('reads all headlines of %s and no more', (name) => {
    const html = read(name)
    const outcome = parseListing(html, address, { now })
    if (outcome.kind === 'none') throw new ReasonError(outcome.reason)
    const wanted = expected(html)
    expect(wanted.length).toBeGreaterThanOrEqual(4)
    expect(
      outcome.feed.items.map(({ url, publishedAt }) => [url, publishedAt?.toString() ?? null]),
    ).toEqual(wanted)
  })

  it.each(Object.entries(noListings))('takes no %s for one', (_name, html) => {
    expect(parseListing(html, address, { now }).kind).toBe('none')
  })

  it('heeds a selector of links, of rows, or of what holds them', () => {
    const html = `<h2>14 June 2024</h2><div id="a"><p><a href="/1">Bridge</a></p><p><a href="/2">Rates held</a></p></div>
      <div id="b"><p class="x"><a href="/3">Storm closes the coast road</a></p></div>`
    const titles = (selector: string) => {
      const outcome = parseListing(html, address, { now, selector })
      return outcome.kind === 'listing' ? outcome.feed.items.map(({ title }) => title) : outcome
    }
    expect(titles('#a a')).toEqual(['Bridge', 'Rates held'])
    expect(titles('a')).toEqual(['Bridge', 'Rates held', 'Storm closes the coast road'])
    expect(titles('.x')).toEqual(['Storm closes the coast road'])
    expect(titles('#b')).toEqual(['Storm closes the coast road'])
    expect(inWords(titles('.none'))).toEqual({
      kind: 'none',
      reason: '“.none” matches no headlines on the page',
    })
    expect(inWords(titles('a['))).toEqual({ kind: 'none', reason: '“a[” is not a CSS selector' })
  })

  it('keeps the blurb of a row, the name of the site, and addresses that it can resolve', () => {
    const html = read('cards-in-sections.html')
    const outcome = parseListing(html, null, { now })
    if (outcome.kind === 'none') throw new ReasonError(outcome.reason)
    expect(outcome.feed.title).toBe('Tidewater Record: latest')
    expect(outcome.feed.items[0]).toMatchObject({
      title: 'Harbour bridge opens after two years of work',
      url: 'https://news.example/n/2024-06-14T1530/0',
      summary: expect.stringMatching(/^What happened in this story/),
    })
    const unknown = parseListing(read('table.html'), null, { now })
    expect(unknown).toMatchObject({
      kind: 'listing',
      feed: { items: { length: 6, 0: { url: null } } },
    })
  })

  it('does not take the date above the menu for that of the news', () => {
    const items = Array.from(
      { length: 9 },
      (_, i) => `<li><a href="/${i}">Headline number ${i} of the day</a></li>`,
    )
    const html = `<div>Saturday, 15 June 2024 <a href="/">Home</a></div><ul>${items.join('')}</ul>`
    const outcome = parseListing(html, address, { now })
    if (outcome.kind === 'none') throw new ReasonError(outcome.reason)
    expect(outcome.feed.items.filter(({ publishedAt }) => publishedAt !== null)).toEqual([])
  })

  it('dates each row by its own words where they are relative', () => {
    const said = [
      'щойно',
      'годину тому',
      '2 години тому',
      'вчора о 14:30',
      '2 дні тому',
      'тиждень тому',
    ]
    const rows = said.map(
      (words, i) =>
        `<li><span>${words}</span> <a href="/n/${i}">Заголовок про міст і гавань, число ${i}</a></li>`,
    )
    const outcome = parseListing(
      `<html lang="uk"><body><ul>${rows.join('')}</ul></body></html>`,
      address,
      { now },
    )
    const items = outcome.kind === 'listing' ? outcome.feed.items : []
    const days = items.map(({ publishedAt }) => publishedAt)
    const minute = undefined
    expect(items.map(({ precision }) => precision)).toEqual([
      minute,
      minute,
      minute,
      minute,
      'day',
      'day',
    ])
    expect(days.map(String)).toEqual([
      '2024-06-15T06:00:00Z',
      '2024-06-15T05:00:00Z',
      '2024-06-15T04:00:00Z',
      '2024-06-14T11:30:00Z',
      '2024-06-13T06:00:00Z',
      '2024-06-08T06:00:00Z',
    ])
  })

  it('does not take the length of films for the time of day', () => {
    const lengths = [
      '02:35',
      '01:10',
      '04:50',
      '00:58',
      '03:21',
      '02:02',
      '05:40',
      '01:45',
      '02:20',
    ]
    const items = lengths.map(
      (length, i) => `<li>${length} <a href="/${i}">Film number ${i} about the harbour</a></li>`,
    )
    const outcome = parseListing(`<ul>${items.join('')}</ul>`, address, { now })
    if (outcome.kind === 'none') throw new ReasonError(outcome.reason)
    expect(outcome.feed.items.filter(({ publishedAt }) => publishedAt !== null)).toEqual([])
  })

  it('takes the zone of the country, else the one it is given', () => {
    const row = (i: number) =>
      `<li>23:30 <a href="/${i}">Headline number ${i} of the night</a></li>`
    const html = `<h2>14 June 2024</h2><ul>${[1, 2, 3].map(row).join('')}</ul>`
    const at = (from: string, zone?: string) => {
      const outcome = parseListing(html, from, { now, ...(zone && { zone }) })
      return outcome.kind === 'listing' && outcome.feed.items[0]?.publishedAt?.toString()
    }
    expect(at('https://news.example/')).toBe('2024-06-14T23:30:00Z')
    expect(at('https://news.example/', 'America/New_York')).toBe('2024-06-15T03:30:00Z')
    expect(at('https://news.ua/')).toBe('2024-06-14T20:30:00Z')
    expect(at('https://news.co.uk/')).toBe('2024-06-14T22:30:00Z')
  })
})

describe('hostile pages', () => {
  it('leave no controls and marks of direction in what is read of them', () => {
    const hidden = '&#x202e;\u202e\u0001\u200b'
    const rows = Array.from(
      { length: 9 },
      (_, i) => `<li><a href="/${i}">Head${hidden}line ${i} of several that stand here</a>
        <p>What the news is about in some more words than a head${hidden}line has, at some length</p></li>`,
    )
    const page = `<title>P${hidden}ost</title><h2>14 June 2024</h2><ul>${rows.join('')}</ul>`
    const outcome = parseListing(page, address, { now })
    if (outcome.kind === 'none') throw new ReasonError(outcome.reason)
    expect(outcome.feed.title).toBe('Post')
    expect(outcome.feed.items).toHaveLength(9)
    const read = outcome.feed.items.map(({ title, summary }) => `${title} ${summary}`).join()
    expect(read).toContain('headline has')
    expect(read).toBe(cleanText(read))
  })

  it.each([
    ['of 20,000 parts', 'a'.concat(' a'.repeat(20_000)), 'is longer than 500 characters'],
    ['that never ends', 'a'.repeat(1_000_000), 'is longer than 500 characters'],
    ['that looks at all for each', 'li:nth-child(n+2) a', 'takes too long to match on this page'],
    ['nested in itself', ':not('.repeat(90), 'is not a CSS selector'],
  ])('are not searched for ever with a selector %s', (_, selector, reason) => {
    const html = `<ul>${'<li><a href="/x">Some headline that is long enough</a>'.repeat(20_000)}</ul>`
    const start = performance.now()
    const outcome = parseListing(html, address, { now, selector })
    expect(inWords(outcome)).toEqual({ kind: 'none', reason: expect.stringContaining(reason) })
    expect(JSON.stringify(outcome).length).toBeLessThan(200)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  const dated = '<h2>14 June 2024</h2>'
  it.each([
    ['a million nested tags', '<div>'.repeat(1_000_000)],
    ['200,000 links', '<li><a href="/x">Some headline that is long enough</a>'.repeat(200_000)],
    [
      '50,000 headlines in rows',
      dated +
        Array.from(
          { length: 25_000 },
          (_, i) => `<li><a href="/${i}">Headline number ${i} of very many</a>`,
        ).join(''),
    ],
    ['50,000 dates', dated.repeat(25_000)],
    ['50,000 headings', '<h2>Most read</h2>'.repeat(50_000)],
    ['4 MB of one text', `<p>${'14 June '.repeat(500_000)}</p>`],
    ['4 MB of one link', `<a href="/x">${'14:35 headline '.repeat(300_000)}</a>`],
    ['4 MB of <', '<'.repeat(4_000_000)],
    [
      'deep rows',
      `${'<div>'.repeat(400)}${'<i><a href="/1">Some headline that is long enough</a></i>'.repeat(20_000)}`,
    ],
  ])('is not held by %s', (_name, html) => {
    const start = performance.now()
    parseListing(html, address, { now })
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
