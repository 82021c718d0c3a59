import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composeDigest } from '../../../src/digests/compose.ts'
import { renderMessages } from '../../../src/digests/telegram/render.ts'
import { messageLimits } from '../../../src/digests/telegram/split.ts'
import type { Article } from '../../../src/domain/article.ts'
import type { Digest } from '../../../src/domain/digest.ts'
import { createI18n, translateInto } from '../../../src/i18n/i18n.ts'
import { parseHtml } from '../../../src/playground/telegram/html.ts'
import { anArticle } from '../../helpers/articles.ts'

const t = translateInto(createI18n(), 'en')
const seed = 20240614

/** What could break a message: markup, halves of characters, controls, and what Telegram finds itself. */
const nasty = fc.constantFrom(
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '&amp;',
    '&lt;b&gt;',
    '</a>',
    '<a href="tg://user?id=1">',
    '</b></i>',
  ],
  ...[
    '\ud83d',
    '\ude00',
    '😀',
    '👨‍👩‍👧‍👦',
    '\u202e',
    '\u2066',
    '\u200f',
    '\u200b',
    '\u2060',
    '\ufeff',
  ],
  ...[
    '\0',
    '\n',
    '\n\n',
    '\r',
    '\t',
    '\u001b[2J',
    '\u0085',
    '\u2028',
    '&#60;',
    '\uffff',
    '\u{e0001}',
  ],
  ...['@everyone', '/stop', '#tag', 'https://evil.example/', 'evil.com', '1.1.1.1', '1:1 ', '$SYM'],
  ...[
    '{ $x }',
    ' ',
    '\u00a0',
    'ﷺ',
    'Z̵̛',
    'İ',
    'слово ',
    'word ',
    '…',
    '🏳️‍🌈',
    '12345678 ',
    'a.b.c.d',
  ],
)
const words = fc
  .oneof(
    fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 }),
    fc.tuple(nasty, fc.constantFrom(1, 3, 100, 700)).map(([one, n]) => [one.repeat(n)]),
    // Just below and above the lengths at which words are cut.
    fc
      .tuple(fc.constantFrom(60, 80, 200, 300, 600), fc.integer({ min: -3, max: 3 }), nasty)
      .map(([length, by, end]) => ['a'.repeat(length + by), end]),
  )
  .map((pieces) => pieces.join(''))
const url = fc
  .tuple(
    fc.constantFrom('&', '"', '<', 'a', '%', 'я', '&amp;'),
    fc.constantFrom(1, 200, 800, 2040, 9000),
  )
  .map(([one, n]) => `https://e.example/?${one.repeat(n)}`)
const instant = fc
  .oneof(fc.integer({ min: -8.64e14, max: 8.64e14 }), fc.constantFrom(-8.64e15, 8.64e15))
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))
const optional = fc.option(words)
const article = fc
  .record({
    kind: fc.constantFrom('news' as const, 'news' as const, 'column' as const),
    url: fc.oneof(fc.webUrl(), url),
    title: words,
    source: words,
    author: optional,
    standfirst: optional,
    publishedAt: instant,
    isPaid: fc.boolean(),
    summary: fc.option(words.map((text) => ({ text, origin: 'feed' as const }))),
    topic: fc.option(fc.record({ title: words, url })),
    feedId: fc.nat(5),
    storyId: fc.option(fc.nat(5)),
    columnistId: fc.option(fc.nat(5)),
  })
  .map(anArticle)
// Made once: the digests are many.
const articles = fc.sample(article, { numRuns: 1500, seed })
const digest: fc.Arbitrary<Digest> = fc
  .tuple(
    fc.subarray(
      articles.map((_, i) => i),
      { maxLength: 14 },
    ),
    fc.constantFrom('UTC', 'Europe/Kyiv', 'Pacific/Apia'),
    fc.option(fc.array(words, { maxLength: 3 }), { nil: undefined, freq: 1 }),
    fc.constantFrom(true, true, true, false),
  )
  .map(([chosen, zone, overview, isOneDay]) => {
    const at = Temporal.Instant.from('2024-06-14T09:30:00Z')
    const told = chosen.flatMap((i) => articles[i] ?? [])
    const onOneDay = told.map((each) => ({ ...each, publishedAt: at }))
    const composed = composeDigest<Article & (typeof told)[number]>(
      isOneDay ? onOneDay : told,
      zone,
    )
    const updates = new Map(told.map(({ id, title }) => [id, title]))
    return { ...composed, overview, updates }
  })

it('fits messages of Telegram whatever is in it, and accounts for every article', () => {
  let shown = 0
  let left = 0
  fc.assert(
    fc.property(digest, fc.option(words), (each, notice) => {
      const { messages, leftOut } = renderMessages(each, t, { notice, botName: 'courant_bot' })
      for (const { html } of messages) {
        // Throws for what Telegram refuses.
        const { text, entities } = parseHtml(html)
        expect(text.trim()).not.toBe('')
        expect(text.length).toBeLessThanOrEqual(messageLimits.units)
        expect(entities.length).toBeLessThanOrEqual(messageLimits.entities)
        expect(Buffer.byteLength(html)).toBeLessThanOrEqual(messageLimits.bytes)
        expect(html.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      }
      const entries = each.days.flatMap(({ stories, columns }) => [
        ...stories.flatMap(({ lead, others, further }) => [lead, ...others, ...further]),
        ...columns,
      ])
      const told = messages.flatMap(({ articleIds }) => articleIds)
      const ids = [...told, ...leftOut.map(({ articleId }) => articleId)]
      expect(ids.toSorted()).toEqual(entries.map(({ id }) => id).toSorted())
      shown += told.length
      left += leftOut.length
    }),
    { numRuns: 4000, seed },
  )
  // What is left out are the longest addresses, and no more than those.
  expect(shown).toBeGreaterThan(8 * left)
  expect(left).toBeGreaterThan(0)
})
