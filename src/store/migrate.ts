import { promises as fs } from 'node:fs'
import path from 'node:path'
import { FileMigrationProvider, type Migration, Migrator } from 'kysely/migration'
import type { Database } from './tables.ts'

const folder = path.join(import.meta.dirname, '../../migrations')

/** Runs every migration that the database has not seen yet; throws the first failure. */
export async function migrateToLatest(db: Database): Promise<void> {
  const files = new FileMigrationProvider({ fs, path, migrationFolder: folder })
  const { adapter } = db.getExecutor()
  const migrator = new Migrator({
    db,
    provider: {
      async getMigrations() {
        const migrations = await files.getMigrations()
        return adapter.supportsTransactionalDdl ? migrations : inTransactions(migrations)
      },
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

// Where an adapter says that its database cannot, as SQLite's does, Kysely runs migrations without a
// transaction: a failing one would leave its first tables.
function inTransactions(migrations: Record<string, Migration>): Record<string, Migration> {
  const wrapped = Object.entries(migrations).map(([name, migration]): [string, Migration] => [
    name,
    { up: (db) => db.transaction().execute((trx) => migration.up(trx)) },
  ])
  return Object.fromEntries(wrapped)
}
