import { afterAll, describe, expect, it } from 'vitest'
import { createPageReader } from '../../src/articles/reader.ts'
import { inWords } from '../helpers/in-words.ts'

const paragraph =
  '<p>The harbour bridge opened on Friday after two years of work. Hundreds of people walked across it in the rain, and the mayor walked first.</p>'
const article = (inside: string) =>
  `<!doctype html><html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>${paragraph.repeat(4)}${inside}</article></body></html>`
const megabytes = (piece: string, size: number) => piece.repeat((size * 1024 * 1024) / piece.length)
const comma = 'text, and text which is longer than twenty five letters, and on'

const emphases = Array.from({ length: 120 }, (_, i) => `<font class="${i}">`).join('')

/** Pages that stall a naive reader; those that begin with a true article must still give it. */
const pages: [name: string, html: () => string, outcome: 'page' | 'unreadable'][] = [
  ['100,000 nested divs', () => article('<div>'.repeat(100_000)), 'page'],
  ['100,000 nested divs and nothing else', () => '<div>'.repeat(100_000), 'unreadable'],
  ['100,000 nested divs with text', () => `<div>${comma}`.repeat(100_000), 'page'],
  ['35,000 link divs', () => article('<div><a href="/x">A link</a></div>'.repeat(35_000)), 'page'],
  ['60,000 line breaks', () => article('line<br>'.repeat(60_000)), 'page'],
  [
    '20,000 inline styles',
    () => article('<p style="color:red;font:12px x">word and word</p>'.repeat(20_000)),
    'page',
  ],
  ['20 MB of text', () => article(`<p>${megabytes('word and more, ', 20)}</p>`), 'page'],
  [
    'an articleBody of nested tags',
    () => {
      const articleBody = '<b><p>word '.repeat(40_000)
      const json = JSON.stringify({ '@type': 'NewsArticle', articleBody })
      return article(`<script type="application/ld+json">${json}</script>`)
    },
    'page',
  ],
  ['5 MB of CSS', () => article(`<style>${megabytes('.a{color:red}', 5)}</style>`), 'page'],
  ['a 20 MB script', () => article(`<script>${megabytes('var a="<div>";', 20)}</script>`), 'page'],
  ['comments that never end', () => article('<!--'.repeat(1_000_000)), 'page'],
  ['tags that never end', () => article('<p '.repeat(500_000)), 'page'],
  ['20,000 paragraphs side by side', () => `<p>${comma}</p>`.repeat(20_000), 'page'],
  [
    'paragraphs in 140 boxes, each of which Readability weighs',
    () => `${'<div><p>x'.repeat(140)}${`<section><p>${comma}</p></section>`.repeat(9_000)}`,
    'page',
  ],
  [
    'emphasis closed in the wrong order',
    () => article('<b><i><u><p>a, b</b>'.repeat(8_000)),
    'page',
  ],
  ['a million ends of paragraphs', () => article('</p>'.repeat(1_000_000)), 'page'],
  ...(
    [
      ['div', '<div>', '</div>', '<div>x</div>'],
      ['paragraph', '<p>', '', '<p>x</p>'],
      ['paragraph with a box after it', '<p>', '<span class="x">', '<div>x</div>'],
      ['row of a list', '<ul><li>', '<span class="x">', '<li>x'],
      ['table', '<table>', '', '<tr><td>x</td></tr>x'],
    ] as const
  ).map(([name, start, end, piece]): (typeof pages)[number] => [
    `emphasis that is begun anew in thousands, left open in a ${name}`,
    () => article(`${start}${emphases}${end}${piece.repeat(3000)}`),
    'page',
  ]),
  ['200,000 attributes', () => article(`<p ${'a=b '.repeat(200_000)}>x</p>`), 'page'],
  [
    'nested JSON-LD',
    () => article(`<script type="application/ld+json">${'['.repeat(900_000)}</script>`),
    'page',
  ],
  ['zero bytes', () => '\0'.repeat(5_000_000), 'unreadable'],
]

describe('a hostile page', () => {
  const reader = createPageReader(1)
  afterAll(() => reader.close())
  const read = (bytes: Uint8Array) =>
    reader.read({ bytes, contentType: 'text/html', url: 'https://news.example/1' })

  it.each(pages)('ends in time and leaves the loop free: %s', async (_, html, expected) => {
    const bytes = Buffer.from(html())
    await read(Buffer.from(article('')))
    const before = process.threadCpuUsage()
    const start = performance.now()
    const outcome = await read(bytes)
    expect(performance.now() - start).toBeLessThan(10_000)
    // All that this thread did for it, in microseconds: a machine busy with other things does not count.
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(100)
    expect(outcome.kind).toBe(expected)
    if (outcome.kind === 'page') expect(outcome.page.text.length).toBeLessThanOrEqual(600_000)
    else expect(inWords(outcome.reason)).toMatch(/^it has over|^the page holds no/)
  })

  it('does not spoil the next', async () => {
    expect(await read(Buffer.from(article('')))).toMatchObject({
      kind: 'page',
      page: { title: 'Bridge opens', language: 'en' },
    })
  })
})
