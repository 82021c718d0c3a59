import { createCheckpoints } from './sqlite/checkpoints.ts'
import { durably } from './sqlite/durably.ts'
import { checkUnheld, holdDatabase } from './sqlite/lock.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'
import { findArticles } from './sqlite/search.ts'
import {
  indexedThrough,
  newestIndexed,
  noteIndexed,
  putInIndex,
  takeFromIndex,
} from './sqlite/search-index.ts'
import { createSearchPool } from './sqlite/search-pool.ts'
import { prepareIndex } from './sqlite/search-schema.ts'
import { writeStems } from './sqlite/search-stems.ts'
import { isStorageFailure } from './sqlite/storage-failure.ts'
import type { Database, Transaction } from './tables.ts'

export type { Checkpoints } from './sqlite/checkpoints.ts'

/**
 * What differs between databases, each difference once; all other queries are portable. What each has
 * to see to besides: the driver answers whole numbers of eight bytes, and counts, as numbers; a flag is
 * the number 1 or 0; a transaction reads nothing that another one changes before it writes.
 */
export type Dialect = {
  /** Opens the database at a location: a file here. `maxWaitMs` is how long a lock is waited for. */
  open: (location: string, options: { maxWaitMs: number }) => Database
  /** Throws when it is damaged, unless a process holds it, which has looked itself. */
  checkUnheld: (location: string) => void
  /** Takes it for this process alone until the returned function is called; null when another has it. */
  hold: (location: string) => (() => void) | null
  /** What has to be done between writes, so that none waits for the disk. */
  createCheckpoints: typeof createCheckpoints
  /** Looks for articles beside the connection that writes. */
  createSearchPool: typeof createSearchPool

  /** A transaction that a power failure does not take back once it has ended. */
  durably: <T>(db: Database, work: (trx: Transaction) => Promise<T>) => Promise<T>
  /** Whether claimed rows have to be locked, since transactions that write run side by side. */
  locksRows: boolean
  /** The most values that a statement takes. */
  mostValues: number
  /** Whether the database could not be read or written at all, whatever was asked of it. */
  isStorageFailure: (error: unknown) => boolean
  /** The full-text index. */
  search: {
    /** Makes it where it is missing or of another version; it is then empty. */
    prepare: typeof prepareIndex
    indexedThrough: typeof indexedThrough
    newestIndexed: typeof newestIndexed
    noteIndexed: typeof noteIndexed
    put: typeof putInIndex
    take: typeof takeFromIndex
    writeStems: typeof writeStems
    find: typeof findArticles
  }
}

/** SQLite: one file, one writer at a time, full-text search by FTS5. */
export const dialect: Dialect = {
  open: openSqlite,
  checkUnheld,
  hold: holdDatabase,
  createCheckpoints,
  createSearchPool,
  durably,
  locksRows: false,
  // https://sqlite.org/limits.html#max_variable_number
  mostValues: 32_766,
  isStorageFailure,
  search: {
    prepare: prepareIndex,
    indexedThrough,
    newestIndexed,
    noteIndexed,
    put: putInIndex,
    take: takeFromIndex,
    writeStems,
    find: findArticles,
  },
}
