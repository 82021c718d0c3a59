import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { createCheckpoints } from '../../src/store/checkpoints.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'

it('copies a log that has grown long into the database, while its connection goes on', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const db = await openDatabase(file)
  const checkpoints = await createCheckpoints(db, file)
  const before = statSync(file).size
  const write = async (title: string) => {
    const url = `https://news.example/${title.length}`
    await addFeed(db, { url, title, kind: 'news' }, Temporal.Now.instant())
    await checkpoints.keepUp()
  }
  await write('A title.')
  const long = 'A title. '.repeat(4_000_000)
  await write(long)
  await vi.waitFor(() => expect(statSync(file).size - before).toBeGreaterThan(long.length), 10_000)
  await checkpoints.close()
  await db.destroy()
})
