import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verbatim } from '../../../src/digests/telegram/markup.ts'
import { readFormattedText } from '../../../src/playground/telegram/formatted-text.ts'
import { parseHtml } from '../../../src/playground/telegram/html.ts'
import { withoutControls } from '../../../src/text/controls.ts'

describe('HTML as Telegram reads it', () => {
  it.each([
    ['<b>bold</b>', 'bold', [{ type: 'bold', offset: 0, length: 4 }]],
    ['a<i>ї😀</i>b', 'aї😀b', [{ type: 'italic', offset: 1, length: 3 }]],
    [
      '<b>one <i>two</i></b>',
      'one two',
      [
        { type: 'bold', offset: 0, length: 7 },
        { type: 'italic', offset: 4, length: 3 },
      ],
    ],
    [
      '<a href="https://a.example/?x=1&amp;y=2">link</a>',
      'link',
      [{ type: 'text_link', offset: 0, length: 4, url: 'https://a.example/?x=1&y=2' }],
    ],
    [
      '<blockquote expandable>long</blockquote>',
      'long',
      [{ type: 'expandable_blockquote', offset: 0, length: 4 }],
    ],
    [
      '<pre><code class="language-ts">let a</code></pre>',
      'let a',
      [{ type: 'pre', offset: 0, length: 5, language: 'ts' }],
    ],
    ['<tg-spoiler>x</tg-spoiler>', 'x', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<a href="javascript:alert(1)">x</a>', 'x', []],
    ['&lt;b&gt; &amp; &quot; &#65; &#x42; &nbsp;', '<b> & " A B &nbsp;', []],
    ['<b></b>empty', 'empty', []],
  ])('parses %s', (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities })
  })

  it.each([
    ['ї<x>', 'Unsupported start tag "x" at byte offset 2'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<i>a</b>', 'Unmatched end tag at byte offset 4, expected "</i>", found "</b>"'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    [
      '<a href>x</a>',
      'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
    ],
    ['<a href="x>', 'Unclosed start tag "a" at byte offset 0'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
  ])('refuses %s', (html, words) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${words}`)
  })

  it('gives escaped words back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(parseHtml(verbatim(words).html)).toEqual({
          text: withoutControls(words),
          entities: [],
        })
      }),
    )
  })
})

describe('the text of a message', () => {
  const html = (text: string) => readFormattedText({ text, parse_mode: 'HTML' })

  it('is trimmed, and its entities with it', () => {
    expect(html('  <b> x </b> ')).toEqual({
      text: 'x',
      entities: [{ type: 'bold', offset: 0, length: 1 }],
    })
  })

  it('must be neither empty nor too long', () => {
    expect(() => html('<b> </b>')).toThrow('Bad Request: message text is empty')
    expect(() => html('x'.repeat(4097))).toThrow('Bad Request: message is too long')
    expect(html(`<b>${'x'.repeat(4096)}</b>`).text).toHaveLength(4096)
  })

  it('loses its formatting past a hundred entities', () => {
    expect(html('<b>x</b> '.repeat(120)).entities).toHaveLength(100)
  })

  it('has its addresses, tags and commands marked', () => {
    const { entities } = html('See https://a.example/x, #harbour and /help, @courant_bot.')
    expect(entities.map(({ type }) => type)).toEqual(['url', 'hashtag', 'bot_command', 'mention'])
  })
})
