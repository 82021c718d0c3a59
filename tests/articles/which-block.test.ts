import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/articles/read-page.ts'

const paragraphs = [
  'The mill by the weir turned again on Thursday, for the first time since the flood of four winters ago.',
  'Two councils had argued about the cost of the wheel until carpenters of both towns built it for the price of the oak.',
  'It will grind on Tuesdays and Fridays, the miller said, and whoever brings grain may wait by the stove.',
]
const text = (count: number) =>
  paragraphs
    .slice(0, count)
    .map((words) => `<p>${words}</p>`)
    .join('')
const title = 'Old mill grinds again after the flood'
const description = 'Carpenters of two towns built the mill a wheel of oak.'
const cookies =
  '<p>We and our partners use cookies and similar means to store and read data on your device, for advertising and to measure content. You may accept all, or manage your preferences at any time.</p>'.repeat(
    5,
  )

function read(body: string, head = '') {
  const html = `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`
  const reading = readPage({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html',
    url: 'https://weir-courier.example/town/mill',
  })
  return reading.kind === 'page' ? reading.page.text : JSON.stringify(reading)
}
const whole = paragraphs.join('\n\n')
const described = `<meta name="description" content="${description}">`

describe('a layer that asks for consent', () => {
  it.each([
    'id="CybotCookiebotDialog"',
    'class="didomi-popup-container"',
    'class="cookie-notice__wrapper"',
    'id="cmplz-cookiebanner-container"',
    'class="site-gdpr-modal"',
    'class="cookieConsent"',
    'role="dialog" aria-modal="true"',
    'role="alertdialog"',
  ])('is no article, and hides none: %s', (names) => {
    const layer = `<div ${names}><h2>We value your privacy</h2>${cookies}</div>`
    const article = `<div class="text"><h1>${title}</h1>${text(3)}</div>`
    expect(read(layer + article)).toBe(whole)
    expect(read(article + layer)).toBe(whole)
  })

  it.each(['class="has-cookie-banner"', 'class="post tag-cookie-consent"', 'id="consent"'])(
    'is not what has the article in it: %s',
    (names) => {
      expect(read(`<div ${names}><article><h1>${title}</h1>${text(3)}</article></div>`)).toBe(whole)
    },
  )
})

describe('a longer block than the article', () => {
  const terms =
    '<p>By using this site, you agree that its owner is liable for no loss, and that disputes go to the courts of the county.</p>'
  const browser =
    '<p>Your browser is out of date, so parts of what is here may not be shown, or not as they should be. Please take a newer one.</p>'
  const writer =
    '<p>She has lived by rivers all her life, writes for papers on both banks, and keeps geese, which she says are better editors.</p>'
  const shipping =
    '<p>Orders leave our store within two days, and parcels over two kilos are sent by rail, unless the customer asks for a carrier.</p>'

  it.each([
    ['terms', terms],
    ['a notice of an old browser', browser],
    ['about the writer', writer],
    ['about shipping', shipping],
  ])('is not taken for it where one is marked: %s', (_, words) => {
    for (const element of ['article', 'main']) {
      const article = `<${element}><h1>${title}</h1>${text(2)}</${element}>`
      const block = `<div class="x">${words.repeat(8)}</div>`
      expect(read(article + block, described)).toBe(paragraphs.slice(0, 2).join('\n\n'))
      expect(read(block + article, described)).toBe(paragraphs.slice(0, 2).join('\n\n'))
    }
  })

  it.each([
    ['terms', terms],
    ['about shipping', shipping],
  ])('is not taken for it where it does not speak of what the page does: %s', (_, words) => {
    const block = `<div><div class="x">${words.repeat(9)}</div></div>`
    const article = `<div><div class="y"><h1>${title}</h1>${text(3)}</div></div>`
    expect(read(block + article, described)).toBe(whole)
  })

  it('gives way to the text in JSON-LD', () => {
    const json = { '@type': 'NewsArticle', headline: title, articleBody: paragraphs.join('\n') }
    const head = `<script type="application/ld+json">${JSON.stringify(json)}</script>`
    expect(read(`<h1>${title}</h1><div class="x">${terms.repeat(4)}</div>`, head)).toBe(whole)
  })
})

