import type { SearchRequest } from '../../domain/search.ts'
import { holdsExactly } from '../../text/search/exact.ts'
import { searchLanguage } from '../../text/search/language.ts'
import { text } from '../cells.ts'
import type { Database } from '../tables.ts'
import type { Part } from './search-match.ts'
import type { Hit } from './search-walk.ts'

const none: ReadonlyMap<number, number | null> = new Map()

/** Few enough that a page is mostly one read. */
const chunk = 40

export type Chosen = {
  ids: number[]
  /** How many hits were looked at, and how many of those hold every quotation. */
  looked: number
  held: number
  hasMore: boolean
  isLate: boolean
}

type Wanted = Pick<SearchRequest, 'offset' | 'limit' | 'isEveryArticle'>

/** Chooses the entries of a page: the first article of each story, or every one, that holds every quotation as it stands. */
export async function choose(
  db: Database,
  hits: readonly Hit[],
  { offset, limit, isEveryArticle = false }: Wanted,
  parts: readonly Part[],
  deadline: number,
): Promise<Chosen> {
  const exact = parts.flatMap((part) => part.exact ?? [])
  const stories = new Set<number>()
  const ids: number[] = []
  let [entries, looked, held] = [0, 0, 0]
  while (looked < hits.length) {
    if (looked > 0 && performance.now() > deadline) {
      return { ids, looked, held, hasMore: false, isLate: true }
    }
    const some = hits.slice(looked, looked + chunk).map(({ articleId }) => articleId)
    const storyOf = isEveryArticle ? none : await storiesOf(db, some)
    const texts = exact.length > 0 ? await textsOf(db, some) : null
    for (const id of some) {
      const isEnough = ids.length === limit
      looked++
      if (texts && !exact.every((words) => holds(texts.get(id), words))) continue
      held++
      const story = storyOf.get(id) ?? null
      if (story !== null && stories.has(story)) continue
      if (isEnough) return { ids, looked, held, hasMore: true, isLate: false }
      if (story !== null) stories.add(story)
      if (++entries > offset) ids.push(id)
    }
  }
  return { ids, looked, held, hasMore: false, isLate: false }
}

async function storiesOf(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, number | null>> {
  const rows = await db
    .selectFrom('article')
    .select(['id', 'story_id'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, story_id }) => [id, story_id]))
}

type Texts = { language: string | null; parts: string[] }

/** What articles say, by their numbers: their texts, and what stands above and beside these. */
export async function textsOf(db: Database, ids: readonly number[]): Promise<Map<number, Texts>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('article')
    .leftJoin('columnist', 'columnist.id', 'article.columnist_id')
    .leftJoin('columnist as person', 'person.id', 'columnist.merged_into')
    .select(['article.id', 'language', 'title', 'standfirst', 'summary', 'body', 'author'])
    .select('person.name as person')
    .where('article.id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, language, body, standfirst, summary, title, author, person }) => [
      id,
      {
        language: searchLanguage(
          text(language) ?? null,
          [title, standfirst, body].map((part) => text(part) ?? ''),
        ),
        parts: [body, standfirst, summary, title, author, person].map((part) => text(part) ?? ''),
      },
    ]),
  )
}

function holds(texts: Texts | undefined, words: string): boolean {
  return texts?.parts.some((part) => holdsExactly(part, words)) ?? false
}
