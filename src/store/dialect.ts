import { setTimeout as sleep } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, SqliteDialect, SqliteDriver } from 'kysely'
import { damageSentence, isDamage } from './damage.ts'
import { withStatementCache } from './statement-cache.ts'

/** How often a connection that waits for another's writing asks again. */
const askAgainMs = 10

/**
 * SQLite for a process that shares its database with others. What finds it locked is tried again for
 * `patienceMs`, and the event loop runs meanwhile: SQLite's own busy_timeout would block it.
 */
export class SharedSqliteDialect extends SqliteDialect {
  readonly #sqlite: SQLite.Database
  readonly #patienceMs: number

  constructor(sqlite: SQLite.Database, patienceMs: number) {
    super({ database: withStatementCache(sqlite) })
    this.#sqlite = sqlite
    this.#patienceMs = patienceMs
  }

  override createDriver(): SqliteDriver {
    return new SharedSqliteDriver(this.#sqlite, this.#patienceMs)
  }
}

class SharedSqliteDriver extends SqliteDriver {
  readonly #sqlite: SQLite.Database
  readonly #patienceMs: number

  constructor(sqlite: SQLite.Database, patienceMs: number) {
    super({ database: withStatementCache(sqlite) })
    this.#sqlite = sqlite
    this.#patienceMs = patienceMs
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return patient(await super.acquireConnection(), this.#sqlite, this.#patienceMs)
  }

  // A transaction that begins by reading cannot write once another has written meanwhile, and no
  // waiting helps it (https://sqlite.org/isolation.html): all of ours write, so they take their turn first.
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  // SQLite has taken it back itself where the disk was full, among others
  // (https://sqlite.org/lang_transaction.html): that error is the one to tell.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection)
  }
}

function patient(
  connection: DatabaseConnection,
  sqlite: SQLite.Database,
  patienceMs: number,
): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery) {
      const deadline = performance.now() + patienceMs
      for (;;) {
        try {
          return await connection.executeQuery<Row>(query)
        } catch (error) {
          if (isDamage(error)) throw new Error(damageSentence(sqlite.name), { cause: error })
          const mayWait = isBusy(error) && !sqlite.inTransaction && performance.now() < deadline
          if (!mayWait) throw error
        }
        await sleep(askAgainMs)
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
