import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../src/feeds/formats/parse.ts'

const now = Temporal.Instant.from('2024-06-20T12:00:00Z')
const address = 'https://feeds.example/all.xml'
const parse = (text: string, at: string | null = address) => parseFeed(text, at, now)

describe('formats', () => {
  it('reads RDF, items beside the channel or within', async () => {
    const item = (tag: string) =>
      `<${tag} rdf:about="urn:1"><title>Ebb</title><link>/1</link><dc:date>2024-06-14T05:00:00Z</dc:date>
       <dc:subject>sea</dc:subject></${tag}>`
    const root =
      'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    const beside = await parse(
      `<rdf:RDF ${root}><channel><title>T</title></channel>${item('item')}</rdf:RDF>`,
    )
    const within = await parse(
      `<rdf:RDF ${root}><channel><title>T</title>${item('item')}</channel></rdf:RDF>`,
    )
    expect(beside).toMatchObject({
      format: 'rss1.0',
      items: [{ id: 'urn:1', url: 'https://feeds.example/1', categories: ['sea'] }],
    })
    expect(within.items).toEqual(beside.items)
    const outside = await parse(
      `<rss><channel><title>T</title></channel><item><title>A</title></item></rss>`,
    )
    expect(outside.items).toHaveLength(1)
  })

  it('reads Atom under a prefix, Atom 0.3, and links as words', async () => {
    const prefixed = await parse(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>C</a:title><a:author><a:name>Ann</a:name></a:author>
       <a:entry><a:title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</a:title><a:id>1</a:id>
       <a:link rel="self" href="/self"/><a:link href="http://a.example/1"/>
       <a:link rel="enclosure" href="http://a.example/1.mp3" type="audio/mpeg" length="9"/></a:entry></a:feed>`,
    )
    expect(prefixed).toMatchObject({
      format: 'atom1.0',
      items: [
        {
          title: 'A & B',
          url: 'http://a.example/1',
          author: 'Ann',
          enclosures: [{ url: 'http://a.example/1.mp3', type: 'audio/mpeg', length: 9 }],
        },
      ],
    })
    const old = await parse(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>T</title><link>http://a.example/1</link>
       <issued>2024-06-14T05:00:00Z</issued></entry></feed>`,
    )
    expect(old).toMatchObject({
      format: 'atom0.3',
      items: [
        { url: 'http://a.example/1', publishedAt: Temporal.Instant.from('2024-06-14T05:00:00Z') },
      ],
    })
  })

  it('takes the summary of a film from its media', async () => {
    const { items } = await parse(`<feed xmlns="http://www.w3.org/2005/Atom"
      xmlns:media="http://search.yahoo.com/mrss/"><entry><title>Film</title><link href="https://a.example/1"/>
      <media:group><media:description>What it is about.</media:description></media:group></entry></feed>`)
    expect(items[0]?.summary).toBe('What it is about.')
  })

  it('keeps the order of words in XHTML', async () => {
    const feed = await parse(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="xhtml">
       <div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three</div></content></entry></feed>`,
    )
    expect(feed.items[0]?.content).toBe('One <b>two</b> three')
    const rss = await parse(
      '<rss><channel><item><title>x</title><description><p>One <b>two</b> three</p></description></item></channel></rss>',
    )
    expect(rss.items[0]?.summary).toBe('<p>One <b>two</b> three</p>')
  })

  it('reads JSON Feed', async () => {
    const feed = await parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        home_page_url: 'https://j.example/',
        items: [
          {
            id: '1',
            url: '/1',
            title: 'a < b',
            content_text: 'x & y',
            tags: ['t'],
            authors: [{ name: 'Ann' }],
          },
        ],
      }),
    )
    expect(feed).toMatchObject({
      format: 'json1.1',
      items: [
        {
          url: 'https://j.example/1',
          title: 'a < b',
          content: 'x &amp; y',
          author: 'Ann',
          categories: ['t'],
        },
      ],
    })
  })

  it('says when the feed wants not to be read', async () => {
    const feed = await parse(
      `<rss><channel><language>en-gb</language><ttl>60</ttl><skipHours><hour>0</hour><hour>24</hour><hour>x</hour></skipHours>
       <skipDays><day>sunday</day><day>Someday</day></skipDays></channel></rss>`,
    )
    expect(feed).toMatchObject({
      language: 'en-gb',
      hints: { ttlMinutes: 60, skipHours: [0], skipDays: ['Sunday'] },
    })
    const paced = await parse(
      `<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
       <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>`,
    )
    expect(paced.hints.ttlMinutes).toBe(30)
  })
})

describe('addresses', () => {
  const one = async (channel: string, item: string, at: string | null = address, root = '') => {
    const feed = await parse(
      `<rss ${root}><channel>${channel}<item>${item}</item></channel></rss>`,
      at,
    )
    return feed.items[0]?.url
  }
  it('resolves against xml:base, then the link of the feed, then the response', async () => {
    const link = '<link>https://site.example/news/</link>'
    expect(await one(link, '<link>a</link>', address, 'xml:base="https://base.example/b/"')).toBe(
      'https://base.example/b/a',
    )
    expect(await one(link, '<link>a</link>')).toBe('https://site.example/news/a')
    expect(await one('', '<link>a</link>')).toBe('https://feeds.example/a')
    expect(await one('', '<link>/a</link>', null)).toBe('/a')
    expect(await one('', '<link>/a?b=1&amp;amp;c=2</link>')).toBe('https://feeds.example/a?b=1&c=2')
  })
  it('takes a permalink for a missing link', async () => {
    expect(await one('', '<guid>https://a.example/1</guid>')).toBe('https://a.example/1')
    expect(await one('', '<guid isPermaLink="true">/1</guid>')).toBe('https://feeds.example/1')
    expect(await one('', '<guid isPermaLink="false">https://a.example/1</guid>')).toBeNull()
  })
  it('takes the base of a text in Atom for that text alone', async () => {
    const { items } =
      await parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://o.example/b/">
      <entry xml:base="e/"><title>A</title><link href="1"/>
      <content type="html" xml:base="c/">&lt;a href="2">x&lt;/a></content></entry>
      <entry><title>B</title><link><![CDATA[https://o.example/3]]></link></entry></feed>`)
    expect(items.map(({ url }) => url)).toEqual(['https://o.example/b/e/1', 'https://o.example/3'])
    expect(items[0]?.content).toBe('<a href="https://o.example/b/e/c/2">x</a>')
  })
  it('makes links in texts absolute', async () => {
    const feed = await parse(
      '<rss><channel><item><title>x</title><description>&lt;a href="/a"&gt;&lt;img src=\'b.png\'&gt;</description></item></channel></rss>',
    )
    expect(feed.items[0]?.summary).toBe(
      '<a href="https://feeds.example/a"><img src="https://feeds.example/b.png">',
    )
  })
})

