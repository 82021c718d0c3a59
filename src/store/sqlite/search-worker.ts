import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { workerData } from 'piscina'
import type { Tables } from '../tables.ts'
import { findArticles } from './search.ts'

// Beside the connection that writes: readers of a WAL neither wait for it nor let it wait.
const database = new SQLite(workerData.file, { readonly: true, timeout: 1000 })
const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })

export default (words: readonly string[]): Promise<number[]> => findArticles(db, words)
