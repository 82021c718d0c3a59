// Full-text search by FTS5: https://sqlite.org/fts5.html
import { sql } from 'kysely'
import { mostHits, type Question } from '../../domain/question.ts'
import type { SearchFound, SearchHit, SearchNothing, SearchRequest } from '../../domain/search.ts'
import { withBeginnings } from '../../text/question/widen.ts'
import { holdsExactly } from '../../text/search/exact.ts'
import { excerptOf } from '../../text/search/excerpt.ts'
import { searchLanguage } from '../../text/search/language.ts'
import { createNormaliser } from '../../text/search/normalise.ts'
import { text } from '../cells.ts'
import type { Database } from '../tables.ts'
import { isWholeIndexed } from './search-index.ts'
import { type Match, matchOf } from './search-match.ts'
import { explainNothing } from './search-nothing.ts'
import { countAbout, type Hit, type Walk, walkMatches } from './search-walk.ts'

/** How much a word counts in title, lead, text and author; marks do not. */
const weights = [10, 4, 1, 4, 0]

/**
 * Looks for the articles that a question asks for, one entry for each story. It takes about `limitMs` at
 * the most: what was found until then is then all that it answers.
 */
export async function findArticles(
  db: Database,
  request: SearchRequest,
  { limitMs = Number.POSITIVE_INFINITY } = {},
): Promise<SearchFound | SearchNothing> {
  const deadline = performance.now() + limitMs
  const asked = await look(db, request, request.question, deadline)
  const widened = withBeginnings(request.question)
  const wide =
    asked.hits.length === 0 && widened ? await look(db, request, widened, deadline) : null
  const found = wide && wide.hits.length > 0 ? wide : asked
  const isPartial = !found.isWhole || !(await isWholeIndexed(db))
  if (found.hits.length > 0) {
    const page = await pageOf(db, request, found, deadline)
    if (page.hits.length > 0 || page.total > 0) {
      const isWidened = found === wide
      return { kind: 'found', ...page, isWidened, isPartial: isPartial || page.isPartial }
    }
  }
  const { unknown } = found.match
  return { kind: 'nothing', isPartial, unknown, ...(await explainNothing(db, request, deadline)) }
}

type Looked = Walk & { match: Match }

async function look(
  db: Database,
  { fromMs, untilMs }: SearchRequest,
  question: Question,
  deadline: number,
): Promise<Looked> {
  const match = await matchOf(db, question)
  const walk = await walkMatches(
    db,
    match.expression,
    { fromMs, untilMs, most: mostHits + 1 },
    deadline,
  )
  return { ...walk, match }
}

type Page = Pick<SearchFound, 'hits' | 'total' | 'isAbout' | 'hasMore' | 'isPartial'>

async function pageOf(
  db: Database,
  request: SearchRequest,
  { hits, match, span }: Looked,
  deadline: number,
): Promise<Page> {
  const known = hits.slice(0, mostHits)
  const ordered =
    request.order === 'relevance' ? await byRelevance(db, match, known) : known.toSorted(newest)
  const { chosen, looked, held, hasMore } = await choose(db, ordered, request, match, deadline)
  const isMany = hits.length > mostHits
  const counted = isMany ? await countAbout(db, known, span) : known.length
  const isShare = held < looked
  return {
    hits: await withExcerpts(db, chosen, match),
    total: isShare ? Math.max(held, Math.round((counted * held) / looked)) : counted,
    isAbout: isMany || (isShare && looked < known.length),
    hasMore,
    isPartial: looked < known.length && chosen.length < request.limit && !hasMore,
  }
}

const newest = (a: Hit, b: Hit) => b.publishedAt - a.publishedAt || b.articleId - a.articleId

/** By bm25 (Robertson and Zaragoza 2009), among the newest. */
async function byRelevance(db: Database, { expression }: Match, hits: readonly Hit[]) {
  const rows = hits.map(({ row }) => row)
  const { rows: scores } = await sql<{ row: number; score: number }>`
    select rowid as row, bm25(article_search_text, ${sql.join(weights.map((w) => sql.lit(w)))}) as score
    from article_search_text where article_search_text match ${expression}
    and rowid between ${rows.at(-1) ?? 0} and ${rows[0] ?? 0}`.execute(db)
  const scoreOf = new Map(scores.map(({ row, score }) => [row, score]))
  return hits.toSorted(
    (a, b) => (scoreOf.get(a.row) ?? 0) - (scoreOf.get(b.row) ?? 0) || newest(a, b),
  )
}

/** Few enough that a page is mostly one read. */
const chunk = 40

/** Chooses the entries of a page: the first article of each story that holds every quotation as it stands. */
async function choose(
  db: Database,
  hits: readonly Hit[],
  { offset, limit }: SearchRequest,
  { exact }: Match,
  deadline: number,
) {
  const stories = new Set<number>()
  const chosen: number[] = []
  let [entries, looked, held] = [0, 0, 0]
  while (looked < hits.length && (looked === 0 || performance.now() < deadline)) {
    const some = hits.slice(looked, looked + chunk).map(({ articleId }) => articleId)
    const storyOf = await storiesOf(db, some)
    const texts = exact.length > 0 ? await textsOf(db, some) : null
    for (const id of some) {
      const isEnough = chosen.length === limit
      looked++
      if (texts && !exact.every((words) => holds(texts.get(id), words))) continue
      held++
      const story = storyOf.get(id) ?? null
      if (story !== null && stories.has(story)) continue
      if (isEnough) return { chosen, looked, held, hasMore: true }
      if (story !== null) stories.add(story)
      if (++entries > offset) chosen.push(id)
    }
  }
  return { chosen, looked, held, hasMore: false }
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

async function textsOf(db: Database, ids: readonly number[]): Promise<Map<number, Texts>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('article')
    .select(['id', 'language', 'title', 'standfirst', 'summary', 'body', 'author'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, language, body, standfirst, summary, title, author }) => [
      id,
      {
        language: searchLanguage(
          text(language) ?? null,
          [title, standfirst, body].map((part) => text(part) ?? ''),
        ),
        parts: [body, standfirst, summary, title, author].map((part) => text(part) ?? ''),
      },
    ]),
  )
}

function holds(texts: Texts | undefined, words: string): boolean {
  return texts?.parts.some((part) => holdsExactly(part, words)) ?? false
}

const normaliser = createNormaliser()

async function withExcerpts(
  db: Database,
  ids: readonly number[],
  { wanted }: Match,
): Promise<SearchHit[]> {
  const texts = await textsOf(db, ids)
  normaliser.takeMet()
  return ids.map((articleId) => {
    const { language = null, parts = [] } = texts.get(articleId) ?? {}
    // The text, and where it has none of the words what stands above it.
    const excerpts = parts.slice(0, 3).map((part) => excerptOf(part, language, wanted, normaliser))
    return { articleId, excerpt: excerpts.find((each) => each !== null) ?? null }
  })
}
