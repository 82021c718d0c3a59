import render from 'dom-serializer'
import { parseDocument } from 'htmlparser2'

/**
 * Makes well-formed XML of text that is not: tags closed and matched, loose `&` and `<` escaped, as a
 * browser would read them. It never fails, whatever it is given.
 */
export function repairXml(text: string): string {
  return render(parseDocument(stripControls(text), { xmlMode: true }), {
    xmlMode: true,
    encodeEntities: 'utf8',
  })
}

/** The text without the control characters that neither XML nor JSON allows (XML 1.0, 2.2). */
export function stripControls(text: string): string {
  return text.replace(/[\p{Cc}--[\t\n\r\x80-\x9f]]/gv, '')
}