describe('what feeds say badly', () => {
  const first = async (text: string) => (await parse(text)).items[0]
  it.each([
    ['Tom &amp;amp; Jerry', 'Tom & Jerry'],
    ['<![CDATA[Tom &amp; Jerry]]>', 'Tom & Jerry'],
    ['Use Vec&lt;T&gt; &lt;i&gt;well&lt;/i&gt;', 'Use Vec<T> well'],
    ['Tom & Jerry &nbsp; &bogus;', 'Tom & Jerry &bogus;'],
  ])('reads the title %s', async (title, words) => {
    expect(
      (await first(`<rss><channel><item><title>${title}</title></item></channel></rss>`))?.title,
    ).toBe(words)
  })
  it.each([
    ['ada@a.example (Ada Marsh)', 'Ada Marsh'],
    ['Ada Marsh &lt;ada@a.example&gt;', 'Ada Marsh'],
    ['ada@a.example', 'ada@a.example'],
  ])('finds the name in %s', async (author, name) => {
    const item = await first(
      `<rss><channel><item><author>${author}</author></item></channel></rss>`,
    )
    expect(item?.author).toBe(name)
  })
  it.each([
    [
      'junk before',
      'Notice: x<br/>\n<?xml version="1.0"?><rss><channel><item><title>A</title></item></channel></rss>',
    ],
    ['an end too soon', '<rss><channel><item><title>A</title></item><item><title>B'],
    [
      'tags that do not match',
      '<rss><channel><item><title>A</title><description><b>x</description></item></channel></rss>',
    ],
    ['capitals', '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>'],
    [
      'loose brackets',
      '<rss><channel><item><title>A</title><description>1 < 2 & 3 << 4</description></item></channel></rss>',
    ],
    ['something after', '<rss><channel><item><title>A</title></item></channel></rss><script>x</sc'],
  ])('reads a feed with %s', async (_, text) => {
    expect((await first(text))?.title).toBe('A')
  })
  it('leaves out an item that was cut off: half of its address would be a wrong one', async () => {
    const whole = '<item><title>A</title><link>https://a.example/1</link></item>'
    const cut = '<item><title>B</title><link>https://a.exa'
    const rss = await parse(`<rss version="2.0"><channel>${whole}${cut}`)
    expect(rss.items.map(({ title }) => title)).toEqual(['A'])
    const atom = await parse(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>
      <link href="https://a.example/1"/></entry><entry><title>B</title><link href="https://a.`)
    expect(atom.items.map(({ title }) => title)).toEqual(['A'])
  })
  it('does not take a word in a comment or on a page for the feed', async () => {
    const text = '<?xml version="1.0"?><!-- <feed> by Foo --><rss><channel><item><title>A</title>'
    expect((await first(`${text}</item></channel></rss>`))?.title).toBe('A')
    const page =
      '<!doctype html><meta charset="utf-8"><title>Guide</title><p>The <code><rss></code>'
    await expect(parse(page)).rejects.toMatchObject({ reason: { code: 'web-page' } })
  })
  it('reads JSON with line breaks and tabs in its texts', async () => {
    const json =
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"A\tB\nC"}]}'
    expect((await first(json))?.title).toBe('A B C')
  })
  it('refuses RSS without a channel', async () => {
    await expect(parse('<rss version="2.0"></rss>')).rejects.toMatchObject({
      reason: { code: 'broken-feed' },
    })
  })
})

it('reads titles with a loose < that looks like the beginning of a tag', async () => {
  const feed = await parse(
    '<rss><channel><item><title>A are <one</title></item><item><title>B & C <two</title></item></channel></rss>',
  )
  expect(feed.items.map(({ title }) => title)).toEqual(['A are <one', 'B & C <two'])
})
