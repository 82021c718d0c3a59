import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { composeDigest } from '../../../src/digests/compose.ts'
import { bold, concat, link, text } from '../../../src/digests/telegram/markup.ts'
import { renderTelegram } from '../../../src/digests/telegram/render.ts'
import { type Block, layOutMessages, messageLimits } from '../../../src/digests/telegram/split.ts'
import type { Article } from '../../../src/domain/article.ts'
import { createI18n, translateInto } from '../../../src/i18n/i18n.ts'
import { anArticle } from '../../helpers/articles.ts'
import { inWords } from '../../helpers/in-words.ts'

const t = translateInto(createI18n(), 'en')

/** What a message says and how many entities it has, read by an independent parser. */
function read(html: string): { words: string; entities: number } {
  let words = ''
  let entities = 0
  const parser = new Parser({
    onopentag: () => entities++,
    ontext: (piece) => {
      words += piece
    },
  })
  parser.end(html)
  return { words, entities }
}

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom('<b>', '</a>', '&amp;', '"', 'x'.repeat(3000), '😀'.repeat(300), '#tag @name'),
)

describe('a rendered digest', () => {
  it('keeps every message within the limits of Telegram, whatever the articles say', () => {
    const articles = fc.array(
      fc.record({ title: anything, author: anything, standfirst: anything, source: anything }),
      { minLength: 1, maxLength: 120 },
    )
    fc.assert(
      fc.property(articles, fc.boolean(), (given, columns) => {
        const digest = composeDigest(
          given.map((given, i) =>
            anArticle({
              ...given,
              kind: columns && i % 3 === 0 ? 'column' : 'news',
              summary: { text: given.standfirst, origin: 'extract' },
            }),
          ),
          'UTC',
        )
        for (const message of renderTelegram(digest, t)) {
          const { words, entities } = read(message)
          expect(words.length).toBeLessThanOrEqual(messageLimits.units)
          expect(words.length).toBeGreaterThan(0)
          expect(entities).toBeLessThanOrEqual(messageLimits.entities)
          expect(Buffer.byteLength(message)).toBeLessThanOrEqual(messageLimits.bytes)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('shows foreign text as it is, never as markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const title = `On ${words}`
        const { html } = link(title, 'https://news.example/?a="><b>&b')
        // Words that look like the name of another host are followed by the real one.
        const { words: shown, entities } = read(html)
        expect([title, `${title} (news.example)`]).toContain(shown)
        expect(entities).toBe(1)
      }),
    )
  })

  it('says of what day that is which is followed and not of today', () => {
    const at = (time: string) => ({ publishedAt: Temporal.Instant.from(`2024-06-${time}Z`) })
    const alone = (given: Partial<Article>) => ({ lead: anArticle(given), others: [], further: [] })
    const stories = [
      alone({ ...at('12T18:00'), title: 'Told at length' }),
      alone({ ...at('14T07:00'), title: 'Of today', summary: null }),
      // Still the 13th in Kyiv as the 12th in London.
      alone({ ...at('12T22:00'), title: 'Late', summary: null }),
      alone({ ...at('13T00:00'), precision: 'day', title: 'Of a day', summary: null }),
    ]
    const today = Temporal.PlainDate.from('2024-06-14')
    const followed = { stories, columns: [] }
    const digest = { zone: 'Europe/Kyiv', days: [], followed, today }
    const lines = (renderTelegram(digest, t)[0] ?? '').replaceAll(/<[^>]*>/g, '').split('\n')
    const source = anArticle().source
    expect(lines).toContain(`Wed 12 Jun, evening · ${source}`)
    expect(lines).toContain(`10:00 Of today · ${source}`)
    expect(lines).toContain(`Thu 13 Jun, 01:00 Late · ${source}`)
    expect(lines).toContain(`Thu 13 Jun Of a day · ${source}`)
  })

  it('says of what day that is which was told before the day of its story', () => {
    const date = Temporal.PlainDate.from('2024-06-14')
    const eve = anArticle({
      title: 'Рятувальники зняли моряків',
      publishedAt: Temporal.Instant.from('2024-06-13T20:10:00Z'),
    })
    const others = [anArticle({ title: 'Eleven sailors rescued' })]
    const days = [{ date, stories: [{ lead: eve, others, further: [] }], columns: [] }]
    const [html = ''] = renderTelegram({ zone: 'UTC', days }, t)
    expect(html).toContain('<i>Thu 13 Jun, evening · Example News</i>')
    const [own = ''] = renderTelegram(composeDigest([eve], 'UTC'), t)
    expect(own).toContain('<i>evening · Example News</i>')
  })

  it('heads each day, leads with summaries, and sets columns in their lane', () => {
    const morning = anArticle({ title: 'Bridge & tunnel <open>', source: 'Harbour Post' })
    const column = anArticle({
      kind: 'column',
      author: 'Ada Marsh',
      title: 'On bridges',
      standfirst: 'A bridge is a promise.',
    })
    const [message = ''] = renderTelegram(composeDigest([morning, column], 'Europe/Kyiv'), t)
    expect(message).toBe(
      [
        '<b>Friday, 14 June 2024</b>',
        '',
        `<b><a href="${morning.url}">Bridge &amp; tunnel &lt;open&gt;</a></b>`,
        morning.summary?.text,
        '<i>afternoon · Harbour Post</i>',
        '',
        '<b>Opinion</b>',
        '',
        '<b>Ada Marsh</b>',
        `<a href="${column.url}">On bridges</a>`,
        '<blockquote expandable>A bridge is a promise.</blockquote>',
      ].join('\n'),
    )
  })

  it('holds thirty-eight headlines of two days without dropping one', () => {
    const day = (iso: string, count: number) =>
      Array.from({ length: count }, () => anArticle({ publishedAt: Temporal.Instant.from(iso) }))
    const articles = [...day('2024-06-14T09:00:00Z', 30), ...day('2024-06-13T09:00:00Z', 8)]
    const whole = renderTelegram(composeDigest(articles, 'UTC'), t).join('\n')
    for (const article of articles) expect(whole).toContain(`href="${article.url}"`)
    expect(whole).toContain('Friday, 14 June 2024')
    expect(whole).toContain('Thursday, 13 June 2024')
  })
})

describe('laying out messages', () => {
  const block = (heading: string, length: number): Block => ({
    headings: [bold(text(heading))],
    forms: [() => text('x'.repeat(length))],
    spacing: 'tight',
  })

  it('repeats the heading at the head of a new message and never leaves one at an end', () => {
    const blocks = [block('Day', 3000), block('Day', 3000), block('Next', 10)]
    const { messages } = layOutMessages(blocks)
    expect(messages.map(({ html }) => html.replace(/x+/, 'x'))).toEqual([
      '<b>Day</b>\n\nx',
      `<b>Day</b>\n\nx\n\n<b>Next</b>\n\n${'x'.repeat(10)}`,
    ])
  })

  it('keeps every block whole and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 30 }), (lengths) => {
        const bodies = lengths.map((length, i) => text(`${i}|`.padEnd(length, 'x')))
        const blocks = bodies.map((body) => ({ ...block('H', 1), forms: [() => body] }))
        const { messages } = layOutMessages(blocks)
        const whole = messages.map(({ html }) => html).join('\n')
        let from = 0
        for (const { html } of bodies) {
          const found = whole.indexOf(html, from)
          expect(found).toBeGreaterThanOrEqual(from)
          from = found + html.length
        }
      }),
    )
  })

  it('takes the fullest form that fits, and leaves out a block that no message can hold', () => {
    const failing = () => {
      throw new Error('no such day')
    }
    const long = () => text('x'.repeat(5000))
    const { messages, leftOut } = layOutMessages([
      { ...block('H', 1), forms: [long, failing, () => text('short'), () => text('shorter')] },
      block('H', 5000),
      { ...block('H', 1), forms: [failing] },
      block('H', 3),
    ])
    expect(messages).toMatchObject([{ html: '<b>H</b>\n\nshort\nxxx', blocks: [0, 3] }])
    expect(inWords(leftOut)).toEqual([
      { block: 1, reason: 'it is too long for a message' },
      { block: 2, reason: 'it cannot be shown (no such day)' },
    ])
  })

  it('shows the richer forms for which a message has room, and makes no message more for them', () => {
    const one = link('a', 'https://news.example/1')
    const three = concat(one, one, one)
    const blocks = Array.from({ length: 97 }, () => ({
      ...block('', 0),
      ...{ headings: [], forms: [() => one], richer: [() => three] },
    }))
    const { messages } = layOutMessages(blocks)
    expect(messages).toHaveLength(1)
    expect(messages[0]?.html.match(/<a /g)).toHaveLength(99)
    expect(messages[0]?.html.split('\n').slice(0, 2)).toEqual([three.html, one.html])
  })

  it('gives each entry its first richer form before any its second', () => {
    const one = link('a', 'https://news.example/1')
    const [two, three] = [concat(one, one), concat(one, one, one)]
    const blocks = Array.from({ length: 49 }, () => ({
      ...block('', 0),
      ...{ headings: [], forms: [() => one], richer: [() => two, () => three] },
    }))
    const lines = layOutMessages(blocks).messages[0]?.html.split('\n')
    expect(lines).toEqual([three.html, three.html, ...Array.from({ length: 47 }, () => two.html)])
  })

  it('does without a heading that would fill a message', () => {
    const { messages } = layOutMessages([block('H'.repeat(4090), 10), block('H', 10)])
    expect(messages.map(({ html }) => html)).toEqual(['xxxxxxxxxx\n\n<b>H</b>\n\nxxxxxxxxxx'])
  })
})
