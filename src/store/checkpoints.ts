// SQLite alone: https://sqlite.org/wal.html#performance_considerations
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import type { Database } from './tables.ts'

/** Copies what was written from the database's log into the database, which waits for the disk. */
export type Checkpoints = {
  /** Has it done by a thread, meanwhile, if the log has grown long. */
  keepUp(): Promise<void>
  close(): Promise<void>
}

/** In pages not yet copied: 32 MB. */
const longLog = 4000
/** In pages: where the connection does it itself, should the thread not keep up. */
const tooLongLog = 32_000

/** Spares `db`, the connection to `file`, the waiting, and so whoever it answers. */
export async function createCheckpoints(db: Database, file: string): Promise<Checkpoints> {
  await sql`pragma wal_autocheckpoint = ${sql.lit(tooLongLog)}`.execute(db)
  const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
    workerData: { file },
    resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 32 },
  })
  let isBusy = false
  worker.on('message', () => {
    isBusy = false
  })
  // It is not asked again then.
  worker.on('error', () => {})
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.unref()
  return {
    async keepUp() {
      if (isBusy) return
      const { rows } = await sql<LogState>`pragma wal_checkpoint(noop)`.execute(db)
      const { log = 0, checkpointed = 0 } = rows[0] ?? {}
      if (log - checkpointed < longLog) return
      isBusy = true
      worker.postMessage('checkpoint')
    },
    async close() {
      worker.ref()
      worker.postMessage('close')
      await ended
    },
  }
}

type LogState = { busy: number; log: number; checkpointed: number }
