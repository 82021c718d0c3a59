import { parentPort, workerData } from 'node:worker_threads'
import SQLite from 'better-sqlite3'

const sqlite = new SQLite(workerData.file)
parentPort?.on('message', (command: 'checkpoint' | 'close') => {
  if (command === 'close') {
    sqlite.close()
    parentPort?.close()
    return
  }
  try {
    // Neither waits for others nor lets them wait.
    sqlite.pragma('wal_checkpoint(passive)')
  } catch {
    // What could not be copied is copied next time; a full disk shows where something is written.
  }
  parentPort?.postMessage('done')
})
