import { digestDays, shapeOf } from '../digests/layout.ts'
import { fallbackLanguage } from '../domain/language.ts'
import { letOthersWork } from '../lib/let-others-work.ts'
import { frontPage } from '../serving/front-page.ts'
import { newsOfPaper } from '../serving/news/paper.ts'
import { newsOfSpan } from '../serving/news/span.ts'
import type { Database } from '../store/tables.ts'
import { translatedPapers } from '../store/translated-papers.ts'

/** So many papers are looked at in a round; those that have more readers go first. */
const mostPapers = 50

/**
 * The numbers of the articles on the first pages of the papers that chats want translated, by the language
 * into which: those that the most chats are shown first. `dueBy` is as for `translatedPapers`.
 */
export async function shownTranslated(
  db: Database,
  now: Temporal.Instant,
  dueBy: Temporal.Instant | null,
): Promise<Map<string, number[]>> {
  const readersOf = new Map<string, Map<number, number>>()
  const asked = { fallback: fallbackLanguage, dueBy, most: mostPapers }
  for (const { paper, zone, language, readers } of await translatedPapers(db, asked)) {
    const span = await newsOfSpan(db, { asOf: now, days: digestDays }, zone)
    const news = await newsOfPaper(db, span, paper, now)
    const { chosen, digest, followed } = await frontPage(
      news,
      { page: 0, asOf: now, after: null },
      { zone, shape: shapeOf(paper.length), language },
    )
    const shown = [
      ...[...followed.stories, ...chosen].map(({ lead }) => lead),
      ...[...followed.columns, ...digest.days.flatMap(({ columns }) => columns)],
    ]
    const counts = readersOf.get(language) ?? new Map<number, number>()
    readersOf.set(language, counts)
    for (const { id } of shown) counts.set(id, (counts.get(id) ?? 0) + readers)
    await letOthersWork()
  }
  return new Map(
    [...readersOf].map(([language, counts]) => [
      language,
      [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id),
    ]),
  )
}
