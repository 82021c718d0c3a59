import SQLite from 'better-sqlite3'
import { openFile } from './open-file.ts'

/** Ends the hold on a database. */
export type Release = () => void

/**
 * Takes the database in `file` for this process alone, or returns null when another one holds it.
 * The hold is SQLite's own lock on a file beside it, so the system ends it even after a kill.
 * Throws when `file` cannot be opened as a database, and leaves nothing beside it.
 */
export function holdDatabase(file: string): Release | null {
  openFile(file).close()
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
