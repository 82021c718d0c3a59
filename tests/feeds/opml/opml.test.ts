import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FeedList, readFeedList } from '../../../src/feeds/opml/read.ts'
import { maxListBytes, readListInThread } from '../../../src/feeds/opml/reader.ts'
import { type FeedEntry, writeOpml } from '../../../src/feeds/opml/write.ts'
import { inWords } from '../../helpers/in-words.ts'

const entry = (given: Partial<FeedEntry>): FeedEntry => ({
  url: 'https://news.example/rss',
  title: null,
  kind: 'news',
  format: 'feed',
  selector: null,
  tags: [],
  ...given,
})

describe('OPML', () => {
  it('reads nested folders as tags', () => {
    const { entries, problems } = readFeedList(`<?xml version="1.0"?>
      <opml version="2.0"><head><title>Mine</title></head><body>
        <outline text="News"><outline text="City">
          <outline type="rss" text="Harbour &amp; Post" xmlUrl="https://a.example/rss?a=1&amp;b=2" htmlUrl="https://a.example/"/>
        </outline>
        <outline title="Tides" xmlUrl="https://b.example/atom" category="/Sea/Weather,Boats"></outline></outline>
        <!-- <outline text="Off" xmlUrl="https://off.example/rss"/> -->
        <outline text="Views" xmlUrl='https://c.example/' kind="columns"/>
      </body></opml>`)
    expect(problems).toEqual([])
    expect(entries).toEqual([
      entry({
        url: 'https://a.example/rss?a=1&b=2',
        title: 'Harbour & Post',
        tags: ['News', 'City'],
      }),
      entry({ url: 'https://b.example/atom', title: 'Tides', tags: ['News', 'Weather', 'Boats'] }),
      entry({ url: 'https://c.example/', title: 'Views', kind: 'columns' }),
    ])
  })

  it('imports what it can of a broken file, and says what not', () => {
    const { entries, problems } = readFeedList(`<opml><body>
<outline text="Good & bad" xmlUrl="https://a.example/rss?x=1&y=2">
<outline text="No quote xmlUrl="https://b.example/rss />
<outline text="Nothing" xmlUrl=""/>
<outline text="A page" htmlUrl="https://page.example/"/>
<outline text="Local" xmlUrl="file:///etc/passwd"/>
<outline text="Folder">
<outline text="Last but one" xmlUrl="https://c.example/rss"/>
<outline text="Cut" xmlUrl="https://d.exam`)
    expect(entries.map(({ url, tags }) => [url, tags])).toEqual([
      ['https://a.example/rss?x=1&y=2', []],
      ['https://b.example/rss', []],
      ['https://c.example/rss', ['Folder']],
    ])
    expect(problems.map(({ line, reason }) => `${line}: ${inWords(reason)}`)).toEqual([
      '4: “Nothing” has no address that can be read: it is empty',
      '5: “A page” names no feed',
      '6: “Local” has no address that can be read: file:///etc/passwd',
      '9: this entry is cut off or lacks a quotation mark: <outline text="Cut" xmlUrl="https://d.exam',
      '7: the folder “Folder” is not closed',
    ])
  })

  it('reads a list of addresses', () => {
    const { entries, problems } = readFeedList(
      '\ufeff# mine\nhttps://a.example/rss\r\n\n  b.example/rss columns\nnot an address\nfeed://c.example/rss\nhttps://t.me/harbour\n',
    )
    expect(entries.map(({ url, kind, format }) => [url, kind, format])).toEqual([
      ['https://a.example/rss', 'news', 'feed'],
      ['https://b.example/rss', 'columns', 'feed'],
      ['https://c.example/rss', 'news', 'feed'],
      ['https://t.me/s/harbour', 'news', 'listing'],
    ])
    expect(inWords(problems)).toEqual([{ line: 5, reason: '“not” is not an address' }])
  })

  it('makes one of a feed in two folders, and reads a < in a value', () => {
    const { entries, problems } = readFeedList(`<opml><body>
<outline text="News"><outline text="a < b" xmlUrl="https://a.example/rss"/></outline>
<outline text="City"><outline text="a < b" xmlUrl="https://a.example/rss"/></outline></body></opml>`)
    expect(problems).toEqual([])
    expect(entries).toEqual([
      entry({ url: 'https://a.example/rss', title: 'a < b', tags: ['News', 'City'] }),
    ])
  })

  it('takes an address as /addfeed would, and none with a password', () => {
    const list = readFeedList(`<opml><body>
<outline text="Tagged" xmlUrl="https://a.example/rss?utm_source=x&amp;page=1#top"/>
<outline text="Members" xmlUrl="https://ann:secret@b.example/rss"/></body></opml>`)
    expect(list.entries.map(({ url }) => url)).toEqual(['https://a.example/rss?page=1'])
    expect(list.problems.map(({ reason }) => inWords(reason))).toEqual([
      '“Members” wants a user name or password, and such feeds are not read',
    ])
    const hidden = [
      'ann:secret@b.example',
      'https:ann:secret@b.example',
      'http:\\\\ann:secret@b.example',
    ]
    for (const address of [...hidden, '<opml><outline xmlUrl="https://ann:secret@b.example/']) {
      const { entries, problems } = readFeedList(`${address}\n`)
      expect(entries).toEqual([])
      expect(JSON.stringify(problems)).not.toContain('secret')
    }
    const broken = readFeedList('<opml><outline xmlUrl="https://ann:sec\nret@b.example/"/></opml>')
    expect(broken.problems.map(({ reason }) => inWords(reason))).toEqual([
      '“https://…@b.example/” wants a user name or password, and such feeds are not read',
    ])
    const { problems } = readFeedList('https://ann:secret@b.example/rss\n')
    expect(problems.map(({ reason }) => inWords(reason))).toEqual([
      '“https://…@b.example/rss” wants a user name or password, and such feeds are not read',
    ])
  })

  it('is not held by text made to stall it', () => {
    for (const text of [':', '@', '//', 'a:', '<outline a="', '<outline a=']) {
      expect(readFeedList(text.repeat(400_000 / text.length)).entries).toEqual([])
    }
  })

  it('repeats nothing of a file that would move a terminal', () => {
    expect(inWords(readFeedList('\0\u0001\u0002').problems)).toEqual([
      { line: 1, reason: 'this is no list of feeds' },
    ])
    expect(inWords(readFeedList('red\u001b[31m\n').problems)).toEqual([
      { line: 1, reason: '“red[31m” is not an address' },
    ])
  })

  it('says that a file holds no feeds', () => {
    for (const text of ['', '<opml><body></body></opml>', '# nothing\n']) {
      expect(inWords(readFeedList(text).problems)).toEqual([
        { line: 1, reason: 'there are no feeds in this file' },
      ])
    }
  })

  it('gives back what it wrote', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff\s]+/gu, ' ').trim())
      .filter(Boolean)
    const feed = fc.record({
      url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
      title: words,
      kind: fc.constantFrom('news' as const, 'columns' as const, 'mixed' as const),
      format: fc.constantFrom('feed' as const, 'listing' as const),
      selector: fc.option(words),
      tags: fc.uniqueArray(words, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 8 }), (feeds) => {
        const { entries, problems } = readFeedList(writeOpml(feeds, 'Courant'))
        const byUrl = (list: FeedEntry[]) => list.toSorted((a, b) => (a.url < b.url ? -1 : 1))
        expect(byUrl(entries)).toEqual(byUrl(feeds))
        expect(problems.filter(() => feeds.length > 0)).toEqual([])
      }),
    )
  })

  it('takes folders beyond the fiftieth for one', () => {
    const folders = Array.from({ length: 60 }, (_, i) => `<outline text="${i}">`).join('')
    const { entries, problems } = readFeedList(
      `<opml><body>${folders}<outline xmlUrl="https://a.example/"/>${'</outline>'.repeat(60)}
<outline text="City"><outline xmlUrl="https://b.example/"/></outline></body></opml>`,
    )
    expect(entries.map(({ tags }) => tags)).toEqual([[...'0123456789'], ['City']])
    expect(problems.map(({ reason }) => inWords(reason))).toEqual([
      'folders lie deeper than 50 here: the inner ones are taken for one',
    ])
  })

  it('lists 500 problems and counts the rest', () => {
    const list = readFeedList(`<opml>${'<outline text="x"/>'.repeat(120_000)}`)
    expect(list.problems).toHaveLength(500)
    expect(inWords(list.problems[0]?.reason)).toBe('only the first 100000 entries were read')
    expect(list.moreProblems).toBe(100_001 - 500)
  })

  it.each([
    [
      'deep folders with feeds',
      `${'<outline text="a">'.repeat(25_000)}${'<outline xmlUrl="http://a.example/"/>'.repeat(15_000)}`,
    ],
    ['quotes that never close', '<outline text="'.repeat(100_000)],
    ['folders that never close', '<outline text="a">'.repeat(50_000)],
    ['comments that never close', '<!--'.repeat(250_000)],
    ['slashes', `<outline ${'/'.repeat(1_000_000)}`],
  ])('is not held by %s', (_name, text) => {
    const start = performance.now()
    readFeedList(`<opml>${text}`)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('is read in a thread that may not take long, nor take a large file', async () => {
    const bytes = Buffer.from('https://a.example/\n'.repeat(300_000))
    expect((await readListInThread(bytes)).entries).toHaveLength(1)
    const reasonOf = async (list: Promise<FeedList>) => inWords((await list).problems[0]?.reason)
    expect(await reasonOf(readListInThread(bytes, { timeLimitMs: 1, memoryMb: 256 }))).toBe(
      'this file took longer than 0.001 seconds to read',
    )
    expect(await reasonOf(readListInThread(Buffer.alloc(maxListBytes + 1)))).toBe(
      'this file is larger than 10 MB',
    )
  })
})
