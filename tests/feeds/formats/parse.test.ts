import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../src/feeds/formats/parse.ts'
import { rss } from '../../helpers/feeds.ts'

const address = 'https://news.example/rss'
const now = Temporal.Instant.from('2024-06-20T12:00:00Z')

describe('parsing', () => {
  it('reads RSS', async () => {
    const feed = await parseFeed(
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel><title>Harbour &amp; Post</title><link>https://news.example/</link><item>
       <title>Bridge &lt;b&gt;opens&lt;/b&gt;</title><link>/2024/bridge?utm_source=rss</link>
       <guid isPermaLink="false">n-1</guid><pubDate>Fri, 14 Jun 2024 09:30:00 +0300</pubDate>
       <dc:creator>Ada Marsh</dc:creator><category>City</category><category>Roads</category>
       <description>A &lt;i&gt;short&lt;/i&gt; note</description>
       <content:encoded><![CDATA[<p>The whole text</p>]]></content:encoded>
       <enclosure url="https://news.example/a.mp3" type="audio/mpeg" length="123"/>
       </item></channel></rss>`,
      address,
      now,
    )
    expect(feed).toEqual({
      format: 'rss2.0',
      title: 'Harbour & Post',
      link: 'https://news.example/',
      language: null,
      hints: { ttlMinutes: null, skipHours: [], skipDays: [] },
      items: [
        {
          id: 'n-1',
          title: 'Bridge opens',
          url: 'https://news.example/2024/bridge?utm_source=rss',
          publishedAt: Temporal.Instant.from('2024-06-14T06:30:00Z'),
          author: 'Ada Marsh',
          summary: 'A <i>short</i> note',
          content: '<p>The whole text</p>',
          categories: ['City', 'Roads'],
          enclosures: [{ url: 'https://news.example/a.mp3', type: 'audio/mpeg', length: 123 }],
        },
      ],
    })
  })

  it('reads Atom, and survives its bad dates', async () => {
    const feed = await parseFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title>
       <entry><id>tag:tides,1</id><title>Ebb</title><link rel="alternate" href="https://tides.example/1"/>
       <published>2024-06-14T05:00:00Z</published><updated>2024-06-15T05:00:00Z</updated>
       <author><name>Lev Orr</name></author><summary>Low water.</summary><category term="sea"/></entry>
       <entry><id>tag:tides,2</id><title>Flood</title><link href="https://tides.example/2"/>
       <updated>yesterday, I think</updated></entry></feed>`,
      address,
      now,
    )
    expect(feed).toMatchObject({
      format: 'atom1.0',
      title: 'Tides',
      items: [
        {
          id: 'tag:tides,1',
          url: 'https://tides.example/1',
          publishedAt: Temporal.Instant.from('2024-06-14T05:00:00Z'),
          author: 'Lev Orr',
          summary: 'Low water.',
          categories: ['sea'],
        },
        { id: 'tag:tides,2', publishedAt: null },
      ],
    })
  })

  it('is not held by text made to stall it', async () => {
    const hostile = rss('Stall', [
      { title: 'x', link: 'https://a.example/', description: '<'.repeat(200_000) },
    ])
    const start = performance.now()
    expect((await parseFeed(hostile, address, now)).items).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('refuses what is no feed', async () => {
    await expect(parseFeed('<html><body>Hello</body></html>', address, now)).rejects.toThrow()
    await expect(parseFeed('', address, now)).rejects.toThrow()
  })

  it('drops addresses that are none', async () => {
    const feed = await parseFeed(
      rss('X', [{ title: 'x', link: 'javascript:alert(1)' }]),
      address,
      now,
    )
    expect(feed.items[0]?.url).toBeNull()
  })
})

it('says of an item whose day alone is known that it is no more', async () => {
  const dates = ['2024-06-14', '2024-06-14T00:00:00Z', 'soon']
  const items = dates.map((date) => `<item><title>A</title><pubDate>${date}</pubDate></item>`)
  const text = `<rss version="2.0"><channel>${items.join('')}</channel></rss>`
  const feed = await parseFeed(text, address, now)
  expect(feed.items.map(({ precision }) => precision)).toEqual(['day', undefined, undefined])
})
