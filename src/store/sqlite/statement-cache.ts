import type SQLite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

const mostStatements = 500

/**
 * The database for Kysely, with each statement prepared once: Kysely asks for it anew with every
 * query, and preparing a large insert takes as long as running it.
 */
export function withStatementCache(sqlite: SQLite.Database): SqliteDatabase {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    prepare(sql) {
      // Some take effect when they are prepared (https://sqlite.org/pragma.html).
      if (sql.startsWith('pragma')) return sqlite.prepare<unknown[]>(sql)
      const statement = statements.get(sql) ?? sqlite.prepare<unknown[]>(sql)
      // The last used stands last, so that the first is the one to let go.
      statements.delete(sql)
      statements.set(sql, statement)
      const [oldest] = statements.keys()
      if (statements.size > mostStatements && oldest !== undefined) statements.delete(oldest)
      return statement
    },
    close: () => sqlite.close(),
  }
}
