import { expect, it } from 'vitest'
import { readFeedList } from '../../../src/feeds/opml/read.ts'
import { writeOpml } from '../../../src/feeds/opml/write.ts'

const list = (body: string) => readFeedList(`<opml version="2.0"><body>${body}</body></opml>`)
const feed = (more: string) => `<outline xmlUrl="https://a.example/f" ${more}/>`

it('takes the title for a name where the text is empty', () => {
  const { entries } = list(
    `<outline text=" " title="City">${feed('text="" title="Post"')}</outline>`,
  )
  expect(entries).toMatchObject([{ title: 'Post', tags: ['City'] }])
})

it('reads names that hold HTML, and writes them in their letters', () => {
  const { entries } = list(feed('text="Le Mond&eacute; &amp;amp; &lt;b&gt;Port&lt;/b&gt;"'))
  expect(entries[0]?.title).toBe('Le Mondé & Port')
  expect(writeOpml(entries, 'Ours')).toContain('text="Le Mondé &amp; Port"')
})

it.each([
  ['HTML+XPath', 'listing'],
  ['html+xpath+json+dotnotation', 'listing'],
  ['listing', 'listing'],
  ['XML+XPath', 'feed'],
  ['rss', 'feed'],
])('reads the type %s as a %s', (type, format) => {
  expect(list(feed(`text="A" type="${type}"`)).entries[0]?.format).toBe(format)
})

it('passes over the settings of other programs, and complains of what has a name', () => {
  const { entries, problems } = list(`${feed('text="A"')}
    <outline text="tt-rss-prefs"><outline pref-name="SHOW" value="1"/></outline>
    <outline text="tt-rss-labels"><outline label-name="later" text="later"/></outline>
    <outline text="tt-rss-filters"><outline filter-type="2"><![CDATA[{"a":1}]]></outline></outline>
    <outline text="Ferry"/>`)
  expect(entries).toHaveLength(1)
  expect(problems.map(({ reason }) => reason)).toEqual([
    { code: 'list-entry-without-feed', name: 'Ferry' },
  ])
})