describe('an article in several boxes', () => {
  const long = [
    ...paragraphs,
    'The old wheel stays on the bank, where the school wants to sit on it, and where the herons, which nobody asked, sit on it now.',
    'A second stone waits in the yard until somebody pays for its journey, which is the whole of what the councils still argue about.',
    'Grain of the new harvest comes in August, and by then the miller hopes to have found the key of the upper store.',
  ]
  const p = (words: string) => `<p>${words}</p>`
  const advert = '<div class="advert"><p>Advertisement</p></div>'

  it.each<[string, string]>([
    [
      'of one class side by side',
      `<section class="part">${p(long[0] ?? '')}</section>${advert}<section class="part">${long.slice(1, 5).map(p).join('')}</section>${advert}<section class="part">${p(long[5] ?? '')}</section>`,
    ],
    [
      'each paragraph in one of its own',
      long.map((words) => `<div class="row"><div class="col">${p(words)}</div></div>`).join(advert),
    ],
    [
      'its opening above the picture',
      `<div class="intro-text">${p(long[0] ?? '')}</div><figure><img src="/a"><figcaption>The mill</figcaption></figure><div class="rest">${long.slice(1).map(p).join('')}</div>`,
    ],
    [
      'with a list within it',
      `<div class="rest">${p(long[0] ?? '')}${p(long[1] ?? '')}<ul>${long
        .slice(2, 4)
        .map((words) => `<li>${words}</li>`)
        .join('')}</ul>${p(long[4] ?? '')}${p(long[5] ?? '')}</div>`,
    ],
  ])('is whole, %s', (_, body) => {
    expect(read(`<div class="page"><h1>${title}</h1>${body}</div>`)).toBe(long.join('\n\n'))
  })

  it('begins with the standfirst that it shows', () => {
    const lead = 'Carpenters of two towns built the mill a new wheel of oak.'
    const byline = '<p class="byline">By Ada Marsh</p><p>9 March 2023</p>'
    const body = `<div class="page"><header><h1>${title}</h1><p class="article-lead">${lead}</p>${byline}</header><div class="rest">${long.map(p).join('')}</div></div>`
    expect(read(body)).toBe([lead, ...long].join('\n\n'))
  })
})

describe('the tail of an article', () => {
  const article = (tail: string) =>
    `<div class="page"><h1>${title}</h1><div class="rest">${text(3)}${paragraphs.map((words) => `<p>${words} Then it rained.</p>`).join('')}${tail}</div></div>`
  const clean = [...paragraphs, ...paragraphs.map((words) => `${words} Then it rained.`)].join(
    '\n\n',
  )

  it.each([
    '<p>Das könnte Sie auch interessieren</p><ul><li><a href="/a">Enten gezählt</a></li></ul>',
    '<p>Siehe auch: <a href="/a">Enten gezählt</a></p>',
    '<p>Articoli correlati</p><p><a href="/a">Le anatre contate di nuovo</a></p>',
    '<h3>Related posts</h3><p>Ducks counted again. The council has counted its ducks for the third time.</p>',
    '<h3>Leave a comment</h3><p>Your address will not be published. Required fields are marked.</p>',
    '<p>Loading...</p>',
    '<p>Rate this post</p><p>4.5 stars, 12 votes</p>',
    '<p>Tags: mill, flood, oak</p>',
    '<p>Schlagwörter: Mühle, Flut</p>',
    '<p>Posted by Ada Marsh at 10:30</p>',
    '<p>(dpa)</p>',
    '<p>Jetzt abonnieren und nichts verpassen</p>',
    '<p>Suscríbete a nuestro boletín</p>',
    '<p>Comments are closed.</p>',
    '<p>Thanks for reading!</p>',
    '<p>* * *</p>',
  ])('is not of its text: %s', (tail) => {
    expect(read(article(tail))).toBe(clean)
  })

  it.each([
    'Rate cuts of 25 points are what the miller hopes for, as he has a loan.',
    'Comments that the mayor made on Monday were of another kind.',
    'Support this week came from three more towns on the river.',
    'Related trades, such as bakers, hope for cheaper flour by the autumn.',
    '12 votes were cast for the wheel and none against it.',
  ])('stays where it is a sentence: %s', (sentence) => {
    expect(read(article(`<p>${sentence}</p>`))).toBe(`${clean}\n\n${sentence}`)
  })
})
