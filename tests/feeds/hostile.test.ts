import { afterAll, describe, expect, it } from 'vitest'
import { createFeedReader } from '../../src/collecting/feed-reader.ts'
import { ReasonError } from '../../src/domain/reason.ts'
import { plainText } from '../../src/text/plain-text.ts'
import { inWords } from '../helpers/in-words.ts'

const reader = createFeedReader(1, () => Temporal.Instant.from('2024-06-20T12:00:00Z'))
afterAll(() => reader.close())

const read = (text: string) =>
  reader.readFeed({
    bytes: Buffer.from(text),
    contentType: 'text/xml',
    url: 'https://news.example/rss',
  })

const rss = (items: string, prolog = '') =>
  `${prolog}<rss version="2.0"><channel><title>Post</title><link>https://news.example/</link>${items}</channel></rss>`

async function items(text: string) {
  const reading = await read(text)
  if (reading.kind !== 'feed') throw new ReasonError(reading.reason)
  return reading.feed.items
}

// Each is far under the reader's ten seconds, or it would be refused there with that reason.
describe('a hostile feed', { timeout: 8000 }, () => {
  it.each([40_000, 1_000_000])('may hold %i loose brackets in a description', async (count) => {
    const bare = await items(
      rss(`<item><title>A</title><description>${'<'.repeat(count)}</description></item>`),
    )
    expect(bare[0]?.title).toBe('A')
    const escaped = await items(
      rss(`<item><title>A</title><description>${'&lt;'.repeat(count)}</description></item>`),
    )
    expect(escaped[0]?.title).toBe('A')
    const cdata = await items(
      rss(
        `<item><title>A</title><description><![CDATA[${'<a'.repeat(count)}]]></description></item>`,
      ),
    )
    expect(cdata[0]?.title).toBe('A')
  })

  it('is refused with 400,000 nested elements', async () => {
    const reason = 'its elements nest deeper than 1000 levels'
    const nested = '<a>'.repeat(400_000)
    expect(inWords(await read(rss(nested)))).toEqual({ kind: 'unreadable', reason })
    expect(
      inWords(await read(`<feed xmlns="http://www.w3.org/2005/Atom">${nested}</feed>`)),
    ).toEqual({
      kind: 'unreadable',
      reason,
    })
    expect(
      (await read(`{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(1_000_000)}`))
        .kind,
    ).toBe('unreadable')
  })

  it.each([
    ['RSS', (inside: string) => rss(inside)],
    ['RDF', (inside: string) => `<rdf:RDF><channel/>${inside}</rdf:RDF>`],
    ['Atom', (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`],
  ])('is refused as %s with elements that nest though end tags stand between', async (_, feed) => {
    const reason = 'its elements nest deeper than 1000 levels'
    for (const nesting of ['<a></b>', '<a></item>', '<a></A>', '<a/ ></a/>', '<a><!--></a>-->']) {
      const reading = await read(feed(`${nesting.repeat(60_000)}<item><title>x</title></item>`))
      // What ends elements whatever their names sees no depth, and one that is strict no feed.
      if (reading.kind === 'unreadable')
        expect(inWords(reading.reason)).toMatch(/deeper|too broken/)
    }
    expect(inWords(await read(rss('<a></b>'.repeat(60_000))))).toEqual({
      kind: 'unreadable',
      reason,
    })
  })

  it('keeps the first 1,000 of 200,000 items, and what follows them', async () => {
    const many = Array.from({ length: 200_000 }, (_, i) => `<item><title>${i}</title></item>`)
    const reading = await read(
      `<rss version="2.0"><channel>${many.join('')}<title>Post</title></channel></rss>`,
    )
    if (reading.kind !== 'feed') throw new ReasonError(reading.reason)
    expect(reading.feed.title).toBe('Post')
    expect(reading.feed.items).toHaveLength(1000)
    expect(reading.feed.items.at(-1)?.title).toBe('999')
  })

  it.each([
    ['one that is not closed', '<item><title>last</title>'],
    ['others closed in another spelling', '<item><title>a</title></item >'.repeat(9)],
    ['others in another spelling', '<ITEM><title>a</title></ITEM>'.repeat(9)],
    ['others that hold items', '<item><item/><title>a</title></item>'.repeat(9)],
    ['others that close themselves', '<item/>'.repeat(9)],
  ])('keeps 1,000 items, also with %s', async (_, more) => {
    const many = Array.from({ length: 1000 }, (_, i) => `<item><title>${i}</title></item>`)
    const kept = await items(rss(`${many.join('')}${more}`))
    expect(kept).toHaveLength(1000)
    expect(kept.at(-1)?.title).toBe('999')
  })

  it('keeps the first 1,000 items of JSON, however they nest', async () => {
    const item = (i: number) => ({ id: `${i}`, url: `https://news.example/${i}`, title: `${i}` })
    const many = Array.from({ length: 1001 }, (_, i) => item(i))
    for (const list of [many, [many, ...many], [...many, many]]) {
      const feed = { version: 'https://jsonfeed.org/version/1.1', items: list }
      expect((await items(JSON.stringify(feed))).length).toBeLessThanOrEqual(1000)
    }
  })

  it('is refused with more elements or values than news have', async () => {
    const reasonOf = async (text: string) => {
      const reading = await read(text)
      return reading.kind === 'unreadable' ? inWords(reading.reason) : null
    }
    const elements = '<a/>'.repeat(600_000)
    for (const text of [
      rss(`<item>${elements}</item>`),
      `<feed><entry>${elements}</entry></feed>`,
    ]) {
      expect(await reasonOf(text)).toBe('it holds more than 500000 elements')
    }
    const json = (items: string) =>
      `{"version":"https://jsonfeed.org/version/1.1","items":[${items}]}`
    expect(await reasonOf(json('{},'.repeat(1_000_001)))).toBe('it holds more than 1000000 values')
    expect(await reasonOf(json(`${'['.repeat(2000)}${']'.repeat(2000)}`))).toBe(
      'its elements nest deeper than 1000 levels',
    )
    const words = JSON.stringify({ id: '1', title: `"[${'{,'.repeat(2_000_000)}\\"` })
    expect(await items(json(words))).toHaveLength(1)
  })

  it('cannot make much of little with the base of its links', async () => {
    const long = `https://news.example/${'x'.repeat(2000)}/`
    const links = '&lt;a href="y">'.repeat(5000)
    const item = `<item><title>A</title><link>z</link><description>${links}</description></item>`
    const [read1] = await items(
      `<rss xml:base="${long}"><channel>${item.repeat(20)}</channel></rss>`,
    )
    expect(read1?.summary?.length).toBeLessThan(200_000)
    const start = performance.now()
    const tooLong = `https://news.example/${'x'.repeat(2_000_000)}/`
    const many = '<item><title>A</title><link>z</link></item>'.repeat(900)
    const read2 = await items(`<rss xml:base="${tooLong}"><channel>${many}</channel></rss>`)
    expect(read2[0]?.url).toBe('https://news.example/z')
    expect(performance.now() - start).toBeLessThan(4000)
  })

  it('never has its entities expanded or fetched', async () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
    const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol.join('')}]>`
    expect((await items(rss('<item><title>x &l9;</title></item>', laughs)))[0]?.title).toBe(
      'x &l9;',
    )
    const quadratic = `<!DOCTYPE rss [<!ENTITY q "${'q'.repeat(100_000)}">]>`
    const text = await items(
      rss(
        `<item><title>Q</title><description>${'&q;'.repeat(10_000)}</description></item>`,
        quadratic,
      ),
    )
    expect(text[0]?.summary?.length).toBeLessThan(100_000)
    const external = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    expect((await items(rss('<item><title>&x;</title></item>', external)))[0]?.title).toBe('&x;')
  })

  it('loses its NULs and control characters, however written', async () => {
    const [item] = await items(
      rss(
        '<item><title>A\u0000B\u0008C&#0;&#x1f;D&#146;s</title><description>x\u0001y</description></item>',
      ),
    )
    expect(item?.title).toBe('ABC\ufffdD’s')
    expect(item?.summary).toBe('xy')
    const [turned] = await items(
      rss(
        '<item><title>a\u202eb&#x202e;c&amp;#x202e;d</title><author>A\u200bda</author><description>&lt;p&gt;e&amp;#8238;\u2066f</description></item>',
      ),
    )
    expect(turned).toMatchObject({ title: 'abcd', author: 'Ada' })
    expect(plainText(turned?.summary ?? '')).toBe('ef')
  })

  it('gives each item an identifier of its own where all share one', async () => {
    const shared = await items(
      rss(
        ['a', 'b', 'c']
          .map((name) => `<item><title>${name}</title><guid>1</guid><link>/${name}</link></item>`)
          .join(''),
      ),
    )
    expect(new Set(shared.map(({ id }) => id)).size).toBe(3)
  })

  it('has no date in the far future', async () => {
    const dates = await items(
      rss(
        ['Fri, 31 Dec 9999 23:59:59 GMT', '0000-00-00', 'Sat, 01 Jan 275761 00:00:00 GMT']
          .map((date) => `<item><title>x</title><pubDate>${date}</pubDate></item>`)
          .join(''),
      ),
    )
    expect(dates.map(({ publishedAt }) => publishedAt)).toEqual([null, null, null])
  })

  it('cannot smuggle markup or scripts', async () => {
    const [item] = await items(
      rss(`<item><title>&lt;script&gt;steal()&lt;/script&gt;A &lt;b onclick="x"&gt;B&lt;/b&gt;</title>
        <author>&lt;img src=x onerror=y&gt;Ada</author><link>javascript:alert(1)</link>
        <enclosure url="data:text/html,x"/></item>`),
    )
    expect(item).toMatchObject({ title: 'A B', author: 'Ada', url: null, enclosures: [] })
  })

  it('may be a web page, and is told so', async () => {
    const reason = 'this is a web page, not a feed'
    const portal =
      '<!DOCTYPE html><html><head><title>Log in</title></head><body>Wi-Fi</body></html>'
    expect(inWords(await read(portal))).toEqual({ kind: 'unreadable', reason })
    expect(inWords(await read(`\n<!-- x -->\n<HTML><body><rss>`))).toEqual({
      kind: 'unreadable',
      reason,
    })
    expect(inWords(await read('<!doctype html><title>Hi</title>'))).toEqual({
      kind: 'unreadable',
      reason,
    })
  })

  it('stays linear in other odd shapes', async () => {
    const million = 1_000_000
    for (const text of [
      '<a'.repeat(million),
      `<rss>${'<item '.repeat(million)}`,
      `<rss><channel>${'</x>'.repeat(million)}<item><title>A</title></item></channel></rss>`,
      `<rss><channel><item><title>${'&'.repeat(million)}</title></item></channel></rss>`,
      `<rss><channel><item><author>${'('.repeat(million)}</author></item></channel></rss>`,
      `<rss><channel><item><pubDate>${'1 '.repeat(million)}</pubDate></item></channel></rss>`,
      `<rss><channel><item><guid>${'a@'.repeat(million)}</guid></item></channel></rss>`,
      `<rss ${'xmlns:a="b" '.repeat(100_000)}><channel/></rss>`,
      `<feed>${'<entry><content type="xhtml"><div>'.repeat(20_000)}</feed>`,
      `<feed><entry><content type="html">${'&lt;'.repeat(million)}</content></entry></feed>`,
      `<feed><entry><title>${'<x'.repeat(300_000)}"</title></entry></feed>`,
      `<feed><entry><content type="html">${'<'.repeat(300_000)}'</content></entry></feed>`,
      `<feed><entry><title>${'<![CDATA['.repeat(100_000)}</title></entry></feed>`,
      ' '.repeat(million),
      `${'<!--'.repeat(million)}`,
    ]) {
      const start = performance.now()
      const reading = await read(text)
      if (reading.kind === 'unreadable') expect(inWords(reading.reason)).not.toMatch(/longer than/)
      expect(performance.now() - start, text.slice(0, 60)).toBeLessThan(6000)
    }
  }, 60_000)
})
