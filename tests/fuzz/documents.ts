import type { Random } from './random.ts'
import { aFlood, aValue, escaped, someWords } from './words.ts'

export const documentKinds = ['feed', 'listing', 'page', 'opml'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** A document as a server might give it. */
export type FuzzDocument = {
  kind: DocumentKind
  bytes: Uint8Array
  contentType: string | null
  selector: string | null
}

export function aDocument(kind: DocumentKind, random: Random): FuzzDocument {
  const text = write[kind](random).slice(0, 1_000_000)
  return {
    kind,
    bytes: spoil(encode(text, random), random),
    contentType: random.pick(contentTypes),
    selector: random.chance(0.2) ? aSelector(random) : null,
  }
}

const contentTypes = [
  null,
  null,
  'text/xml',
  'text/html; charset=utf-8',
  'application/rss+xml; charset=windows-1251',
  'text/html; charset=utf-16',
  'application/json',
  'text/xml; charset="',
  'text/html; charset=x-user-defined',
]

const write: Record<DocumentKind, (random: Random) => string> = {
  feed: (random) => random.pick([anRss, anRss, anRdf, anAtom, aJsonFeed])(random),
  listing: aListing,
  page: aPage,
  opml: anOpml,
}

/** So many of something, now and then very many. */
function many(random: Random, one: (i: number) => string): string {
  const count = random.chance(0.05) ? random.pick([999, 1001, 3000]) : random.int(12)
  return Array.from({ length: count }, (_, i) => one(i)).join('')
}

/** A few, as what stands within what there are many of. */
function several(random: Random, one: (i: number) => string): string {
  return Array.from({ length: random.int(8) }, (_, i) => one(i)).join('')
}

/** The value of an element: escaped, in a section, or as it is. */
function inside(random: Random, value: string): string {
  return random.pick([escaped, (v: string) => `<![CDATA[${v}]]>`, (v: string) => v])(value)
}

function element(random: Random, name: string): string {
  return `<${name}>${inside(random, aValue(random))}</${name}>`
}

const rssFields =
  'title link guid pubDate author dc:creator dc:date category description content:encoded media:group itunes:summary'.split(
    ' ',
  )

function rssItem(random: Random): string {
  const fields = several(random, () => element(random, random.pick(rssFields)))
  return `<item>${fields}<link>https://a.example/${random.int(99)}</link><enclosure url="${escaped(aValue(random))}"/></item>`
}

function anRss(random: Random): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    ${element(random, 'title')}<ttl>${random.int(99)}</ttl>${many(random, () => rssItem(random))}</channel></rss>`
}

function anRdf(random: Random): string {
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>
    ${element(random, 'title')}</channel>${many(random, () => rssItem(random))}</rdf:RDF>`
}

function anAtom(random: Random): string {
  const fields = 'id title updated published summary content author category link'.split(' ')
  const entry = () =>
    `<entry xml:base="${escaped(someWords(random))}">${several(random, () => element(random, random.pick(fields)))}
    <link href="https://a.example/${random.int(99)}"/></entry>`
  return `<feed xmlns="http://www.w3.org/2005/Atom">${element(random, 'title')}${many(random, entry)}</feed>`
}

function aJsonFeed(random: Random): string {
  const names = 'id url title summary content_html content_text date_published authors tags'.split(
    ' ',
  )
  const value = (depth: number): unknown =>
    random.pick([
      () => aValue(random),
      () => random.pick([0, -1, 1e308, true, null]),
      () => (depth > 3 ? [] : [value(depth + 1), value(depth + 1)]),
      () => (depth > 3 ? {} : { [random.pick([...names, '__proto__'])]: value(depth + 1) }),
    ])()
  const item = () =>
    JSON.stringify(
      Object.fromEntries(names.map((name) => [name, value(random.chance(0.7) ? 9 : 0)])),
    )
  const items = many(random, (i) => `${i ? ',' : ''}${item()}`)
  return `{"version":"https://jsonfeed.org/version/1.1","title":${JSON.stringify(someWords(random))},"items":[${items}]}`
}

function aListing(random: Random): string {
  const row = (i: number) =>
    `<div class="${escaped(random.chance(0.1) ? aValue(random) : 'row')}"><h2><a href="/${i}" title="${escaped(someWords(random))}">${inside(random, aValue(random))}</a></h2>
    <time datetime="${random.pick(['2024-06-14T12:00:00Z', '14 June 2024', aValue(random)])}">${someWords(random, 3)}</time><p>${inside(random, aValue(random))}</p></div>`
  const rows = many(random, row) + Array.from({ length: 10 }, (_, i) => row(100 + i)).join('')
  return `<!doctype html><html lang="${random.pick(['en', 'uk', 'x-"', someWords(random)])}"><head>${head(random)}</head>
    <body><nav><a href="/">Home</a></nav><h3>${someWords(random, 4)}</h3>${rows}</body></html>`
}

