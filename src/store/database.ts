import type SQLite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { migrateToLatest } from './migrate.ts'
import { damageSentence, isDamage } from './sqlite/damage.ts'
import { openFile } from './sqlite/open-file.ts'
import { SharedSqliteDialect } from './sqlite/shared-dialect.ts'
import type { Database, Tables } from './tables.ts'

/** How long whatever finds the database locked waits for its turn. */
const usualPatienceMs = 5000

/**
 * Opens the SQLite database in `file` (`:memory:` for one that lasts as long as the process), makes
 * its folder when missing, and brings its tables up to date. Throws with a `cause` when the file
 * cannot be opened or a migration fails.
 */
export async function openDatabase(
  file: string,
  { patienceMs = usualPatienceMs } = {},
): Promise<Database> {
  const sqlite = openFile(file)
  const db = new Kysely<Tables>({ dialect: new SharedSqliteDialect(sqlite, patienceMs) })
  try {
    configure(sqlite)
    await migrateToLatest(db)
  } catch (cause) {
    await db.destroy()
    if (isDamage(cause)) throw new Error(damageSentence(file), { cause })
    throw new Error(`The tables in ${file} could not be brought up to date`, { cause })
  }
  return db
}

function configure(sqlite: SQLite.Database): void {
  // Of a new file. An article takes some two kilobytes, of which the usual 4,096 would hold few.
  sqlite.pragma('page_size = 8192')
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  // Kilobytes, when negative: the indexes of a week's news, so that new ones need not wait for the disk.
  sqlite.pragma('cache_size = -16000')
  // Pages, 16 MB: each checkpoint waits for the disk.
  sqlite.pragma('wal_autocheckpoint = 2000')
  // What a statement of many rows would need to be undone: more is written of it than of the rows.
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('foreign_keys = ON')
  // From here on the dialect waits, so that the event loop need not.
  sqlite.pragma('busy_timeout = 0')
}
