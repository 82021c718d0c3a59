import { type Kind, kindFromFeed } from '../domain/article.ts'
import type { FeedKind } from '../domain/feed.ts'
import type { Reason } from '../domain/reason.ts'
import { columnistInTitle } from './columnist-in-title.ts'

/** What a page shows of its kind. */
export type KindEvidence = {
  /** The kind of the feed that led to the page, or null. */
  feedKind: FeedKind | null
  /** The page's schema.org types. */
  types: string[]
  url: string | null
  /** Sections, breadcrumbs and the label above the heading. */
  sections: string[]
  title: string | null
  authors: string[]
  /** Whether it says that its opinions are the author's own. */
  isDisclaimed: boolean
  /** The note about the author after the text, with or without a label; null when there is none. */
  authorNote: { text: string; isLabelled: boolean } | null
}

const columnWords = new Set(
  `opinion opinions column columns columnist columnists blog blogs commentisfree op-ed oped op-eds views viewpoint
  viewpoints voices perspective perspectives commentary comment analysis-opinion editorials opinion-columns
  kolonka kolonky kolonki kolumnisty dumka dumky dumki blohy blohi blogy pohliady poglyady pohlyady avtorski-kolonky
  author-columns avtorska-kolonka publicystyka думка думки блог блоги колонка колонки погляд погляди колумністи
  коментар коментарі позиція дописи мнение мнения авторська-колонка авторські-колонки opinión opinion-pieces`.split(
    /\s+/,
  ),
)
const newsWords = new Set(
  'news world politics business sport sports новини novyny news-feed'.split(' '),
)
const titleLabel =
  /^(?:opinion|column|commentary|op-ed|analysis and opinion|колонка|думка|блог|погляд|авторська колонка)\s*[|:.—–-]|[|—–-]\s*(?:opinion|column|op-ed|колонка|думка|блог)$/iu
const newsTypes =
  /^(?:ReportageNewsArticle|BackgroundNewsArticle|AnalysisNewsArticle|LiveBlogPosting)$/
const reporter = /\b(?:reporter|correspondent|staff writer|covers)\b|кореспондент|репортер/i

/** Decides whether a page is news or a column, and says why. */
export function decideKind(evidence: KindEvidence): { kind: Kind; reason: Reason } {
  const { feedKind, types, url, sections, title, authors, isDisclaimed, authorNote } = evidence
  const column = (reason: Reason) => ({ kind: 'column' as const, reason })
  const news = (reason: Reason) => ({ kind: 'news' as const, reason })
  if (feedKind && feedKind !== 'mixed') {
    return { kind: kindFromFeed(feedKind), reason: { code: 'kind-of-feed', kind: feedKind } }
  }
  if (types.some((type) => /^Opinion/.test(type))) return column({ code: 'kind-schema-opinion' })
  const newsType = types.find((type) => newsTypes.test(type))
  if (newsType) return news({ code: 'kind-schema-news', type: newsType })
  const inAddress = url ? addressSections(url).find(isColumnWord) : undefined
  if (inAddress) return column({ code: 'kind-address', section: inAddress })
  const section = sections.find(isColumnWord)
  if (section) return column({ code: 'kind-section', section: section.trim().slice(0, 60) })
  if (columnistInTitle(title)) return column({ code: 'kind-columnist-in-title' })
  if (title && titleLabel.test(title)) return column({ code: 'kind-label-in-title' })
  if (isDisclaimed) return column({ code: 'kind-disclaimer' })
  const newsSection = [...(url ? addressSections(url) : []), ...sections].find((name) =>
    newsWords.has(plain(name)),
  )
  // Reporters have notes too, but then a section of the news or their job title shows it.
  if (
    authorNote &&
    authors.length === 1 &&
    !reporter.test(authorNote.text) &&
    (authorNote.isLabelled || !newsSection)
  ) {
    return column({ code: 'kind-author-note' })
  }
  return news(
    newsSection ? { code: 'kind-section', section: newsSection } : { code: 'kind-unmarked' },
  )
}

function isColumnWord(name: string): boolean {
  const word = plain(name)
  return (
    columnWords.has(word) ||
    word
      .split(/[\s/&,]+/)
      .filter((w) => w.length > 3)
      .some((w) => columnWords.has(w) && word.length < 30)
  )
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll('_', '-')
}

/** The folders of an address and the names before its domain; its last part is the article's own. */
function addressSections(address: string): string[] {
  const { hostname, pathname } = new URL(address)
  const folders = pathname.split('/').slice(1, -1).map(decoded)
  return [...folders, ...hostname.split('.').slice(0, -2)]
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
