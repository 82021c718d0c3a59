import type { Random } from './random.ts'

const plain =
  'harbour tide bridge opens after years of work Ada Marsh said on Monday the city council votes міст відкрили після ремонту у понеділок повідомила рада 橋 開通 14 June 2024 3,200 €'.split(
    ' ',
  )

// What parsers, patterns and screens stumble over, alone or many times over.
const odd = [
  ...'<>&"\'/=#;:.,|@()[]{}\\%$«»…—-?! 1a',
  '\t',
  '\r\n',
  '\0',
  '\u001b[31m',
  '\u0085',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\u2028',
  '\u0301',
  '\ufeff',
  '\uffff',
  '\ud800',
  '\udc00',
  '😀',
  '漢',
  'Я',
  '&#0;',
  '&#x202e;',
  '&#xd800;',
  '&#x110000;',
  '&#99999999999;',
  '&amp;',
  '&lt;',
  '&nosuch;',
  '&a;&b;',
  '<a',
  '<a ',
  '<a b=',
  '<a b="',
  "<a b='",
  '<a>',
  '</a>',
  '<a></b>',
  '<a/>',
  '<!--',
  '-->',
  '<!',
  '<?',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "&b;&b;">]>',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<br>',
  '<b>',
  '<table>',
  '<tr><td>',
  '<svg>',
  '<math>',
  '<title>',
  '<script>',
  '</script>',
  '<style>',
  '<template>',
  '<textarea>',
  '<plaintext>',
  '<select>',
  '<form>',
  '<noscript>',
  '<h2>',
  '<li>',
  '<a href="/x">',
  '<time datetime="',
  '<base href="javascript:x">',
  '<meta charset="utf-7">',
  '<item>',
  '</item>',
  '<item/>',
  '<ITEM></ITEM>',
  '<x:item>',
  '<entry>',
  '</entry>',
  '<content type="xhtml">',
  '<link>',
  '<outline>',
  '</outline>',
  '<outline text="a">',
  '<outline xmlUrl="https://a.example/">',
  '<__proto__>',
  '<constructor/>',
  '<toString>x</toString>',
  ' xmlns:a="b"',
  ' xml:base="javascript:x"',
  ' xml:base="//[::1"',
  'javascript:alert(1)',
  'https://',
  'https://a.example/?&&',
  'feed:',
  'Mr. ',
  'a. ',
  'A.B. ',
  "O'N",
  'van der ',
  ' and ',
  'By ',
  'the views ',
  'матеріал ',
  '9999-12-31T23:59:60Z',
  '-271821-04-20',
  'Mon, 30 Feb 2024 25:61:61 +9999',
  '1e999',
  '{"a":',
  '[[',
  '"@graph":',
  '{"__proto__":{"polluted":1}}',
  '\\u0000',
  '\\ud800',
]

export function aWord(random: Random): string {
  return random.pick(random.chance(0.8) ? plain : odd)
}

/** A few words, with something odd among them now and then. */
export function someWords(random: Random, most = 12): string {
  return Array.from({ length: 1 + random.int(most) }, () => aWord(random)).join(' ')
}

/** Something odd in about so many letters, at times with something else before and after it. */
export function aFlood(random: Random, mostLength = 300_000): string {
  const unit = random.chance(0.7) ? random.pick(odd) : random.pick(odd) + random.pick(odd)
  const times = random.pick([2, 30, 1000, 20_000, 300_000])
  const around = () => (random.chance(0.3) ? random.pick(odd) : '')
  return around() + unit.repeat(Math.min(times, Math.floor(mostLength / unit.length))) + around()
}

/** What stands in a field: words mostly, at times a flood. */
export function aValue(random: Random): string {
  return random.chance(0.95) ? someWords(random) : aFlood(random, 100_000)
}

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
