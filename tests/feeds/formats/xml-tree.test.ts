import { describe, expect, it } from 'vitest'
import { readTree } from '../../../src/feeds/formats/xml-tree.ts'

const read = (xml: string) => readTree(xml, (spelled) => spelled.toUpperCase())

describe('the tree of an XML text', () => {
  it('holds texts, attributes and elements by their names, in order', () => {
    const tree = read('<a x="1 &amp; 2" X:Y=\'3\'>\n<b>one</b><c/><b k="v">two</b><b> </b>\n</a>')
    expect(tree).toEqual({
      A: { $: { x: '1 & 2', 'x:y': '3' }, B: ['one', { $: { k: 'v' }, _: 'two' }, ' '], C: [''] },
    })
  })

  it('decodes what XML knows once, and nothing in a section', () => {
    expect(read('<a>&lt;&#8217;&#x2019;&amp;amp; &nbsp; b & c<![CDATA[&lt;<i>]]></a>')).toEqual({
      A: '<’’&amp; &nbsp; b & c&lt;<i>',
    })
  })

  it('takes names as they are, whatever objects know by them', () => {
    const xml = '<a constructor="x" __proto__="y"><constructor>z</constructor></a>'
    expect(readTree(xml, (spelled) => spelled)).toEqual({
      a: { $: { constructor: 'x' }, constructor: ['z'] },
    })
  })

  it.each([
    ['is left open', '<a><b>one<c>two</a>', { A: { B: [{ _: 'one', C: ['two'] }] } }],
    ['ends with the text', '<a><b>one', { A: { B: ['one'] } }],
    ['has not begun', '<a><b>one</b><c d="', { A: { B: ['one'] } }],
    ['ends twice', '<a><b>one</b></b></a></a>', { A: { B: ['one'] } }],
    ['comes after the end', '<a>one</a><a>two</a> three', { A: 'one' }],
  ])('is read on where an element %s', (_, xml, tree) => {
    expect(read(xml)).toEqual(tree)
  })

  it.each(['<a>I <3 you</a><b>', '<a>x <b y</a>', '<a><b<c>x</c></a>'])(
    'is refused where a loose < swallows words: %s',
    (xml) => {
      expect(() => read(xml)).toThrow('begins no tag')
    },
  )
})
