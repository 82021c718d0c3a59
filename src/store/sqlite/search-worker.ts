import { setPriority } from 'node:os'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { workerData } from 'piscina'
import type { SearchRequest } from '../../domain/search.ts'
import type { Tables } from '../tables.ts'
import { findRows } from './search.ts'
import { withStatementCache } from './statement-cache.ts'

/** As `nice` counts: a tenth of the time of those who want it too. */
const lowPriority = 10

const { file, limitMs } = workerData
// The bot goes first. Elsewhere than on Linux it would be the whole process that waits.
if (process.platform === 'linux') setPriority(lowPriority)
// Beside the connection that writes: readers of a WAL neither wait for it nor let it wait.
const sqlite = new SQLite(file, { readonly: true, timeout: 1000 })
const db = new Kysely<Tables>({
  dialect: new SqliteDialect({ database: withStatementCache(sqlite) }),
})

export default (request: SearchRequest) => findRows(db, request, { limitMs })
