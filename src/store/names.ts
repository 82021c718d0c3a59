import { articleShape, columnistShape } from './news-shapes.ts'
import type { Database } from './tables.ts'

/** The names of columnists by number: of one that was merged into another, that of the other. */
export async function columnistNames(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('columnist')
    .leftJoin('columnist as other', 'other.id', 'columnist.merged_into')
    .where('columnist.id', 'in', ids)
    .select((e) => ['columnist.id', e.fn.coalesce('other.name', 'columnist.name').as('name')])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, columnistShape.name.read(name) ?? '']))
}

/** The headlines by which stories are known, by number: of one that was merged, that of the whole. */
export async function storyTitles(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('story')
    .leftJoin('story as whole', 'whole.id', 'story.merged_into')
    .innerJoin('article', (join) =>
      join.on((e) => e('article.id', '=', e.fn.coalesce('whole.lead_id', 'story.lead_id'))),
    )
    .where('story.id', 'in', ids)
    .select(['story.id', 'article.title'])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, articleShape.title.read(title) ?? '']))
}
