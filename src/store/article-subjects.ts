import { readCell } from './cells.ts'
import { articleShape } from './news-shapes.ts'
import { slices } from './slices.ts'
import type { Database } from './tables.ts'

/** Who wrote a column, by number, and which story it is about. */
export type ArticleSubject = { columnistId: number | null; aboutStory: number | null }

/** The subjects of these articles, by their numbers. */
export async function articleSubjects(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, ArticleSubject>> {
  const subjects = new Map<number, ArticleSubject>()
  for (const some of slices(ids)) {
    const rows = await db
      .selectFrom('article')
      .where('id', 'in', some)
      .select(['id', 'columnist_id', 'about_story'])
      .execute()
    for (const { id, columnist_id, about_story } of rows) {
      subjects.set(id, {
        columnistId: readCell(articleShape.columnist_id, columnist_id),
        aboutStory: readCell(articleShape.about_story, about_story),
      })
    }
  }
  return subjects
}
