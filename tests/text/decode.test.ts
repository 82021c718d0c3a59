import fc from 'fast-check'
import iconv from 'iconv-lite'
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

describe('letters beyond the national standards', () => {
  const korean = '<?xml version="1.0" encoding="euc-kr"?><p>아햏햏 똠방각하 펩시 뷁</p>'

  it('reads code page 949 under the labels of EUC-KR, and without any', () => {
    const bytes = iconv.encode(korean, 'cp949')
    expect(decodeText(bytes, null)).toBe(korean)
    expect(decodeText(bytes, 'text/xml; charset=ks_c_5601-1987')).toBe(korean)
    const unnamed = '<p>아햏햏 똠방각하는 오늘 아침 다리가 열렸다고 말했다 뷁</p>'
    expect(decodeText(iconv.encode(unnamed, 'cp949'), null)).toBe(unnamed)
  })

  it('reads the letters of Hong Kong in Big5', () => {
    const words = '佢哋喺嗰度睇戲'
    const bytes = iconv.encode(words, 'big5-hkscs')
    expect(decodeText(bytes, 'text/plain; charset=big5')).toBe(words)
  })

  it('reads four bytes under the labels of GBK', () => {
    const words = '㐂龦的书'
    expect(decodeText(iconv.encode(words, 'gb18030'), 'text/plain; charset=gb2312')).toBe(words)
  })
})

describe('characters in two halves', () => {
  it.each(['&#55356;&#57097;', '&#xD83C;&#xdf09;', '&amp;#55356;&amp;#57097;'])(
    'joins %s',
    (halves) => {
      expect(decodeText(Buffer.from(`A ${halves} opens`), null)).toMatch(/^A \p{So} opens$/u)
    },
  )

  it('joins those of three bytes each, and leaves lone ones', () => {
    const halves = Buffer.from([0xed, 0xa0, 0xbc, 0xed, 0xbc, 0x89])
    const text = Buffer.concat([
      Buffer.from('Brücke '),
      halves,
      Buffer.from(' öffnet, schöne Grüße'),
    ])
    expect(decodeText(text, null)).toBe('Brücke \u{1f309} öffnet, schöne Grüße')
    expect(decodeText(Buffer.from('A &#55356; b &#57097;'), null)).toBe('A &#55356; b &#57097;')
  })
})
