import SQLite from 'better-sqlite3'
import { checkWhole } from './check-whole.ts'
import { forgetCleanEnd, noteCleanEnd, wasCleanEnd } from './clean-end.ts'
import { makeFile, openFile } from './open-file.ts'

/** Ends the hold on a database, once nothing uses it any more. */
export type Release = () => void

/** Another process may look for a moment whether the database is held. */
const glanceMs = 200

/**
 * Takes the database in `file` for this process alone, or returns null when another one holds it.
 * The hold is SQLite's own lock on a file beside it, so the system ends it even after a kill.
 * Throws when `file` cannot be opened as a database, and leaves nothing beside it; or when it is
 * damaged, which is looked for where the last run was not released.
 */
export function holdDatabase(file: string): Release | null {
  openFile(file).close()
  const lock = takeLock(file)
  if (!lock) return null
  try {
    checkWhole(file, { isTrusted: wasCleanEnd(file) })
    forgetCleanEnd(file)
  } catch (error) {
    lock.close()
    throw error
  }
  return () => {
    noteCleanEnd(file)
    lock.close()
  }
}

/** Throws when a database is damaged; one that a process holds was looked at by that process. */
export function checkUnheld(file: string): void {
  const lock = takeLock(file)
  if (!lock) return
  lock.close()
  checkWhole(file, { isTrusted: wasCleanEnd(file) })
}

function takeLock(file: string): SQLite.Database | null {
  makeFile(`${file}.lock`)
  const lock = new SQLite(`${file}.lock`, { timeout: glanceMs })
  try {
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof SQLite.SqliteError && error.code === 'SQLITE_BUSY') return null
    throw error
  }
}
