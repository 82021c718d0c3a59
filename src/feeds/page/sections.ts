import { canonicalAddress } from '../../domain/address.ts'
import type { FeedKind } from '../../domain/feed.ts'
import { isElement, textOf, walk } from '../listing/outline.ts'
import { PageTooLargeError, parsePage } from '../listing/page.ts'
import { readHead } from './head.ts'

/** A part of a site that a page leads to, and what it holds. */
export type Section = { url: string; title: string; kind: Extract<FeedKind, 'news' | 'columns'> }

const columns =
  /^(?:opinions?|columns?|columnists|commentary|comment|editorials?|views|op-?eds?|blogs?|voices|думк[аи]|колонк[аи]|колумністи|блоги?|погляди?|точка зору|мнени[ея]|колонки|авторы|meinung(?:en)?|kommentare?|opinión|opinião|tribunes?|chroniques?|idées|opinioni|commenti|opinie|felietony|názory|komentáře|yazarlar|köşe yazıları)$/i
const news =
  /^(?:(?:all |latest |top )?news|latest|headlines|(?:усі |всі |останні )?новини|стрічка(?: новин)?|(?:все |последние )?новости|лента(?: новостей)?|nachrichten|aktuell(?:es)?|actualités|actu|à la une|noticias|últimas noticias|notícias|notizie|ultime notizie|wiadomości|aktuality|zprávy|nyheter|nyheder|uutiset|nieuws|haberler|tin tức|新闻|新聞|ニュース|뉴스)$/i

/** The kind of what bears such a name; null where the name does not tell. */
export function kindByName(name: string): Section['kind'] | null {
  const words = name.trim()
  if (columns.test(words)) return 'columns'
  return news.test(words) ? 'news' : null
}

/**
 * The sections of its own site that a page leads to by the usual names of news and of columns, each kind
 * once and the first first.
 */
export function findSections(html: string, address: string): Section[] {
  const found = new Map<Section['kind'], Section>()
  const { host } = new URL(address)
  const self = canonicalAddress(address)
  try {
    const document = parsePage(html)
    const { base } = readHead(document, address)
    walk(document, {
      enter(node) {
        if (!isElement(node)) return node.type === 'root'
        const url =
          node.name === 'a' ? canonicalAddress(node.attribs.href ?? '', base ?? address) : null
        if (!url || URL.parse(url)?.host !== host || url === self) return true
        const title = textOf(node)
        const kind = title.length <= 40 ? kindByName(title) : null
        if (kind && !found.has(kind)) found.set(kind, { url, title, kind })
        return true
      },
    })
  } catch (error) {
    if (!(error instanceof PageTooLargeError)) throw error
  }
  return [...found.values()]
}
