import { readCell } from './cells.ts'
import { storyShape } from './news-shapes.ts'
import type { Database } from './tables.ts'

/** More parts than a page has room for; a damaged database may name them in a circle. */
const mostParts = 300

/** The number of the story that a story has become part of, or its own; null where there is none. */
export async function wholeStory(db: Database, storyId: number): Promise<number | null> {
  let id = storyId
  for (let step = 0; step < mostParts; step++) {
    const row = await db
      .selectFrom('story')
      .select('merged_into')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return null
    const into = readCell(storyShape.merged_into, row.merged_into)
    if (into === null) return id
    id = into
  }
  return null
}

/**
 * The stories that are one running story with this one: itself, what became part of it, what it goes on
 * from, and what goes on from it.
 */
export async function storyRun(db: Database, storyId: number): Promise<number[]> {
  const run = new Set([storyId])
  let open = [storyId]
  while (open.length > 0 && run.size < mostParts) {
    const rows = await db
      .selectFrom('story')
      .select(['id', 'continues', 'merged_into'])
      .where((e) =>
        e.or([e('id', 'in', open), e('continues', 'in', open), e('merged_into', 'in', open)]),
      )
      .orderBy('id')
      .limit(mostParts)
      .execute()
    const met = rows.flatMap((row) => [
      row.id,
      readCell(storyShape.continues, row.continues) ?? row.id,
      readCell(storyShape.merged_into, row.merged_into) ?? row.id,
    ])
    open = [...new Set(met)].filter((id) => !run.has(id))
    for (const id of open) run.add(id)
  }
  return [...run]
}
