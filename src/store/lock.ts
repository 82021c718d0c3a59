import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'

/** Ends the hold on a database. */
export type Release = () => void

/**
 * Takes the database in `file` for this process alone, or returns null when another one holds it.
 * The hold is SQLite's own lock on a file beside it, so the system ends it even after a kill.
 */
export function holdDatabase(file: string): Release | null {
  mkdirSync(dirname(file), { recursive: true })
  const lock = new SQLite(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (error instanceof SQLite.SqliteError && error.code === 'SQLITE_BUSY') return null
    throw error
  }
}
