import { describe, expect, it } from 'vitest'
import type { RawPage } from '../../src/articles/page-reading.ts'
import { readPage } from '../../src/articles/read-page.ts'
import { page } from '../helpers/feeds.ts'
import { inWords } from '../helpers/in-words.ts'
import { toWindows1251 } from '../helpers/windows-1251.ts'

const paragraphs = [
  'The harbour bridge opened on Friday after two years of work. Hundreds of people walked across it in the rain, and the mayor walked first.',
  'Trams will cross it from Monday, the city said, once the last of the new wires have been hung and tested by the engineers.',
  'The old bridge stays open to cyclists until the autumn, and a vote on what becomes of it is to be held before the winter.',
]
const ukrainian = [
  'Міст у гавані відкрили у п’ятницю після двох років робіт. Сотні людей перейшли ним під дощем, і першою йшла міська голова.',
  'Трамваї підуть мостом з понеділка, повідомило місто, щойно інженери повісять і перевірять останні нові дроти над коліями.',
]
const url = 'https://www.news.example/city/bridge'
const whole = page('Bridge opens', paragraphs)

function read(html: string | Uint8Array, rest: Partial<RawPage> = {}) {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html
  return readPage({ bytes, contentType: 'text/html', url, ...rest })
}

function found(html: string | Uint8Array, rest: Partial<RawPage> = {}) {
  const reading = read(html, rest)
  if (reading.kind !== 'page') throw new Error(JSON.stringify(reading))
  return reading.page
}

const inHead = (head: string) => whole.replace('</head>', `${head}</head>`)

describe('the text of a page', () => {
  const html = page('Міст відкрито', ukrainian)
  const declared = html.replace('charset="utf-8"', 'charset="windows-1251"')
  const text = ukrainian.join('\n\n')

  it.each([
    ['in UTF-8', new TextEncoder().encode(html), 'text/html'],
    [
      'in UTF-8 that HTTP calls windows-1251',
      new TextEncoder().encode(html),
      'text/html; charset=windows-1251',
    ],
    ['in UTF-8 that meta calls windows-1251', new TextEncoder().encode(declared), 'text/html'],
    ['in windows-1251 that HTTP names', toWindows1251(html), 'text/html; charset=windows-1251'],
    ['in windows-1251 that meta names', toWindows1251(declared), 'text/html'],
    ['in windows-1251 that all call UTF-8', toWindows1251(html), 'text/html; charset=utf-8'],
    ['in windows-1251 that HTTP calls nonsense', toWindows1251(html), 'text/html; charset=none'],
    ['in UTF-16 with a mark', Buffer.from(`\ufeff${html}`, 'utf16le'), 'text/html; charset=utf-8'],
  ])('is decoded %s', (_, bytes, contentType) => {
    expect(found(bytes, { contentType })).toMatchObject({ text, language: 'uk' })
  })

  it('loses what stands beside the article', () => {
    const junk = `<p>Read also: <a href="/x">Council counts its ducks</a></p><figure><img src="/a"><figcaption>A bridge</figcaption></figure>
      <div class="newsletter-signup"><p>Get our letter every morning</p></div><p><a href="/y">STORM TAKES A ROOF AND BRINGS IT BACK</a></p>
      <p>Follow us on Telegram</p>`
    const html = whole.replace(`<p>${paragraphs[1]}`, `${junk}<p>${paragraphs[1]}`)
    expect(html).toContain(junk)
    expect(found(html).text).toBe(paragraphs.join('\n\n'))
  })

  it('is what Readability gave when too much would go', () => {
    const links = Array.from(
      { length: 8 },
      (_, i) => `<p><a href="/${i}">${paragraphs[0]?.slice(0, 90)} ${i}</a></p>`,
    )
    expect(found(`<article><p>${paragraphs[0]}</p>${links.join('')}</article>`).text).toContain(
      ' 7',
    )
  })
})

