import { zoneOffset } from '../text/dates/zone.ts'
import type { JsonLdArticle } from './json-ld.ts'
import { holdsDate, readPageDate } from './page-date.ts'
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
const addressDay = /\/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/

/**
 * When a page says that it was published. Times without a zone are in the offset that any other date
 * of the page carries, or in UTC.
 */
export function findPublished(
  jsonLd: JsonLdArticle | null,
  marks: PageMarks,
  address: string | null,
): Sourced<Temporal.Instant> | null {
  const { metas, times, below, above, htmlLanguage: language } = marks
  const offsetMinutes = pageOffset([
    jsonLd?.datePublished,
    jsonLd?.dateModified,
    metas.get('article:published_time'),
    metas.get('article:modified_time'),
    metas.get('og:updated_time'),
    ...times.map(({ datetime }) => datetime),
  ])
  const read = (
    text: string | null | undefined,
    source: string,
  ): Sourced<Temporal.Instant> | null => {
    const value = text ? readPageDate(text, { language, offsetMinutes }) : null
    return value ? { value, source } : null
  }
  const time = times.find(({ isPublished }) => isPublished) ?? times[0]
  const shown = [...below.slice(0, 12), ...above.slice(0, 3)].find(
    ({ text }) =>
      text.length < 160 && holdsDate(text, language) && !/^(?:updated|оновлено)/i.test(text),
  )
  const [, year, month, day] = addressDay.exec(address ?? '') ?? []
  return firstFound([
    () => read(jsonLd?.datePublished, 'JSON-LD datePublished'),
    ...metaNames.map((name) => () => read(metas.get(name), `meta ${name}`)),
    () => read(time?.datetime, 'the time element'),
    () => read(shown?.text, 'the date below the heading'),
    () =>
      read(year && `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`, 'the address'),
  ])
}

function pageOffset(dates: (string | null | undefined)[]): number {
  for (const date of dates) {
    const offset = date && /[+-]\d{2}:?\d{2}\s*$/.test(date) ? zoneOffset(date) : null
    if (offset !== null) return offset
  }
  return 0
}
