import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { blockText } from './block-text.ts'
import { readMetadata } from './metadata.ts'

/** A page as it came over the wire, and its address where that is known. */
export type RawPage = { bytes: Uint8Array; contentType: string | null; url: string | null }

/** What a page says, in values that pass between threads; instants are ISO 8601. */
export type PageReading = {
  url: string | null
  title: string | null
  author: string | null
  publishedAt: string | null
  language: string | null
  isColumn: boolean
  standfirst: string | null
  text: string
}

const maxElements = 50_000

/**
 * Reads a page's metadata and the article's text with Mozilla's Readability. The charset is found as
 * a browser does (HTML Standard, 13.2.3.2). Throws when the page has more than 50,000 elements.
 */
export function readPage(page: RawPage): PageReading {
  const dom = new JSDOM(Buffer.from(page.bytes), {
    ...(page.url && { url: page.url }),
    ...(page.contentType && { contentType: htmlType(page.contentType) }),
    virtualConsole: new VirtualConsole(),
  })
  try {
    const { document } = dom.window
    const metadata = readMetadata(document, page.url)
    const article = new Readability<Element>(document, {
      maxElemsToParse: maxElements,
      serializer: (element) => element as Element,
    }).parse()
    return {
      ...metadata,
      title: metadata.title ?? article?.title?.trim() ?? null,
      author: metadata.author ?? (article?.byline?.trim() || null),
      language: metadata.language ?? article?.lang ?? null,
      text: article?.content ? blockText(article.content) : '',
    }
  } finally {
    dom.window.close()
  }
}

// jsdom takes only HTML and XML types; a server's other claims about a page are passed over.
function htmlType(contentType: string): string {
  const charset = /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]
  return charset ? `text/html; charset=${charset}` : 'text/html'
}
