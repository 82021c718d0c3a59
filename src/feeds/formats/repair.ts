import render from 'dom-serializer'
import { escapeLooseTags } from './loose-tags.ts'
import { parseXml } from './xml-document.ts'

/**
 * Makes well-formed XML of text that is not: tags closed and matched, loose `&` and `<` escaped, as a
 * browser would read them. Throws FeedTooLargeError and nothing else, whatever it is given.
 */
export function repairXml(text: string): string {
  // In XML mode htmlparser2 takes whatever follows a `<` for a name, also where the next `<` comes first.
  return render(parseXml(escapeLooseTags(stripControls(text))), {
    xmlMode: true,
    encodeEntities: 'utf8',
  })
}

/** The text without the control characters that XML does not allow (XML 1.0, 2.2). */
function stripControls(text: string): string {
  return text.replace(/[\p{Cc}--[\t\n\r\x80-\x9f]]/gv, '')
}

const stringOrComma = /"[^"\\]*(?:\\.[^"\\]*)*"|,(?=\s*[}\]])/g

/**
 * The text without what JSON does not allow: control characters in strings (RFC 8259, 7), and a comma
 * behind the last of several.
 */
export function repairJson(text: string): string {
  const plain = text.replace(/[\p{Cc}--[\x7f-\x9f]]/gv, ' ')
  return plain.replace(stringOrComma, (found) => (found === ',' ? '' : found))
}
