// SQLite alone: https://sqlite.org/wal.html#performance_considerations
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import type { Database } from './tables.ts'

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
  let isOver = false
  let done = () => {}
  worker.on('message', () => done())
  // The exit follows: it is asked no more then.
  worker.on('error', () => {})
  worker.on('exit', () => {
    isOver = true
    done()
  })
  worker.unref()
  const ask = (wish: 'checkpoint' | 'close') =>
    new Promise<void>((resolve) => {
      if (isOver) return resolve()
      done = resolve
      worker.ref()
      worker.postMessage(wish)
    })
  return {
    async betweenWrites() {
      const { rows } = await sql<LogState>`pragma wal_checkpoint(noop)`.execute(db)
      const { log = 0, checkpointed = 0 } = rows[0] ?? {}
      if (log - checkpointed < longLog) return
      await ask('checkpoint')
      worker.unref()
    },
    close: () => ask('close'),
  }
}

type LogState = { busy: number; log: number; checkpointed: number }
