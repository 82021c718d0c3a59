// The bot in a process of its own: the production path, started as usual, on 1,000 feeds.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'

const [token = '', apiRoot = '', feeds = '', count = '0'] = process.argv.slice(2)
const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
const file = path.join(folder, 'bench.db')
const outcome = readConfig({
  DATABASE_URL: `sqlite:${file}`,
  LOG_LEVEL: 'silent',
  // It is asked more than Telegram would let it answer.
  MESSAGES_PER_SECOND: '1000',
})
if (outcome.kind === 'faults') throw new Error(outcome.faults.join())

const db = await openDatabase(file)
for (let i = 0; i < Number(count); i++) {
  const url = `${feeds}/${i}`
  await addFeed(db, { url, title: url, kind: 'news' }, Temporal.Now.instant())
}
await db.destroy()

const app = await startApp(outcome.config, {
  token,
  apiRoot,
  adminIds: [],
  allowPrivateAddresses: ['127.0.0.1'],
  sampleFeeds: [],
})
process.send?.('started')
process.once('disconnect', async () => {
  await app.stop()
  await rm(folder, { recursive: true })
})
