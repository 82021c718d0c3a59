import { type Document, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { checkDepth } from './bounds.ts'

/** Parses XML into nodes, whatever is wrong with it, in time linear to its length. Throws FeedTooLargeError. */
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
    checkDepth(this.tagStack.length - 1)
    super.onopentag(name, attributes)
  }
}
