import { existsSync } from 'node:fs'
import { openDatabase } from '../store/database.ts'
import type { Database } from '../store/tables.ts'

/** Opens a database to read from it; throws when there is none, instead of making one. */
export async function openExisting(file: string): Promise<Database> {
  if (existsSync(file)) return openDatabase(file)
  throw new Error(
    `there is no database ${file} yet: npm start makes it, or DATABASE_URL names another`,
  )
}
