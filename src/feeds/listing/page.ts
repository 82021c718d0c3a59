import { type Document, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { ReasonError } from '../../domain/reason.ts'

/** Thrown for a page with more elements, or deeper ones, than a page of news has. */
export class PageTooLargeError extends ReasonError {
  override name = 'PageTooLargeError'
}

const maxElements = 60_000
// htmlparser2 takes time quadratic in the depth, and a page of news is rarely deeper than 50.
const maxDepth = 512

/** Parses a page into a tree, in time linear to its length. Throws PageTooLargeError. */
export function parsePage(html: string): Document {
  const handler = new BoundedHandler()
  new Parser(handler).end(html)
  return handler.root
}

class BoundedHandler extends DomHandler {
  private elements = 0

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.elements > maxElements) {
      throw new PageTooLargeError({ code: 'listing-many-elements', most: maxElements })
    }
    if (this.tagStack.length > maxDepth) {
      throw new PageTooLargeError({ code: 'listing-too-deep', most: maxDepth })
    }
    super.onopentag(name, attributes)
  }
}
