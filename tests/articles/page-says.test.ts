import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/articles/read-page.ts'

const text = [
  'The mill by the weir turned again on Thursday, for the first time since the flood of four winters ago, and the miller gave the first sack to the school.',
  'Two councils had argued about the cost of the new wheel until the carpenters of both towns offered to build it for the price of the oak alone.',
  'It will grind on Tuesdays and Fridays, the miller said, and whoever brings grain may wait by the stove and read the papers of last week.',
]
  .map((words) => `<p>${words}</p>`)
  .join('')
const title = 'Old mill grinds again after the flood'

type Page = {
  head?: string
  top?: string
  below?: string
  end?: string
  url?: string
  lang?: string
  window?: string
}

function read({
  head = '',
  top = `<h1>${title}</h1>`,
  below = '',
  end = '',
  url,
  lang = 'en',
  window,
}: Page) {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${window ?? title}</title>${head}</head><body>${top}${below}<div class="text">${text}</div>${end}</body></html>`
  const reading = readPage({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html',
    url: url ?? 'https://weir-courier.example/town/mill',
  })
  if (reading.kind !== 'page') throw new Error(JSON.stringify(reading))
  return reading.page
}

const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`
const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`

describe('the title of a page', () => {
  it.each<[string, Page]>([
    ['its site named after a bar', { head: meta('og:title', `${title} | Weir Courier`) }],
    ['its site named before a dash', { window: `Weir Courier – ${title}`, top: '' }],
    ['its site named before a colon', { window: `Weir Courier: ${title}`, top: '' }],
    ['site and section named', { window: `${title} - Town - The Weir Courier`, top: '' }],
    [
      'a site that has another name than its host',
      { window: `${title} « Blätter vom Wehr`, top: '' },
    ],
    [
      'a site known by the page alone',
      { window: `${title} • Flussblatt`, head: meta('og:site_name', 'Flussblatt'), top: '' },
    ],
    [
      'a logo as its first heading',
      {
        window: `${title} — Weir Courier`,
        top: `<h1 class="logo">Weir Courier</h1><h2>${title}</h2>`,
      },
    ],
    [
      'a section as its first heading',
      { top: `<h1>Town and country</h1><h3 class="post-title">${title}</h3>` },
    ],
    [
      'a site of as many words as its first heading',
      {
        window: `The paper of both river banks: ${title}`,
        top: `<h1>The paper of both river banks</h1><h2>${title}</h2>`,
      },
    ],
    [
      'a menu as its first heading',
      { head: meta('og:title', title), top: `<h1>Menu</h1><h1>${title}</h1>` },
    ],
    [
      'a claim that is cut short',
      {
        head: meta('og:title', 'Old mill grinds again after…'),
        window: 'Old mill grinds again after…',
      },
    ],
    ['a heading in capitals', { top: `<h1>${title.toUpperCase()}</h1>` }],
    ['a label within its heading', { top: `<h1><span>Video</span><span>${title}</span></h1>` }],
    ['a title element that names the site alone', { window: 'Weir Courier' }],
    [
      'a box with the class of a headline',
      {
        window: 'Weir Courier | News',
        top: `<div class="article-title">${title}</div>`,
        head: meta('twitter:title', `${title} | Weir Courier`),
      },
    ],
  ])('is its headline, with %s', (_, page) => {
    expect(read(page).title).toBe(title)
  })

  it.each(['«Млин» повернувся: чому це важливо', 'Yes - no - perhaps', 'Flood: what we know'])(
    'keeps the marks of the headline itself: %s',
    (words) => {
      expect(read({ window: words, top: `<h1>${words}</h1>` }).title).toBe(words)
      expect(read({ window: words, top: '' }).title).toBe(words)
    },
  )
})

describe('JSON-LD', () => {
  const article = { '@type': 'NewsArticle', headline: title, datePublished: '2023-03-09T06:00:00Z' }
  const other = {
    '@type': 'NewsArticle',
    headline: 'Ducks counted',
    datePublished: '2019-01-01T00:00:00Z',
  }
  const json = JSON.stringify(article)

  it.each([
    ['in CDATA', `\n//<![CDATA[\n${json}\n//]]>\n`],
    ['in CDATA within comments', `/*<![CDATA[*/${json}/*]]>*/`],
    ['in an HTML comment', `<!--\n${json}\n//-->`],
    [
      'with comments',
      `{/* the article */"@type":"NewsArticle", // its kind\n"datePublished":"2023-03-09T06:00:00Z"}`,
    ],
    [
      'with trailing commas',
      `{"@type":["NewsArticle",],"url":"https://x.example//a,]","datePublished":"2023-03-09T06:00:00Z", }`,
    ],
    ['with raw line breaks and a semicolon', `${json.replace('grinds', 'grinds\n\t')};`],
  ])('is read %s', (_, script) => {
    expect(read({ head: jsonLd(script) }).publishedAt).toBe('2023-03-09T06:00:00Z')
  })

  it.each([
    [
      'by its url',
      [other, { ...article, headline: 'x', url: 'http://www.weir-courier.example/town/mill/' }],
    ],
    ['by a relative address', [other, { ...article, headline: 'x', url: '/town/mill' }]],
    [
      'by the page that it is of',
      [
        other,
        { ...article, mainEntityOfPage: { '@id': 'https://weir-courier.example/town/mill' } },
      ],
    ],
    ['by its headline', { '@graph': [other, article] }],
  ])('of several articles is of the page itself, known %s', (_, value) => {
    expect(read({ head: jsonLd(value) }).publishedAt).toBe('2023-03-09T06:00:00Z')
  })

  it('names persons by their identifiers, wherever they are described', () => {
    const value = {
      '@graph': [
        { ...article, author: [{ '@id': '#p1' }, { '@id': '#p2' }, { '@id': '#firm' }] },
        { '@type': 'WebPage', author: { '@type': 'Person', '@id': '#p2', name: 'Ben Okoro' } },
        { '@type': 'Person', '@id': '#p1', name: 'Ada Marsh' },
        { '@type': 'Organization', '@id': '#firm', name: 'Weir Courier' },
      ],
    }
    expect(read({ head: jsonLd(value) }).authors).toEqual(['Ada Marsh', 'Ben Okoro'])
  })
})

