import SQLite from 'better-sqlite3'

/** Whether SQLite says that a file is not the database that it was. */
export function isDamage(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
}

/** What has happened to a database, and what its keeper can do. */
export function damageSentence(file: string): string {
  return (
    `The database ${file} is damaged. Stop whatever uses it, keep a copy, and put a backup in its ` +
    `place; without one, sqlite3 ${file} .recover | sqlite3 NEW saves what can still be read`
  )
}
