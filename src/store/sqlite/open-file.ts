import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'

/**
 * Opens a SQLite file (`:memory:` for one that lasts as long as the process); makes it and its folder
 * when missing, for this user alone. Throws an error that names the file, with the reason as its
 * `cause`.
 */
export function openFile(file: string): SQLite.Database {
  try {
    if (file !== ':memory:') makeFile(file)
    const sqlite = new SQLite(file)
    // SQLite looks at a file only when it is read: one that is no database shows now.
    sqlite.pragma('schema_version')
    return sqlite
  } catch (cause) {
    throw new Error(`The database ${file} cannot be opened`, { cause })
  }
}

/**
 * Makes a file and its folder, where missing, for this user alone: readers' chats are nobody else's
 * business. What SQLite lays beside a database has the same rights.
 */
export function makeFile(file: string): void {
  makeFolder(dirname(file))
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
}

// Step by step: `recursive` of Node goes on for ever under /proc, where nothing can be made.
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is a file, not a folder`)
    return
  }
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    // Another process may have made it just now.
    if (code !== 'EEXIST') throw new Error(`the folder ${folder} cannot be made (${code})`)
  }
}
