import { expect, it } from 'vitest'
import { titleText } from '../../src/text/plain-text.ts'
import { escapeWords } from '../../src/text/title-tags.ts'

it.each([
  ['<nobr>Ferry</nobr> returns', 'Ferry returns'],
  ['<jats:i>Tides</jats:i> of <sc>NaCl</sc>', 'Tides of NaCl'],
  ['<ruby>港<rt>みなと</rt></ruby>の朝', '港みなとの朝'],
  ['<mark class="x">Ferry</mark> returns', 'Ferry returns'],
  ['Ferry<br/>returns', 'Ferry returns'],
  ['<STRONG>Ferry returns', 'Ferry returns'],
  ['Ferry returns</b>', 'Ferry returns'],
  ['Ferry <a href="/x">returns', 'Ferry returns'],
  ['Ferry returns <a href="/x', 'Ferry returns'],
  ['Map<K, V> and Box<I> explained', 'Map<K, V> and Box<I> explained'],
  ['Why x<b and c>d holds', 'Why x<b and c>d holds'],
  ['Sets<Time> and Rows<Table>', 'Sets<Time> and Rows<Table>'],
  ['Ferry&zwnj; re&zwj;turns&lrm;', 'Ferry returns'],
  ['می\u200cرود', 'می\u200cرود'],
  ['👩\u200d🚀 lands', '👩\u200d🚀 lands'],
  ['Ferry &amp;amp;amp; bridge', 'Ferry & bridge'],
  ['&amp;lt;i&amp;gt;Ferry&amp;lt;/i&amp;gt;', 'Ferry'],
])('reads the title %s', (html, words) => {
  expect(titleText(html)).toBe(words)
})

it('takes only pairs for markup where words should hold none', () => {
  const words = (html: string) => titleText(escapeWords(html, { within: 'words' }))
  expect(words('What <canvas> and <i> do')).toBe('What <canvas> and <i> do')
  expect(words('<i>Ferry</i> returns')).toBe('Ferry returns')
  expect(words('When <br> and <p> or </p> help')).toBe('When <br> and <p> or </p> help')
  expect(words('Ferry<br/>returns')).toBe('Ferry returns')
})

it('takes time linear to its length', () => {
  const start = performance.now()
  for (const piece of ['<a ', '<a b=c ', '<!--', '<a>', '</a>', '&amp;amp;'])
    titleText(piece.repeat(2000))
  expect(performance.now() - start).toBeLessThan(1000)
})
