import { expect, it } from 'vitest'
import { parseFeed } from '../../../src/feeds/formats/parse.ts'

const now = Temporal.Instant.from('2024-06-20T12:00:00Z')
const read = async (text: string) => (await parseFeed(text, 'https://a.example/feed', now)).items
const rss = (item: string) => `<rss version="2.0"><channel><item>${item}</item></channel></rss>`
const atom = (entry: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry>${entry}</entry></feed>`

it.each([
  'published',
  'updated',
  'date',
  'pub_date',
  'publishedAt',
  'datePublished',
  'x:publicationDate',
  'last-modified',
])('dates an RSS item by its <%s> where nothing else does', async (name) => {
  const [item] = await read(rss(`<title>A</title><${name}>2024-06-14T09:30:00Z</${name}>`))
  expect(String(item?.publishedAt)).toBe('2024-06-14T09:30:00Z')
})

it('passes over a date that stands for none, and one ahead', async () => {
  for (const date of ['Mon, 01 Jan 0001 00:00:00 GMT', 'Sat, 14 Jun 2098 00:00:00 GMT']) {
    const [item] = await read(
      rss(`<title>A</title><pubDate>${date}</pubDate><published>2024-06-14T09:30:00Z</published>`),
    )
    expect(String(item?.publishedAt)).toBe('2024-06-14T09:30:00Z')
  }
})

it.each([
  ['<link rel="ALTERNATE" href="/a"/>', '/a'],
  ['<link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/>', '/a'],
  ['<link rel="self" href="/a"/>', '/a'],
  ['<link rel="self" type="application/atom+xml" href="/s"/><link rel="related" href="/a"/>', '/a'],
  ['<link rel="edit" href="/e"/><link rel="enclosure" href="/a.mp3"/>', null],
])('finds the page of an entry with %s', async (links, path) => {
  const [item] = await read(atom(`<id>urn:1</id><title>A</title>${links}`))
  expect(item?.url).toBe(path && `https://a.example${path}`)
})

it('shows the words of a title of type text as they are', async () => {
  const [item] = await read(atom('<title type="text">Use &lt;i&gt;it&lt;/i&gt;</title>'))
  expect(item?.title).toBe('Use <i>it</i>')
})

it('unpacks content in base64 where it is text', async () => {
  const packed = Buffer.from('<p>The ferry returns at dawn, they say.</p>').toString('base64')
  const [item] = await read(atom(`<title>A</title><content type="text/html">${packed}</content>`))
  expect(item?.content).toBe('<p>The ferry returns at dawn, they say.</p>')
})

it('puts entities in place that the feed declares itself, within bounds', async () => {
  const body =
    '<rss version="2.0"><channel><item><title>&post;: &far; <![CDATA[&post;]]></title></item></channel></rss>'
  const types = `<!DOCTYPE rss [<!ENTITY who "Harbour"><!ENTITY post "&who; Post"><!ENTITY far SYSTEM "file:///etc/passwd">]>`
  expect((await read(types + body))[0]?.title).toBe('Harbour Post: &far; &post;')
  const levels = 'bcdefghij'
    .split('')
    .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(20)}">`)
  const laughs = `<!DOCTYPE rss [<!ENTITY a "ha ha ha ha ha">${levels.join('')}]>`
  const start = performance.now()
  await read(laughs + body.replaceAll('post', 'j').replace('</title>', '&j;'.repeat(1000)))
  expect(performance.now() - start).toBeLessThan(1000)
})

it('reads JSON Feed with a comma too many', async () => {
  const text =
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"A, ]","url":"https://a.example/1",},]}'
  expect(await read(text)).toMatchObject([{ id: '1', title: 'A, ]' }])
})

it('cuts a long list of authors between two of them', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `Bartholomew Longfellow the ${i}th`)
  const authors = names.map((name) => `<author><name>${name}</name></author>`)
  const [item] = await read(atom(`<title>A</title>${authors.join('')}`))
  expect(item?.author?.length).toBeGreaterThan(300)
  expect(names).toContain(item?.author?.split(', ').at(-1))
})
