import type { Element } from 'domhandler'
import { webAddress } from '../../domain/address.ts'
import { clip } from '../../text/clip.ts'
import { foldSpace } from '../../text/space.ts'
import { isElement, textOf, walk } from '../listing/outline.ts'
import { PageTooLargeError, parsePage } from '../listing/page.ts'
import { type FeedLink, typeOfFeed } from './feed-link.ts'
import { readHead } from './head.ts'
import { feedOfYoutubePage } from './known-sites.ts'

const maxLinks = 20

/** The paths at which feeds are usually kept, the likeliest first. */
export const usualPaths = ['feed', 'rss', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml']

/**
 * The feeds that a page names, the best first: by `<link rel="alternate">` (RSS Autodiscovery; Atom
 * Autodiscovery), else by links that look like feeds. One feed in several formats is named once, in
 * the first; feeds of comments are left out where there are others.
 */
export function findFeeds(html: string, address: string | null): FeedLink[] {
  const { alternates, links } = collect(html, address)
  const youtube = alternates.length === 0 && address ? feedOfYoutubePage(html, address) : null
  if (youtube) return [{ url: youtube, title: 'YouTube', type: 'rss' }]
  return bestFeeds(alternates.length > 0 ? alternates : links)
}

/** Of feeds that a page names each one once, those of comments only where there are no others. */
export function bestFeeds(links: FeedLink[]): FeedLink[] {
  const named = onePerFeed(links)
  const main = named.filter((link) => !isOfComments(link))
  return (main.length > 0 ? main : named).slice(0, maxLinks)
}

function collect(html: string, address: string | null) {
  const alternates: FeedLink[] = []
  const links: FeedLink[] = []
  try {
    const document = parsePage(html)
    const { base } = readHead(document, address)
    walk(document, {
      enter(node) {
        if (!isElement(node)) return node.type === 'root'
        const url = webAddress(node.attribs.href ?? '', base ?? undefined)
        if (url && node.attribs.href && links.length < 1000 && alternates.length < 1000) {
          if (node.name === 'link') {
            const type = typeOfFeed(node.attribs.rel, node.attribs.type, node.attribs.href)
            if (type) alternates.push({ url, title: titleOf(node, url), type })
          } else if (node.name === 'a') {
            const type = typeOfLink(node, url)
            if (type) links.push({ url, title: titleOf(node, url), type })
          }
        }
        return true
      },
    })
  } catch (error) {
    if (!(error instanceof PageTooLargeError)) throw error
  }
  return { alternates, links }
}

function typeOfLink(link: Element, url: string): FeedLink['type'] | null {
  const { pathname, search, hostname } = new URL(url)
  // Readers of feeds offer to add the page to themselves.
  if (/%3a%2f%2f|:\/\//i.test(pathname + search) || /feedly|inoreader|newsblur/.test(hostname)) {
    return null
  }
  const path = pathname.toLowerCase()
  if (/\/(?:feed|index)\.json$/.test(path)) return 'json'
  if (/\.atom$|\/atom(?:\.xml)?\/?$/.test(path)) return 'atom'
  const looks =
    /\.(?:rss|rdf)$|\/(?:feed|rss)\/?$|\/(?:rss|feeds?)\b.*\.xml$|\/[\w-]*(?:rss|feed)[\w-]*\.(?:xml|php|aspx?)$/
  if (looks.test(path) || /[?&](?:feed|format)=(?:rss2?|atom|feed)\b/i.test(search)) return 'rss'
  return /^(?:rss|atom)(?: feed| 2\.0)?$/i.test(textOf(link)) && /\.xml$/.test(path) ? 'rss' : null
}

function titleOf(element: Element, url: string): string {
  const words =
    foldSpace(element.attribs.title ?? '') || (element.name === 'a' ? textOf(element) : '')
  return clip(words || url, 100)
}

function onePerFeed(links: FeedLink[]): FeedLink[] {
  const formats = /\b(?:rss2?|atom|json|rdf|xml|feed|index|[01]\.\d{1,2}|php)\b/gi
  const seen = new Set<string>()
  return links.filter(({ url }) => {
    const { host, pathname, search } = new URL(url)
    const key = `${host} ${`${pathname} ${search}`
      .replace(formats, '')
      .replace(/[\W_]+/g, ' ')
      .trim()}`
    return !seen.has(key) && seen.add(key)
  })
}

function isOfComments({ url, title }: FeedLink): boolean {
  return /comment|коментар|комментар/i.test(`${url} ${title}`)
}
