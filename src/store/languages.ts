import { newestArrival } from './arrivals.ts'
import { readCell } from './cells.ts'
import { articleShape } from './news-shapes.ts'
import type { Database } from './tables.ts'

/** Enough for every language that comes at all, and few enough to look through. */
const newest = 3000

/** The languages (BCP 47) of the newest articles. */
export async function languagesOfNews(db: Database): Promise<string[]> {
  const last = await newestArrival(db)
  const rows = await db
    .selectFrom('article')
    .where('arrival', '>', last - newest)
    .select('language')
    .distinct()
    .execute()
  return rows.flatMap(({ language }) => readCell(articleShape.language, language) ?? [])
}
