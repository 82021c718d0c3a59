import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/text/decode.ts'

describe('decoding', () => {
  const windows1251 = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2])
  it('follows the mark, then the header, then the prolog, else UTF-8', () => {
    const prolog = Buffer.from('<?xml version="1.0" encoding="windows-1251"?>')
    expect(decodeText(Buffer.concat([prolog, windows1251]), 'text/xml')).toContain('Привіт')
    expect(decodeText(windows1251, 'text/xml; charset=windows-1251')).toBe('Привіт')
    expect(decodeText(Buffer.from('\ufeffПривіт'), 'text/xml; charset=windows-1251')).toBe('Привіт')
    expect(decodeText(Buffer.from('Привіт'), null)).toBe('Привіт')
    expect(decodeText(Buffer.from('x'), 'text/xml; charset=nonsense')).toBe('x')
  })
  it('believes no label against the bytes', () => {
    const lies = 'text/xml; charset=utf-8'
    const prolog = Buffer.from('<?xml version="1.0" encoding="windows-1251"?>')
    expect(decodeText(Buffer.concat([prolog, windows1251]), lies)).toContain('Привіт')
    expect(decodeText(Buffer.from('Привіт'), 'text/xml; charset=iso-8859-1')).toBe('Привіт')
    const wide = Buffer.from('<rss>Привіт', 'utf16le')
    expect(decodeText(wide, lies)).toBe('<rss>Привіт')
    expect(decodeText(wide.swap16(), null)).toBe('<rss>Привіт')
    const japanese = Buffer.from('\u001b$B$3$s\u001b(B')
    expect(decodeText(japanese, 'text/xml; charset=iso-2022-jp')).toBe('こん')
  })
  it('finds out what nothing tells, and keeps UTF-8 that broke in one place', () => {
    const words = 'Правительство утвердило бюджет на следующий год, сообщили вчера в министерстве. '
    const letters = [...words].map((letter) => {
      const code = letter.charCodeAt(0)
      return code < 128 ? code : code - 0x410 + 0xc0
    })
    expect(decodeText(Uint8Array.from(letters), null)).toBe(words)
    const broken = Buffer.concat([Buffer.from(words.repeat(2)), Buffer.from([0xd0])])
    expect(decodeText(broken, null)).toContain(words)
    const short = Buffer.concat([Buffer.from('Привіт усім людя'), Buffer.from([0xd0])])
    expect(decodeText(short, 'text/xml; charset=utf-8')).toBe('Привіт усім людя\ufffd')
    const late = Buffer.concat([Buffer.alloc(70_000, ' '), Uint8Array.from(letters)])
    expect(decodeText(late, 'text/xml; charset=utf-8').trimStart()).toBe(words)
  })

  it('asks the next label where one does not fit, also of a page', () => {
    const words = Buffer.from('日本の橋が今日開通しました。', 'utf8')
    const page = (label: string, body: Uint8Array) =>
      Buffer.concat([Buffer.from(`<html><meta charset="${label}"><p>`), body])
    expect(decodeText(page('utf-8', words), 'text/html; charset=shift_jis')).toContain('日本の橋')
    const eucJp = Buffer.from([0xc6, 0xfc, 0xcb, 0xdc, 0xa4, 0xce, 0xb6, 0xb6])
    expect(decodeText(page('euc-jp', eucJp), 'text/html; charset=utf-8')).toContain('日本の橋')
    expect(decodeText(page('none', eucJp), 'text/html; charset=euc-jp')).toContain('日本の橋')
  })
  it('reads the old charsets that browsers have dropped', () => {
    const line = Buffer.from([0x8f, 0xe0, 0xa8, 0xa2, 0xa5, 0xe2])
    expect(decodeText(line, 'text/html; charset=cp855')).not.toContain('\ufffd')
    expect(decodeText(line, 'text/html; charset=cp1125')).toBe('Привет')
  })
  it('never throws, whatever the bytes and the labels', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, label) => {
        expect(typeof decodeText(bytes, `text/html; charset=${label}`)).toBe('string')
      }),
      { numRuns: 200 },
    )
  })
})

it('reads the charset of a page where HTTP names none', async () => {
  const words = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2])
  const page = (meta: string) => Buffer.concat([Buffer.from(`<html><head>${meta}`), words])
  const metas = [
    '<meta charset=windows-1251>',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
  ]
  for (const meta of metas) expect(decodeText(page(meta), 'text/html')).toContain('Привіт')
})
