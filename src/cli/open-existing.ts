import { existsSync } from 'node:fs'
import { openDatabase } from '../store/database.ts'
import { dialect } from '../store/dialect.ts'
import type { Database } from '../store/tables.ts'

/** Opens a database to read from it; throws when there is none, instead of making one. */
export async function openExisting(file: string): Promise<Database> {
  if (existsSync(file)) return openWhole(file)
  throw new Error(
    `there is no database ${file} yet: npm start makes it, or DATABASE_URL names another`,
  )
}

/** Opens a database, or makes it; throws when it is damaged. A bot that runs on it has seen to that. */
export async function openWhole(file: string): Promise<Database> {
  dialect.checkUnheld(file)
  return openDatabase(file)
}
