import { decodeText } from '../text/decode.ts'
import { detectLanguage } from '../text/detect-language.ts'
import { sentencesOf } from '../text/sentences.ts'
import { partAuthorNote, personInNote, withoutLabel } from './author-note.ts'
import { type CutPage, cutPage } from './cut-page.ts'
import { findArticle } from './find-article.ts'
import { findHeadline } from './headline.ts'
import { parseHtml } from './html-parser.ts'
import { readJsonLd } from './json-ld.ts'
import { decideKind } from './kind.ts'
import { removeLayers } from './layers.ts'
import { readMetadata } from './metadata.ts'
import { notAPage } from './not-a-page.ts'
import { readHead } from './page-head.ts'
import { readMarks } from './page-marks.ts'
import type { PageReading, RawPage, ReadPage } from './page-reading.ts'
import { siteNames } from './site-names.ts'
import { firstFound, type Sourced, sourced } from './sourced.ts'
import { withoutHead } from './text-head.ts'
import { topicOf } from './topic.ts'
import { findWall } from './walls.ts'

/**
 * Reads a page: what it says of itself, and the article's text alone. Works within the limits of
 * cut-page.ts, so that no page takes long; what still does, the pool ends.
 */
export function readPage(raw: RawPage): PageReading {
  const instead = notAPage(raw.bytes, raw.contentType)
  if (instead) return { kind: 'nothing', reason: instead }
  const source = decodeText(raw.bytes, raw.contentType)
  const reading = readCut(cutPage(source, raw.url), raw)
  const isPaid = reading.kind === 'wall' && reading.wall.kind === 'paywall'
  if (isPaid || lettersIn(reading) >= enoughLetters || !unseen.test(source)) return reading
  const whole = readCut(cutPage(source, raw.url, { withUnseen: true }), raw)
  return lettersIn(whole) > Math.max(enoughLetters, 2 * lettersIn(reading)) ? whole : reading
}

/** With less text, the article may stand where only programs, or only readers without them, see it. */
const enoughLetters = 250
const unseen = /<noscript|aria-hidden=/i

function lettersIn(reading: PageReading): number {
  return reading.kind === 'page' ? reading.page.text.length : 0
}

function readCut(cut: CutPage, raw: RawPage): PageReading {
  const document = parseHtml(cut.html)
  if (cut.hasLayers) removeLayers(document)
  const pageHead = readHead(document, cut)
  const { metas, canonical, windowTitle } = pageHead
  const jsonLd = readJsonLd(cut.jsonLd, {
    addresses: [raw.url, canonical, metas.get('og:url')].flatMap((url) => url ?? []),
    titles: [windowTitle, metas.get('og:title')].flatMap((words) => words ?? []),
  })
  const isSite = siteNames(metas, jsonLd.siteNames, raw.url)
  const { title, heading } = findHeadline(document, pageHead, { jsonLd: jsonLd.article, isSite })
  const marks = readMarks(document, pageHead, heading)
  const metadata = readMetadata(marks, jsonLd, {
    title: title?.value ?? null,
    isSite,
    address: raw.url,
    base: cut.base,
  })
  const article = findArticle(document, cut.html, {
    topic: topicOf([
      title?.value ?? null,
      metas.get('og:description') ?? metas.get('description') ?? null,
    ]),
    jsonLdBody: metadata.jsonLd?.body ?? null,
    origins: marks.origins,
  })

  const { authors: signed } = metadata
  const { note, isLabelled, isDisclaimed, blocks } = partAuthorNote(article, signed?.value ?? [])
  const box = marks.aboutAuthor[0]?.text ?? ''
  const inBox = withoutLabel(box)
  const authors = signed ?? notedAuthor([note, inBox])
  const authorNote = firstFound([
    () => sourced(metadata.jsonLd?.authors[0]?.about, 'JSON-LD author'),
    () => sourced(note, 'the end of the text'),
    () => sourced(inBox, 'the box about the author'),
  ])
  const url = metadata.url?.value ?? null
  const { kind, reason } = decideKind({
    feedKind: raw.feedKind ?? null,
    types: metadata.jsonLd?.types ?? [],
    url,
    sections: metadata.sections,
    title: title?.value ?? null,
    authors: authors?.value ?? [],
    isDisclaimed: isDisclaimed || marks.hasDisclaimer,
    // A box without a label stands under the news of many a reporter.
    authorNote: note
      ? { text: note, isLabelled }
      : inBox !== box
        ? { text: inBox, isLabelled: true }
        : null,
  })
  const head = {
    title: title?.value ?? null,
    standfirst: metadata.standfirst?.value ?? null,
    authors: authors?.value ?? [],
    language: marks.htmlLanguage,
  }
  const text = withoutHead(blocks, head, marks.origins)
    .map((block) => block.text)
    .join('\n\n')
  const language = findLanguage(`${title?.value ?? ''}\n${text}`, marks.htmlLanguage)
  const standfirst =
    metadata.standfirst ?? (kind === 'column' ? firstSentence(text, language?.value ?? null) : null)
  const wall = findWall(marks, {
    text,
    around: article.all.map((block) => block.text).join('\n'),
    isFree: metadata.jsonLd?.isFree ?? true,
  })
  const page: ReadPage = {
    url,
    title: title?.value ?? null,
    authors: authors?.value ?? [],
    publishedAt: metadata.publishedAt?.value.at.toString() ?? null,
    precision: metadata.publishedAt?.value.precision ?? 'none',
    language: language?.value ?? null,
    standfirst: standfirst?.value ?? null,
    picture: metadata.picture?.value ?? null,
    authorNote: authorNote?.value ?? null,
    kind,
    kindReason: reason,
    sources: sourcesOf({
      url: metadata.url,
      title,
      authors,
      publishedAt: metadata.publishedAt,
      language,
      standfirst,
      picture: metadata.picture,
      authorNote,
      text: sourced(text, article.source),
    }),
    text,
  }
  if (wall) return { kind: 'wall', wall, page }
  if (text) return { kind: 'page', page }
  return {
    kind: 'nothing',
    reason: cut.cutAt ? { code: 'no-article-before', reason: cut.cutAt } : { code: 'no-article' },
  }
}

/** Who signs nowhere may be told of in a note about the author. */
function notedAuthor(notes: (string | null)[]): Sourced<string[]> | null {
  const [name] = notes.flatMap((note) => (note && personInNote(note)) || [])
  return name ? { value: [name], source: 'the note about the author' } : null
}

/** The text's own language; what the page claims only where the text is too short to detect it. */
function findLanguage(text: string, claim: string | null): Sourced<string> | null {
  return firstFound([
    () => sourced(detectLanguage(text), 'the text'),
    () => sourced(claim?.split('-')[0]?.toLowerCase().slice(0, 3), 'the lang attribute'),
  ])
}

/** The first sentence of some length: it stands in for the standfirst of a column without one. */
function firstSentence(text: string, language: string | null): Sourced<string> | null {
  const sentences = sentencesOf(text.slice(0, 2000), language)
  return sourced(
    sentences.find((sentence) => sentence.length > 40),
    'the first sentence',
  )
}

function sourcesOf(found: Record<string, Sourced<unknown> | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) => (value ? [[name, value.source]] : [])),
  )
}
