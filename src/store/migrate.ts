import { promises as fs } from 'node:fs'
import path from 'node:path'
import { FileMigrationProvider, type Migration, Migrator } from 'kysely/migration'
import type { Database } from './tables.ts'

const folder = path.join(import.meta.dirname, '../../migrations')

/** Runs every migration that the database has not seen yet; throws the first failure. */
export async function migrateToLatest(db: Database): Promise<void> {
  const files = new FileMigrationProvider({ fs, path, migrationFolder: folder })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => inTransactions(await files.getMigrations()) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

// Kysely runs SQLite migrations without a transaction: a failing one would leave its first tables.
function inTransactions(migrations: Record<string, Migration>): Record<string, Migration> {
  const wrapped = Object.entries(migrations).map(([name, migration]): [string, Migration] => [
    name,
    { up: (db) => db.transaction().execute((trx) => migration.up(trx)) },
  ])
  return Object.fromEntries(wrapped)
}
