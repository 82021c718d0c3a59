import type { SearchFound, SearchHit, SearchNothing } from '../../domain/search.ts'
import { type ArticleRow, articleFromRow, articleRows } from '../read-article.ts'
import { extentsOf } from '../story-sources.ts'
import type { Database } from '../tables.ts'

/** A hit as it passes between threads, which articles with their instants cannot. */
type HitRow = Omit<SearchHit, 'article'> & { row: ArticleRow | null }

/** An answer as it passes between threads. */
export type FoundRows = Omit<SearchFound, 'hits'> & { hits: HitRow[] }

/** Makes the answer of what another thread has found. */
export function answerFrom(found: FoundRows | SearchNothing): SearchFound | SearchNothing {
  if (found.kind === 'nothing') return found
  const hits = found.hits.map(({ row, ...hit }) => ({
    ...hit,
    article: row && articleFromRow(row),
  }))
  return { ...found, hits }
}

const alone = { articles: 1, sources: 1 }

/** A hit of which nothing but its number is wanted. */
export function bareHit(articleId: number): HitRow {
  return { articleId, excerpt: null, row: null, ...alone }
}

/** Loads what is shown of hits. */
export async function withRows(
  db: Database,
  hits: readonly Pick<SearchHit, 'articleId' | 'excerpt'>[],
): Promise<HitRow[]> {
  const ids = hits.map(({ articleId }) => articleId)
  const rows = await articleRows(db).where('article.id', 'in', ids).execute()
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const extents = await extentsOf(
    db,
    rows.flatMap(({ story_id }) => story_id ?? []),
  )
  return hits.map((hit) => {
    const row = rowOf.get(hit.articleId) ?? null
    return { ...hit, row, ...(extents.get(row?.story_id ?? 0) ?? alone) }
  })
}
