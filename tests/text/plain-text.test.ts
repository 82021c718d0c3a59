import { expect, it } from 'vitest'
import { plainText, titleText } from '../../src/text/plain-text.ts'
import { foldSpace } from '../../src/text/space.ts'

it('folds white space, and drops what only says where a line may break', () => {
  expect(foldSpace('  The\n bridge\u00a0\topens ')).toBe('The bridge opens')
  expect(foldSpace('The brid\u00adge \u200b opens\u2060')).toBe('The bridge opens')
})

it('reads the words of HTML, whatever way it takes', () => {
  expect(plainText('<p>The <b>bridge</b></p><p>opens &amp; closes</p>')).toBe(
    'The bridge opens & closes',
  )
  expect(plainText('<p>The bridge</p><script>alert(1)</script>')).toBe('The bridge')
  expect(plainText('a < b & c')).toBe('a < b & c')
})

it('keeps in a title what only looks like a tag', () => {
  expect(titleText('What <i>Vec<T></i> is')).toBe('What Vec<T> is')
})

it('leaves the words alone', () => {
  expect(plainText('<p>One &amp; <b>tw</b>o</p><script>no()</script><p>three</p>')).toBe(
    'One & two three',
  )
})