describe('the author of a page', () => {
  it.each<[string, Page, string]>([
    [
      'an SEO plugin',
      { head: meta('twitter:label1', 'Verfasst von') + meta('twitter:data1', 'Ada Marsh') },
      'Ada Marsh',
    ],
    [
      'a link to a profile',
      { below: '<p><a href="/author/ada/">Ada Marsh</a> <span>3 min read</span></p>' },
      'Ada Marsh',
    ],
    [
      'a microformat',
      {
        below:
          '<p>Posted <span class="vcard author"><a class="url fn" href="/x">Ada Marsh</a></span></p>',
      },
      'Ada Marsh',
    ],
    [
      'microdata',
      {
        below:
          '<div itemprop="author" itemscope><span itemprop="name">Ada Marsh</span>, editor</div>',
      },
      'Ada Marsh',
    ],
    [
      'two marks side by side',
      {
        below:
          '<div><span class="author-name">Ada Marsh</span><span class="author-name">Ben Okoro</span></div>',
      },
      'Ada Marsh, Ben Okoro',
    ],
    ['a plain byline', { below: '<p>By Ada Marsh</p>' }, 'Ada Marsh'],
    [
      'a byline with a title and a role',
      { below: '<p>By Dr. Ada Marsh, science editor</p>' },
      'Ada Marsh',
    ],
    [
      'a byline with its date',
      { below: '<p>Posted on March 9, 2023 by Ada Marsh in Town</p>' },
      'Ada Marsh',
    ],
    ['a name beside the date', { below: '<p>Ada Marsh | March 9, 2023</p>' }, 'Ada Marsh'],
    ['a byline below the text', { end: '<p>Written by Ada Marsh</p>' }, 'Ada Marsh'],
    ['a generation after the name', { below: '<p>By John Marsh, Jr.</p>' }, 'John Marsh Jr.'],
    [
      'capitals within the name',
      { below: '<p>By LaToya McDonald and DeShawn O’Brien</p>' },
      'LaToya McDonald, DeShawn O’Brien',
    ],
    [
      'a surname in capitals',
      { below: '<p class="byline">Jean-Luc MARTEAU</p>' },
      'Jean-Luc Marteau',
    ],
    [
      'German',
      { lang: 'de', below: '<p>Veröffentlicht am 9. März 2023 von Ada Marsch</p>' },
      'Ada Marsch',
    ],
    [
      'German with a noble name',
      { lang: 'de', below: '<p>Ein Kommentar von Ursula von der Aue</p>' },
      'Ursula von der Aue',
    ],
    [
      'German of a content manager',
      { lang: 'de', below: '<p>Erstellt von Ada Marsch</p>' },
      'Ada Marsch',
    ],
    [
      'French',
      { lang: 'fr', below: '<p>Publié le 9 mars 2023 par Adèle Marais</p>' },
      'Adèle Marais',
    ],
    [
      'Spanish',
      { lang: 'es', below: '<p>Por Ada Ortega y Luis Prado</p>' },
      'Ada Ortega, Luis Prado',
    ],
    ['Italian', { lang: 'it', below: '<p>di Ada Palude</p>' }, 'Ada Palude'],
    ['Portuguese', { lang: 'pt', below: '<p>Escrito por Ana da Silva</p>' }, 'Ana da Silva'],
    ['Polish', { lang: 'pl', below: '<p>Autor: Adam Młynarski</p>' }, 'Adam Młynarski'],
    ['Ukrainian', { lang: 'uk', below: '<p>Текст: Ада Марш</p>' }, 'Ада Марш'],
    [
      'a name of one word that is marked',
      { head: jsonLd({ '@type': 'BlogPosting', author: { '@type': 'Person', name: 'Ada' } }) },
      'Ada',
    ],
    [
      'a name in Han letters that is marked',
      { lang: 'ja', below: '<p class="author">山田 花子</p>' },
      '山田 花子',
    ],
  ])('is found by %s', (_, page, author) => {
    expect(read(page).authors.join(', ')).toBe(author)
  })

  it.each<[string, Page]>([
    ['the site', { head: meta('author', 'Weir Courier') }],
    ['its host', { head: meta('author', 'The Weir Courier Online') }],
    [
      'a section',
      { head: meta('article:section', 'River Life'), below: '<p class="author">River Life</p>' },
    ],
    ['the desk', { below: '<p class="byline">Von der Redaktion</p>' }],
    ['a firm', { below: '<p class="author">Marsh Consulting GmbH</p>' }],
    ['an account', { head: meta('author', 'admin') }],
    ['an account of a content manager', { head: meta('author', 'Super User') }],
    ['who comments', { end: '<div class="comments"><p class="comment-author">Tom Reed</p></div>' }],
    [
      'who wrote another article',
      { end: '<ul class="related"><li><a href="/author/tom">Tom Reed</a></li></ul>' },
    ],
    [
      'a section beside the date',
      { below: '<p><a href="/x">Open Waters</a></p><p>March 9, 2023</p>' },
    ],
    ['a place before the date', { below: '<p>New Harbour, March 9, 2023</p>' }],
    ['who is told of', { below: '<p>By Tom Reed’s own account the wheel is sound.</p>' }],
  ])('is not %s', (_, page) => {
    expect(read(page).authors).toEqual([])
  })

  it.each([
    ['About the author. Ada Marsh, journalist, winner of the Weir Prize.', 'Ada Marsh'],
    ['About the author: Professor Ada Marsh is a historian of mills.', 'Ada Marsh'],
    ['Про автора. Журналістка Ада Марш — лауреатка премії.', 'Ада Марш'],
    ['Über die Autorin: Dr. Ada Marsch schreibt über Mühlen.', 'Ada Marsch'],
    ['À propos de l’auteur : Adèle Marais, historienne des moulins.', 'Adèle Marais'],
    ['Sobre la autora: Ada Ortega (Toledo, 1970) es periodista.', 'Ada Ortega'],
    ['O autorze: Adam Młynarski – dziennikarz.', 'Adam Młynarski'],
    ['About the author: Weir Media Group is a publisher of papers.', ''],
    ['About the author. The editors of the Courier, all of them.', ''],
  ])('is named by a note where nothing else names one: %s', (note, author) => {
    expect(read({ end: '', below: '' }).authors).toEqual([])
    const reading = read({ top: `<h1>${title}</h1>`, end: `<p>${note}</p>` })
    expect(reading.authors.join()).toBe(author)
  })
})

