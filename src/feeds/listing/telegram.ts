import { selectAll, selectOne } from 'css-select'
import type { AnyNode, Document, Element } from 'domhandler'
import { canonicalAddress } from '../../domain/address.ts'
import type { FeedItem } from '../../domain/feed.ts'
import { clip } from '../../text/clip.ts'
import { foldSpace } from '../../text/space.ts'
import { isBlock, isElement, textOf, walk } from './outline.ts'

/** Whether an address is the public preview of a Telegram channel, such as `https://t.me/s/durov`. */
export function isTelegramChannel(address: string | null): boolean {
  const url = URL.parse(address ?? '')
  return url?.hostname === 't.me' && url.pathname.startsWith('/s/')
}

/** The messages of a channel's preview page that have words, newest first. */
export function readTelegramChannel(document: Document): FeedItem[] {
  return select('.tgme_widget_message', document).flatMap(readMessage).reverse()
}

/** The name of the channel. */
export function telegramTitle(document: Document): string | null {
  const title = selectOne<AnyNode, Element>('.tgme_channel_info_header_title', document)
  return (title && textOf(title)) || null
}

function readMessage(message: Element): FeedItem[] {
  const link = select('a.tgme_widget_message_date', message)[0]
  const url = canonicalAddress(link?.attribs.href ?? '')
  // A quoted message stands in the one that answers it: its words come first, and are not these.
  const text = select('.tgme_widget_message_text', message).at(-1)
  const lines = text ? linesOf(text) : []
  const [first] = lines
  if (!url || !first) return []
  return [
    {
      id: url,
      title: clip(first, 200),
      url,
      publishedAt: readInstant(link && select('time', link)[0]?.attribs.datetime),
      author: null,
      summary: lines.join(' '),
      content: null,
      categories: [],
      enclosures: [],
    },
  ]
}

function linesOf(text: Element): string[] {
  let words = ''
  walk(text, {
    enter(node) {
      if (node.type === 'text') words += node.data.replace(/\s+/g, ' ')
      else if (isElement(node) && isBlock(node)) words += '\n'
      return true
    },
  })
  return words.split('\n').map(foldSpace).filter(Boolean)
}

function readInstant(text: string | undefined): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text ?? '')
  } catch {
    return null
  }
}

function select(selector: string, within: AnyNode): Element[] {
  return selectAll<AnyNode, Element>(selector, within)
}
