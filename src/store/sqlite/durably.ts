import { sql } from 'kysely'
import type { Database, Transaction } from '../tables.ts'

/**
 * A transaction that a power failure does not take back once it has ended. SQLite's WAL is otherwise
 * written without waiting for the disk (https://sqlite.org/pragma.html#pragma_synchronous); one that
 * waits takes those before it along. Nothing else runs on the connection meanwhile.
 */
export function durably<T>(db: Database, work: (trx: Transaction) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = full`.execute(connection)
    try {
      return await connection.transaction().execute(work)
    } finally {
      await sql`pragma synchronous = normal`.execute(connection)
    }
  })
}
