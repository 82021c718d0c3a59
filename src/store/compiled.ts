import { type Compilable, CompiledQuery, type QueryResult } from 'kysely'
import type { Database } from './tables.ts'

const statements = new Map<string, string>()
const mostStatements = 500

/**
 * Runs a query that is the same but for its parameters each time it is called under `key`. Kysely
 * builds a large one for as long as the database runs it, so its SQL is built once. `parameters` are
 * in the order in which the SQL names them; rows of an insert name their columns in their own order.
 */
export async function runCompiled<Row>(
  db: Database,
  key: string,
  build: () => Compilable<Row>,
  parameters: readonly unknown[],
): Promise<QueryResult<Row>> {
  const sql = statements.get(key) ?? build().compile().sql
  if (statements.size < mostStatements) statements.set(key, sql)
  return db.executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]))
}

const mostRows = 256

/**
 * Inserts rows that all have the same columns in the same order, in statements of 256, 128, 64 … rows:
 * of so few sizes each is built once. Returns what each statement answers.
 */
export async function insertInParts<Row extends object, Answer>(
  db: Database,
  key: string,
  rows: readonly Row[],
  build: (rows: Row[]) => Compilable<Answer>,
): Promise<QueryResult<Answer>[]> {
  const results: QueryResult<Answer>[] = []
  for (let done = 0; done < rows.length; ) {
    const size = Math.min(mostRows, 2 ** Math.floor(Math.log2(rows.length - done)))
    const part = rows.slice(done, done + size)
    const parameters = part.flatMap(Object.values)
    results.push(await runCompiled(db, `${key} ${size}`, () => build(part), parameters))
    done += size
  }
  return results
}