describe('what a page says of itself', () => {
  it('comes from JSON-LD, with several authors and entities decoded', () => {
    const data = {
      '@graph': [
        { '@type': 'Organization', name: 'News' },
        {
          '@type': ['NewsArticle'],
          headline: 'Bridge &#8220;opens&#8221;',
          datePublished: '2024-06-14T10:30:00+03:00',
          author: [
            'Ada Marsh',
            { '@type': 'Person', name: 'Nora Quill' },
            { '@type': 'Organization', name: 'News' },
          ],
          image: [{ url: '/lead.jpg' }],
        },
      ],
    }
    expect(
      found(inHead(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)),
    ).toMatchObject({
      title: 'Bridge “opens”',
      authors: ['Ada Marsh', 'Nora Quill'],
      publishedAt: '2024-06-14T07:30:00Z',
      picture: 'https://www.news.example/lead.jpg',
      sources: {
        authors: 'JSON-LD author',
        publishedAt: 'JSON-LD datePublished',
        picture: 'JSON-LD image',
      },
    })
  })

  it.each([
    [
      'its canonical address on a mobile twin',
      'https://m.news.example/city/bridge',
      '<link rel="canonical" href="https://www.news.example/city/bridge?utm_source=x">',
      url,
    ],
    [
      'og:url when there is no other',
      `${url}?x=1`,
      `<meta property="og:url" content="${url}">`,
      url,
    ],
    [
      'no canonical address on another site',
      url,
      '<link rel="canonical" href="https://elsewhere.example/city/bridge">',
      url,
    ],
    [
      'no canonical address that is the front page',
      url,
      '<link rel="canonical" href="https://www.news.example/">',
      url,
    ],
    ['the whole page behind its AMP form', `${url}/amp/`, '', `${url}/`],
    ['the whole page behind an AMP parameter', `${url}?amp=1&id=2`, '', `${url}?id=2`],
  ])('gives %s', (_, address, head, expected) => {
    expect(found(inHead(head), { url: address }).url).toBe(expected)
  })

  it('gives times without a zone the offset of the page', () => {
    const head =
      '<meta name="date" content="2024-06-14 10:30"><meta property="article:modified_time" content="2024-06-15T08:00:00+03:00">'
    expect(found(inHead(head)).publishedAt).toBe('2024-06-14T07:30:00Z')
  })
})

describe('the kind of a page', () => {
  it.each([
    ['its feed', whole, { feedKind: 'columns' as const }, 'its feed carries columns only'],
    [
      'its section',
      whole,
      { url: 'https://news.example/opinion/bridge' },
      'its address has the section opinion',
    ],
    [
      'a subdomain',
      whole,
      { url: 'https://blogs.news.example/bridge' },
      'its address has the section blogs',
    ],
    [
      'its title',
      page('On bridges. Serhiy Zgurets’ column', paragraphs),
      {},
      'its title names a columnist',
    ],
    [
      'a disclaimer',
      whole.replace('</article>', '<p>Редакція не завжди поділяє погляди авторів.</p></article>'),
      {},
      'it says that its opinions are the author’s own',
    ],
  ])('is column by %s', (_, html, rest, kindReason) => {
    expect(inWords(found(html, rest))).toMatchObject({
      kind: 'column',
      kindReason,
      text: paragraphs.join('\n\n'),
    })
  })

  it('is news when a menu names the opinions', () => {
    const html = whole.replace('<nav>', '<nav><a href="/opinion">Opinion</a>')
    expect(inWords(found(html))).toMatchObject({
      kind: 'news',
      kindReason: 'nothing says that it is a column',
    })
  })

  it('is news by its feed, whatever the page says', () => {
    expect(found(whole, { url: 'https://news.example/opinion/x', feedKind: 'news' }).kind).toBe(
      'news',
    )
  })
})

describe('a page that is no article', () => {
  it.each([
    [
      'a paywall by words',
      page('Bridge opens', [paragraphs[0] ?? '', 'Subscribe to continue reading this story.']),
      'paywall',
    ],
    [
      'a paywall in Ukrainian',
      page('Міст', [ukrainian[0] ?? '', 'Щоб прочитати далі, оформіть передплату.']),
      'paywall',
    ],
    [
      'a paywall by schema.org',
      inHead(
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
      ),
      'paywall',
    ],
    [
      'a check for robots',
      '<title>Just a moment...</title><h1>news.example</h1><p>Checking your browser before accessing news.example.</p>',
      'captcha',
    ],
    [
      'a request for consent',
      '<h1>Before you continue</h1><p>We value your privacy. We and our 840 partners store cookies on your device.</p><button>Accept all</button>',
      'consent',
    ],
    [
      'a missing page',
      '<title>404</title><h1>Page not found</h1><p>There is nothing at this address, and we are sorry for it.</p>',
      'missing',
    ],
  ])('is recognised: %s', (_, html, kind) => {
    expect(read(html)).toMatchObject({ kind: 'wall', wall: { kind } })
  })

  it.each([
    ['a PDF', '%PDF-1.7', 'text/html', 'it is no web page but a PDF file'],
    ['JSON', '{}', 'application/json', 'it is no web page but of the type application/json'],
    ['nothing', '', 'text/html', 'the page holds no article text'],
  ])('is named: %s', (_, body, contentType, reason) => {
    expect(inWords(read(body, { contentType }))).toEqual({ kind: 'nothing', reason })
  })
})
