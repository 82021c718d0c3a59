import { type DatedInstant, offsetOf } from '../text/dates/read.ts'
import { guessLanguage } from '../text/languages.ts'
import type { JsonLdArticle } from './json-ld.ts'
import type { DatePart } from './marked-parts.ts'
import {
  holdsDate,
  holdsSlashedDate,
  type PageDateContext,
  readMarkedDate,
  readPageDate,
  slashOrder,
} from './page-date.ts'
import type { PageMarks } from './page-marks.ts'
import { firstFound, type Sourced } from './sourced.ts'

const metaNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'article:published',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date',
  'dc.date.issued',
  'article.published',
  'publication_date',
  'cxenseparse:recs:publishtime',
]
/** Others are named in the same words. */
const metaPattern =
  /publi.*(?:date|time)|pub[-_]?(?:date|time)|(?:date|time).*publi|issued|created|(?:post|release|display|article|citation|online|original|dc|entry|news)[-_.:]*(?:date|time)|(?:date|time)[-_.:]*(?:post|release|creat)|^published$/
const noMeta = /modif|updat|expir|valid|event|start|end(?:[-_]|$)|copyright|locale|video|reading/
const modifiedNames = ['article:modified_time', 'og:updated_time', 'last-modified', 'datemodified']
const addressDays = [
  /\/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/,
  /[/_-](20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?=[/_.-]|$)/,
]
const changedLine =
  /^(?:(?:last )?(?:updated|modified)|оновлено|обновлено|aktualisiert|zuletzt|mis à jour|actualizado|aggiornato|atualizado|zaktualizowano)/i
const publishedLine =
  /^\P{L}{0,4}(?:(?:first )?(?:published|posted|created)|date|veröffentlicht|erstellt|eingestellt|gepostet|datum|stand|publié|posté|mis en ligne|publicado|publicada|fecha|pubblicato|postato|data|opublikowan|dodano|geplaatst|gepubliceerd|publicerad|publisert|udgivet|julkaistu|опубліковано|дата|опубликовано|размещено|додано|投稿日|公開日|掲載日|发布|発表|작성일|입력|yayın)(?!\p{L}{8})/iu
/** English-speaking countries that write the day first. */
const dayFirstHost = /\.(?:uk|au|nz|ie|in|za|ng|ke|gh|pk|lk|sg|my|hk|mt|eu)$/

/**
 * When a page says that it was published. Times without a zone are in the offset that any other date
 * of the page carries, or in UTC.
 */
export function findPublished(
  jsonLd: JsonLdArticle | null,
  marks: PageMarks,
  address: string | null,
): Sourced<DatedInstant> | null {
  const { metas, dateParts, below, above, htmlLanguage } = marks
  const offsetMinutes = pageOffset([
    jsonLd?.datePublished,
    jsonLd?.dateModified,
    metas.get('article:published_time'),
    metas.get('article:modified_time'),
    metas.get('og:updated_time'),
    ...dateParts.map(({ datetime }) => datetime),
  ])
  const plain = { language: htmlLanguage, offsetMinutes }
  const inHead = firstFound(
    [
      [jsonLd?.datePublished, 'JSON-LD datePublished'] as const,
      ...metaNames.map((name) => [metas.get(name), `meta ${name}`] as const),
    ].map(([text, source]) => () => {
      const value = text ? readPageDate(text, plain) : null
      return value && { value, source }
    }),
  )
  // Nearly all pages say it there in a form that takes no knowledge of their language.
  if (inHead) return inHead
  const known = [htmlLanguage, guessLanguage(marks.opening)].filter((each) => each !== null)
  const languages: (string | null)[] = known.length > 0 ? [...new Set(known)] : [null]
  const shown = [...below, ...dateParts].map(({ text }) => text)
  const monthFirst = slashOrder([...metas.values(), ...shown]) ?? usualOrder(languages, address)
  const readAs =
    (reader: (text: string, context: PageDateContext) => DatedInstant | null) =>
    (text: string | null | undefined, source: string): Sourced<DatedInstant> | null => {
      for (const language of text ? languages : []) {
        const value = reader(text ?? '', { language, offsetMinutes, monthFirst })
        if (value) return { value, source }
      }
      return null
    }
  const read = readAs(readPageDate)
  const readMarked = readAs(readMarkedDate)
  const isDated = ({ text }: { text: string }) =>
    text.length < 160 &&
    !changedLine.test(text) &&
    (holdsSlashedDate(text) || languages.some((language) => holdsDate(text, language)))
  const near = () => [...below.slice(0, 12), ...above.slice(0, 3)].find(isDated)?.text
  const ordered = nearestFirst(dateParts)
  const readPart = ({ text, datetime }: DatePart) =>
    read(datetime, 'the marked date') ?? readMarked(text, 'the marked date')
  const published = ordered.filter(({ says }) => says === 'published')
  const others = ordered.filter(({ says, text }) => says === null && !changedLine.test(text))
  return firstFound([
    () => read(jsonLd?.datePublished, 'JSON-LD datePublished'),
    ...metaNames.map((name) => () => read(metas.get(name), `meta ${name}`)),
    ...[...metas.keys()]
      .filter((name) => metaPattern.test(name) && !noMeta.test(name))
      .map((name) => () => read(metas.get(name), `meta ${name}`)),
    ...[...published, ...others].map((part) => () => read(part.datetime, 'the time element')),
    ...published.map((part) => () => readPart(part)),
    () => read(near(), 'the date below the heading'),
    () => read(dayInAddress(address), 'the address'),
    ...others.map((part) => () => readPart(part)),
    ...marks.datelines
      .filter((text) => publishedLine.test(text))
      .map((text) => () => readMarked(text, 'the line of the date')),
    () => read(jsonLd?.dateModified, 'JSON-LD dateModified'),
    ...modifiedNames.map((name) => () => read(metas.get(name), `meta ${name}`)),
    ...ordered.map((part) => () => readPart(part)),
  ])
}

/** From the heading on, then those above it from the nearest. */
function nearestFirst(parts: DatePart[]): DatePart[] {
  return [
    ...parts.filter(({ isBelowHeading }) => isBelowHeading),
    ...parts.filter(({ isBelowHeading }) => !isBelowHeading).toReversed(),
  ]
}

function dayInAddress(address: string | null): string | null {
  for (const form of addressDays) {
    const [, year = '', month = '', day = ''] = form.exec(address ?? '') ?? []
    if (year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return null
}

/** Whether the month comes first in slashes where a page is written; null for an unknown language. */
function usualOrder(languages: (string | null)[], address: string | null): boolean | null {
  const known = languages.flatMap((language) => language ?? [])
  if (known.length === 0) return null
  if (known.some((language) => !/^en\b/i.test(language))) return false
  const region = known.map((language) => /^en[-_](\w+)/i.exec(language)?.[1]).find(Boolean)
  if (region) return /^us$/i.test(region)
  return !dayFirstHost.test(URL.parse(address ?? '')?.hostname ?? '')
}

function pageOffset(dates: (string | null | undefined)[]): number {
  for (const date of dates) {
    const offset = date && /[+-]\d{2}:?\d{2}\s*$/.test(date) ? offsetOf(date) : null
    if (offset !== null) return offset
  }
  return 0
}
