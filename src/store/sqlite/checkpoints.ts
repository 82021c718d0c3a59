// SQLite alone: https://sqlite.org/wal.html#performance_considerations
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import type { Database } from '../tables.ts'

/** Copies what was written from the database's log into the database, which waits for the disk. */
export type Checkpoints = {
  /** To be awaited between writes, so that the log begins anew: has it done by a thread when it is long. */
  betweenWrites(): Promise<void>
  close(): Promise<void>
}

/** In pages; at 2,000 the connection that writes does it itself (`configure` in database.ts). */
const longLog = 1500

/** Spares `db`, the connection to `file`, the waiting, and so whoever it answers. */
export function createCheckpoints(db: Database, file: string): Checkpoints {
  const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
    workerData: { file },
    resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 32 },
  })
  // Its exit follows, which is the answer to whoever still waits for one.
  worker.on('error', () => {})
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  ended.then(() => worker.emit('message'))
  worker.unref()
  return {
    async betweenWrites() {
      const { rows } = await sql<LogState>`pragma wal_checkpoint(noop)`.execute(db)
      const { log = 0, checkpointed = 0 } = rows[0] ?? {}
      if (log - checkpointed < longLog || worker.threadId === -1) return
      await new Promise((resolve) => {
        worker.once('message', resolve)
        worker.postMessage('checkpoint')
      })
    },
    close() {
      worker.ref()
      worker.postMessage('close')
      return ended
    },
  }
}

type LogState = { busy: number; log: number; checkpointed: number }
