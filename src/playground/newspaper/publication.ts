import type { Outlet, SampleArticle } from './edition.ts'

/** An article of a certain day, with its address below the newspaper's own. */
export type Publication = { article: SampleArticle; publishedAt: Temporal.Instant; path: string }

// As many as there are editions: no feed holds an article twice.
const daysListed = 3

/** What an outlet has published by `now`: today's and the two days before it, newest first. */
export function publishedBy(outlet: Outlet, now: Temporal.Instant): Publication[] {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const days = Array.from({ length: daysListed }, (_, i) => today.subtract({ days: i }))
  return days
    .flatMap((day) => editionOf(outlet, day))
    .filter(({ publishedAt }) => Temporal.Instant.compare(publishedAt, now) <= 0)
}

/** The article at an address, if it is out by `now`; it stays at its address for good. */
export function publicationAt(
  outlet: Outlet,
  path: string,
  now: Temporal.Instant,
): Publication | null {
  const date = /\/(\d{4})\/(\d{2})\/(\d{2})\/[^/]+$/.exec(path)
  if (!date) return null
  const [, year, month, day] = date.map(Number)
  const plain = { year: year ?? 0, month: month ?? 0, day: day ?? 0 }
  try {
    const edition = editionOf(outlet, Temporal.PlainDate.from(plain, { overflow: 'reject' }))
    const found = edition.find((publication) => publication.path === path)
    return found && Temporal.Instant.compare(found.publishedAt, now) <= 0 ? found : null
  } catch {
    return null
  }
}

/** An outlet's articles of one UTC day, newest first; its editions take turns. */
function editionOf(outlet: Outlet, day: Temporal.PlainDate): Publication[] {
  const { editions } = outlet
  const articles = editions[daysSinceEpoch(day) % editions.length] ?? []
  const date = day.toString().replaceAll('-', '/')
  return articles
    .map((article) => ({
      article,
      publishedAt: Temporal.Instant.from(`${day}T${article.time}:00Z`),
      path: `/${outlet.slug}/${date}/${slugOf(article)}`,
    }))
    .toSorted((a, b) => Temporal.Instant.compare(b.publishedAt, a.publishedAt))
}

function daysSinceEpoch(day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(day).days
}

// Titles in other scripts make no slug: their hour names them.
function slugOf({ title, time }: SampleArticle): string {
  const words = title
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[a-z0-9]+/g)
  return words ? words.join('-') : `novyna-${time.replace(':', '')}`
}
