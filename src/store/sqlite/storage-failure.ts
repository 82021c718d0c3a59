import SQLite from 'better-sqlite3'

// https://sqlite.org/rescode.html
const storageCodes = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|READONLY|CANTOPEN)/

/** Whether the database could not be read or written at all, whatever was asked of it. */
export function isStorageFailure(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && storageCodes.test(error.code)
}
