import type SQLite from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Database, Tables } from '../tables.ts'
import { damageSentence, isDamage } from './damage.ts'
import { openFile } from './open-file.ts'
import { SharedSqliteDialect } from './shared-dialect.ts'

/**
 * Opens the database in `file` (`:memory:` for one that lasts as long as the process), and makes its
 * folder when missing. Whatever finds it locked waits for `maxWaitMs`.
 */
export function openSqlite(file: string, { maxWaitMs }: { maxWaitMs: number }): Database {
  const sqlite = openFile(file)
  try {
    configure(sqlite)
  } catch (cause) {
    sqlite.close()
    throw new Error(
      isDamage(cause) ? damageSentence(file) : `The database ${file} cannot be opened`,
      {
        cause,
      },
    )
  }
  return new Kysely<Tables>({ dialect: new SharedSqliteDialect(sqlite, maxWaitMs) })
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
