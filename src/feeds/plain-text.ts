import { Parser } from 'htmlparser2'

const skipped = new Set(['script', 'style', 'template'])
const inline = new Set(
  'a abbr b bdi cite code em font i mark s small span strong sub sup u'.split(' '),
)

/** The words of a piece of HTML in one line: tags gone, entities decoded, white space folded. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return fold(html)
  const words: string[] = []
  let skipping = 0
  const space = (tag: string) => {
    if (!inline.has(tag)) words.push(' ')
  }
  const parser = new Parser({
    onopentag(tag) {
      if (skipped.has(tag)) skipping++
      space(tag)
    },
    onclosetag(tag) {
      if (skipped.has(tag)) skipping--
      space(tag)
    },
    ontext(text) {
      if (skipping === 0) words.push(text)
    },
  })
  parser.end(html)
  return fold(words.join(''))
}

function fold(text: string): string {
  // A single space is by far the most common match of \s+, and needs no replacing.
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim()
}
