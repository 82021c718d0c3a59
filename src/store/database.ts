import { dialect } from './dialect.ts'
import { migrateToLatest } from './migrate.ts'
import type { Database } from './tables.ts'

/** How long whatever finds the database locked waits for its turn. */
const usualMaxWaitMs = 5000

/**
 * Opens the database at a location (with SQLite a file, or `:memory:`), and brings its tables up to
 * date. Throws with a `cause` when it cannot be opened or a migration fails.
 */
export async function openDatabase(
  location: string,
  { maxWaitMs = usualMaxWaitMs } = {},
): Promise<Database> {
  const db = dialect.open(location, { maxWaitMs })
  try {
    await migrateToLatest(db)
    await dialect.search.prepare(db)
  } catch (cause) {
    await db.destroy()
    throw new Error(`The tables in ${location} could not be brought up to date`, { cause })
  }
  return db
}
