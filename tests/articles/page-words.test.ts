import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/articles/read-page.ts'

const rest = [
  'Two councils had argued about the cost of the wheel until carpenters of both towns built it for the price of the oak.',
  'It will grind on Tuesdays and Fridays, the miller said, and whoever brings grain may wait by the stove and read.',
]
const title = 'Old mill grinds again'

function read(body: string, { bytes }: { bytes?: Uint8Array } = {}) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`
  const reading = readPage({
    bytes: bytes ?? new TextEncoder().encode(html),
    contentType: 'text/html',
    url: 'https://weir-courier.example/town/mill',
  })
  return reading.kind === 'page' ? reading.page.text : JSON.stringify(reading)
}
const article = (first: string) =>
  `<article><h1>${title}</h1>${first}${rest.map((words) => `<p>${words}</p>`).join('')}</article>`
const firstOf = (first: string) => read(article(first)).split('\n\n')[0]

describe('the words of a page', () => {
  it.each([
    [
      'a paragraph escaped twice',
      '<p>The mill turned again on Thursday.&lt;/p&gt;&lt;p&gt;It had stood still since the flood.&lt;br /&gt;</p>',
      'The mill turned again on Thursday. It had stood still since the flood.',
    ],
    [
      'entities escaped twice',
      '<p>The mill &amp;amp; its wheel turned again on Thursday,&amp;nbsp;after the flood.</p>',
      'The mill & its wheel turned again on Thursday, after the flood.',
    ],
    [
      'soft hyphens and zero-width letters',
      '<p>The wa&shy;ter&#8203;mill turned again on Thurs&#8288;day, after the flood of four winters.</p>',
      'The watermill turned again on Thursday, after the flood of four winters.',
    ],
    [
      'readings of letters',
      '<p>The mill of <ruby>水車<rp>(</rp><rt>すいしゃ</rt><rp>)</rp></ruby> turned again on Thursday.</p>',
      'The mill of 水車 turned again on Thursday.',
    ],
    [
      'readings that nothing ends',
      '<p>The mill of <ruby>水<rt>すい<rb>車<rt>しゃ</ruby> turned again on Thursday.</p>',
      'The mill of 水車 turned again on Thursday.',
    ],
    [
      'letters that broke',
      '<p>The mill\ufffds wheel turned again on Thursday\ufffd, after the flood of four winters.</p>',
      'The mill’s wheel turned again on Thursday, after the flood of four winters.',
    ],
    [
      'words for screen readers',
      '<p>The <a href="/x">mill<span class="screen-reader-text"> (opens in a new window)</span></a> turned again on Thursday, after the flood.</p>',
      'The mill turned again on Thursday, after the flood.',
    ],
    [
      'words shown over a link',
      '<p>The <a class="tooltip" href="/x">mill<span>A house that grinds</span></a> turned again on Thursday, after the flood.</p>',
      'The mill turned again on Thursday, after the flood.',
    ],
    [
      'a tip',
      '<p>The mill<span role="tooltip">A house that grinds</span> turned again on Thursday, after the flood.</p>',
      'The mill turned again on Thursday, after the flood.',
    ],
    [
      'shortcodes',
      '<p>[vc_column width="1/2"]The mill turned again on Thursday, after the flood.[/vc_column]</p>',
      'The mill turned again on Thursday, after the flood.',
    ],
  ])('are shown without %s', (_, html, words) => {
    expect(firstOf(html)).toBe(words)
  })

  it.each([
    [
      'code',
      '<p>To make a paragraph the miller writes <code>&lt;p&gt;words&lt;/p&gt;</code> into his page.</p>',
      'To make a paragraph the miller writes <p>words</p> into his page.',
    ],
    [
      'brackets',
      '<p>“He [the miller] turned it again on Thursday,” said the school, after the flood of winter.</p>',
      '“He [the miller] turned it again on Thursday,” said the school, after the flood of winter.',
    ],
    [
      'signs',
      '<p>For 3 < 4 and R&D, the mill turned again on Thursday, after the flood of four winters.</p>',
      'For 3 < 4 and R&D, the mill turned again on Thursday, after the flood of four winters.',
    ],
  ])('stay as they are in %s', (_, html, words) => {
    expect(firstOf(html)).toBe(words)
  })
})

describe('an article that scripts are to show', () => {
  const first =
    '<p>The mill by the weir turned again on Thursday, for the first time since the flood of four winters ago.</p>'

  it.each([
    ['in noscript', `<div id="app">Loading…</div><noscript>${article(first)}</noscript>`],
    [
      'hidden from screen readers',
      `<div role="dialog" aria-modal="true"><p>Choose your language</p></div><div aria-hidden="true">${article(first)}</div>`,
    ],
  ])('is read %s', (_, body) => {
    expect(read(body)).toContain('The mill by the weir')
    expect(read(body)).toContain('the miller said')
  })

  it('does not bring a notice for those without scripts into one that is shown', () => {
    const notice =
      '<noscript><p>Please turn on scripts to see the pictures of this site.</p></noscript>'
    expect(read(article(first) + notice)).not.toContain('scripts')
  })
})
