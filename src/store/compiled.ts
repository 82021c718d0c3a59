import { type Compilable, CompiledQuery } from 'kysely'
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
): Promise<Row[]> {
  const sql = statements.get(key) ?? build().compile().sql
  if (statements.size < mostStatements) statements.set(key, sql)
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]))
  return rows
}