describe('the date of a page', () => {
  const day = '2023-03-09'
  it.each<[string, Page]>([
    ['another meta', { head: meta('dcterms.issued', day) }],
    ['a meta of a library', { head: meta('citation_online_date', '2023/03/09') }],
    ['a meta that nobody listed', { head: meta('x:post_date', day) }],
    [
      'the title of an abbreviation',
      { below: '<abbr class="published" title="2023-03-09T08:00:00Z">8 o’clock</abbr>' },
    ],
    [
      'the content of microdata',
      { below: '<span itemprop="datePublished" content="2023-03-09">lately</span>' },
    ],
    [
      'an attribute of a script',
      { below: '<span class="ago" data-published="2023-03-09T08:00:00Z">lately</span>' },
    ],
    [
      'a list below the heading',
      { below: '<ul><li><time datetime="2023-03-09">9 March</time></li><li>Town</li></ul>' },
    ],
    [
      'a line above the heading',
      {
        top: `<h2 class="date-header">Thursday, March 9, 2023</h2><h3 class="post-title">${title}</h3>`,
      },
    ],
    ['a line below the text', { end: '<p>Published on 9 March 2023</p>' }],
    [
      'a marked box below the text',
      { end: '<div class="post-footer"><span class="post-date">9 March 2023</span></div>' },
    ],
    ['the address', { url: 'https://weir-courier.example/20230309/mill' }],
    ['a page as a whole', { head: jsonLd({ '@type': 'WebPage', datePublished: day }) }],
    ['German', { lang: 'de', below: '<p>Erstellt am Donnerstag, 09. März 2023</p>' }],
    ['German in numbers', { lang: 'de', below: '<p class="datum">09.03.23, 10:30 Uhr</p>' }],
    ['French', { lang: 'fr', below: '<p>Mis en ligne le 9 mars 2023</p>' }],
    [
      'Italian that says it is English',
      {
        lang: 'en',
        below: '<p>9 marzo 2023</p>',
        end: '<p>Il mulino che non è più solo di uno ma di tutti e che gira anche con la pioggia per le vie della città, con i suoi sacchi e le sue ruote, è di nuovo quello che era per noi.</p>'.repeat(
          9,
        ),
      },
    ],
    ['Finnish', { lang: 'fi', below: '<p>9. maaliskuuta 2023</p>' }],
    ['Turkish', { lang: 'tr', below: '<p>9 Mart 2023 Perşembe</p>' }],
    ['Japanese', { lang: 'ja', below: '<p class="date">2023年3月9日</p>' }],
    ['slashes in Britain', { lang: 'en-GB', below: '<p class="date">09/03/2023</p>' }],
    ['slashes in America', { lang: 'en-US', below: '<p class="date">03/09/2023</p>' }],
    ['slashes in Spain', { lang: 'es', below: '<p class="fecha">09/03/2023</p>' }],
    [
      'slashes told by another date',
      {
        lang: 'en',
        below: '<p class="date">09/03/2023</p>',
        head: meta('x-checked', '25/03/2023'),
      },
    ],
    ['its change alone', { head: meta('article:modified_time', `${day}T10:00:00Z`) }],
  ])('is found by %s', (_, page) => {
    expect(read(page).publishedAt?.slice(0, 10)).toBe(day)
  })

  it('is that of the article, and not of its change or its neighbours', () => {
    const below =
      '<p><time class="updated" datetime="2024-01-01">New Year</time> <time class="entry-date" datetime="2023-03-09">9 March</time></p>'
    const end = '<ul class="recent"><li><time datetime="2024-02-02">today</time></li></ul>'
    expect(read({ below, end }).publishedAt?.slice(0, 10)).toBe(day)
  })
})