function head(random: Random): string {
  const meta = () =>
    `<meta ${random.pick(['property', 'name', 'itemprop'])}="${random.pick(['og:title', 'og:type', 'author', 'description', 'article:published_time', 'og:url', aValue(random)])}" content="${escaped(aValue(random))}">`
  return `<title>${inside(random, aValue(random))}</title>${many(random, meta)}<link rel="canonical" href="${escaped(someWords(random))}">
    <link rel="alternate" type="application/rss+xml" title="${escaped(aValue(random))}" href="${escaped(someWords(random))}">`
}

function aPage(random: Random): string {
  const said = {
    '@type': random.pick(['NewsArticle', 'OpinionNewsArticle', ['Article'], {}]),
    headline: aValue(random),
    author: random.pick([aValue(random), { name: aValue(random) }, [[{ name: [aValue(random)] }]]]),
    datePublished: aValue(random),
    articleBody: aValue(random),
  }
  const jsonLd = random.chance(0.5) ? JSON.stringify(said) : aValue(random)
  const paragraph = () =>
    `<p class="${escaped(someWords(random))}">${inside(random, aValue(random))} ${someWords(random, 60)}.</p>`
  return `<!doctype html><html lang="en"><head>${head(random)}<script type="application/ld+json">${jsonLd}</script></head>
    <body><article><h1>${inside(random, aValue(random))}</h1><p class="byline">By ${inside(random, aValue(random))}</p>${many(random, paragraph)}
    ${Array.from({ length: 5 }, paragraph).join('')}</article></body></html>`
}

function anOpml(random: Random): string {
  if (random.chance(0.2)) return many(random, () => `https://a.example/${someWords(random)}\n`)
  const outline = (depth: number): string => {
    const attributes = `text="${escaped(aValue(random))}" category="${escaped(someWords(random))}" selector="${escaped(random.chance(0.1) ? aSelector(random) : 'a')}"`
    if (depth > 4 || random.chance(0.6))
      return `<outline ${attributes} xmlUrl="https://a.example/${random.int(99)}"/>`
    return `<outline ${attributes}>${several(random, () => outline(depth + 2))}</outline>`
  }
  return `<opml version="2.0"><head><title>${someWords(random)}</title></head><body>${many(random, () => outline(0))}</body></opml>`
}

const selectorParts = [
  'a',
  'div',
  '*',
  '.row',
  'h2',
  ' ',
  ' > ',
  ' ~ ',
  ' + ',
  ', ',
  ':has(',
  ':not(',
  ':is(',
  ')',
  ':nth-child(2n+1)',
  ':contains("a")',
  '[class*="r"]',
  ':root',
  '[',
  '::before',
  '|',
]

function aSelector(random: Random): string {
  const parts = 1 + random.int(random.pick([3, 12, 200, 20_000]))
  return Array.from({ length: parts }, () => random.pick(selectorParts)).join('')
}

function encode(text: string, random: Random): Uint8Array {
  if (random.chance(0.85)) return Buffer.from(text)
  return Buffer.from(text, random.pick(['utf16le', 'latin1']))
}

/** Breaks a document as bad servers and bad people do. */
function spoil(bytes: Uint8Array, random: Random): Uint8Array {
  let spoilt = Buffer.from(bytes)
  const times = random.pick([0, 0, 1, 1, 2, 4])
  for (let i = 0; i < times; i++) {
    const at = random.int(spoilt.length + 1)
    const length = random.int(Math.min(spoilt.length - at, random.pick([4, 40, 400, 4000])) + 1)
    const [before, piece, after] = [
      spoilt.subarray(0, at),
      spoilt.subarray(at, at + length),
      spoilt.subarray(at + length),
    ]
    spoilt = random.pick([
      () => before,
      () => Buffer.concat([before, after]),
      () => Buffer.concat([before, Buffer.from(aFlood(random)), piece, after]),
      () => Buffer.concat([before, Buffer.alloc(length * random.pick([2, 30, 100]), piece), after]),
      () => Buffer.concat([before, Buffer.from(piece).reverse(), after]),
      () => Buffer.concat([after, piece, before]),
      () => Buffer.concat([before, piece.map(() => random.int(256)), after]),
    ])()
    spoilt = spoilt.subarray(0, 1_000_000)
  }
  return spoilt
}
