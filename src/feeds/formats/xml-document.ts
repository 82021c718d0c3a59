import { type Document, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { maxDepth, TooDeepError } from './bounds.ts'

/** Parses XML into nodes, whatever is wrong with it, in time linear to its length. Throws TooDeepError. */
export function parseXml(text: string): Document {
  const handler = new BoundedHandler()
  new Parser(handler, { xmlMode: true }).end(text)
  return handler.root
}

class BoundedHandler extends DomHandler {
  constructor() {
    super(null, { xmlMode: true })
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    // The document itself is on the stack.
    if (this.tagStack.length > maxDepth) throw new TooDeepError()
    super.onopentag(name, attributes)
  }
}
