import { setTimeout as sleep } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, SqliteDialect, SqliteDriver } from 'kysely'
import { damageSentence, isDamage } from './damage.ts'
import { withStatementCache } from './statement-cache.ts'

/** How often a connection that waits for another's writing asks again. */
const askAgainMs = 10

/**
 * SQLite for a process that shares its database with others. What finds it locked is tried again for
 * `maxWaitMs`, and the event loop runs meanwhile: SQLite's own busy_timeout would block it.
 */
export class SharedSqliteDialect extends SqliteDialect {
  readonly #sqlite: SQLite.Database
  readonly #maxWaitMs: number

  constructor(sqlite: SQLite.Database, maxWaitMs: number) {
    super({ database: sqlite })
    this.#sqlite = sqlite
    this.#maxWaitMs = maxWaitMs
  }

  override createDriver(): SqliteDriver {
    return new SharedSqliteDriver(this.#sqlite, this.#maxWaitMs)
  }
}

class SharedSqliteDriver extends SqliteDriver {
  readonly #sqlite: SQLite.Database
  readonly #patience: Patience

  constructor(sqlite: SQLite.Database, maxWaitMs: number) {
    super({ database: withStatementCache(sqlite) })
    this.#sqlite = sqlite
    this.#patience = createPatience(maxWaitMs)
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return patient(await super.acquireConnection(), this.#sqlite, this.#patience)
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
  patience: Patience,
): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery) {
      for (;;) {
        try {
          const result = await connection.executeQuery<Row>(query)
          if (result.numAffectedRows !== undefined) patience.renew()
          return result
        } catch (error) {
          if (isDamage(error)) throw new Error(damageSentence(sqlite.name), { cause: error })
          if (!isBusy(error) || sqlite.inTransaction || patience.isOver()) throw error
        }
        await sleep(askAgainMs)
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  }
}

/** How long the database has been found locked, without a turn to write in between. */
type Patience = { isOver(): boolean; renew(): void }

/** Whoever comes so soon after another found it locked waits with that one, and no longer. */
const togetherMs = 1000

/**
 * All that wait for one lock have one patience: each statement waits for those before it, so that
 * with one of its own the last would wait many times as long.
 */
function createPatience(maxWaitMs: number): Patience {
  let sinceMs = Number.NEGATIVE_INFINITY
  let lastMs = Number.NEGATIVE_INFINITY
  return {
    isOver() {
      const nowMs = performance.now()
      if (nowMs - lastMs > togetherMs) sinceMs = nowMs
      lastMs = nowMs
      return nowMs - sinceMs > maxWaitMs
    },
    renew() {
      lastMs = Number.NEGATIVE_INFINITY
    },
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
