import render from 'dom-serializer'
import { parseDocument } from 'htmlparser2'

/**
 * Makes well-formed XML of text that is not: tags closed and matched, loose `&` and `<` escaped, as a
 * browser would read them. It never fails, whatever it is given.
 */
export function repairXml(text: string): string {
  return render(parseDocument(text, { xmlMode: true }), { xmlMode: true, encodeEntities: 'utf8' })
}
