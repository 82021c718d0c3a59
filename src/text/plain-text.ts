import { decodeHTML } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { foldSpace } from './space.ts'
import { escapeWords } from './title-tags.ts'

const skipped = new Set(['script', 'style', 'template'])
const inline = new Set(
  'a abbr b bdi cite code em font i mark s small span strong sub sup u'.split(' '),
)

/** The words of a piece of HTML in one line: tags gone, entities decoded, white space folded. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return foldSpace(html)
  return foldSpace(wordsOfPlainTags(html) ?? wordsOf(html))
}

// A tag whose end is beyond doubt, or the text between tags.
const piece = /<\/?([a-z][a-z\d]*)(?:[\s/](?:[^<>"']|"[^<>"]*"|'[^<>']*')*)?>|[^<]+/gi
// Those that change how what follows is read (HTML Standard, 13.2.6).
const special = new Set(
  'iframe math noembed noframes noscript plaintext script style svg template textarea title xmp'.split(
    ' ',
  ),
)

/** Returns what `wordsOf` does, in a fifth of its time, or null where it takes a parser. */
function wordsOfPlainTags(html: string): string | null {
  let read = 0
  const words = html.replace(piece, (found: string, spelled?: string) => {
    const tag = spelled?.toLowerCase()
    if (tag !== undefined && special.has(tag)) return ''
    read += found.length
    if (tag !== undefined) return inline.has(tag) ? '' : ' '
    return found.includes('&') ? decodeHTML(found) : found
  })
  return read === html.length ? words : null
}

// Tokens and no tree: what nests as deep as the text is long would take time quadratic in it.
function wordsOf(html: string): string {
  const words: string[] = []
  let tag = ''
  let skipping = 0
  const space = () => {
    if (!inline.has(tag)) words.push(' ')
  }
  const nothing = () => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(from, to) {
        tag = html.slice(from, to).toLowerCase()
        if (skipped.has(tag)) skipping++
        space()
      },
      onclosetag(from, to) {
        tag = html.slice(from, to).toLowerCase()
        if (skipped.has(tag)) skipping = Math.max(0, skipping - 1)
        space()
      },
      ontext(from, to) {
        if (skipping === 0) words.push(html.slice(from, to))
      },
      ontextentity(codePoint) {
        if (skipping === 0) words.push(String.fromCodePoint(codePoint))
      },
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
      isInForeignContext: () => false,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return words.join('')
}

// What is left of an entity where a title was escaped more often than it is read.
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i

/**
 * The words of a title or a name, which feeds escape up to three times: entities decoded, HTML's tags
 * gone. What only looks like a tag stays: `Vec<T>`.
 */
export function titleText(html: string): string {
  return withoutIdleMarks(titleWordsOf(html))
}

// Joiners and marks of direction, which mean nothing among letters of scripts that know neither.
const marks = /[\u034f\u200c-\u200f]/g
const heeding =
  /[\p{L}--[\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]]|\p{Extended_Pictographic}/v

function withoutIdleMarks(words: string): string {
  return /[\u034f\u200c-\u200f]/.test(words) && !heeding.test(words)
    ? foldSpace(words.replace(marks, ''))
    : words
}

function titleWordsOf(html: string): string {
  const words = titleWords(html)
  if (!entity.test(words)) return words
  const decoded = titleWords(words)
  return entity.test(decoded) || decoded.includes('<') ? titleWords(decoded) : decoded
}

function titleWords(html: string): string {
  return plainText(html.includes('<') ? escapeWords(html, { within: 'html' }) : html)
}
