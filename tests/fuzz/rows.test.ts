import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { createFeedReader } from '../../src/collecting/feed-reader.ts'
import { openDatabase } from '../../src/store/database.ts'
import { noon } from '../helpers/database.ts'
import { later, live, populate, tablesOf, useAll } from '../helpers/whole-database.ts'
import { fuzzSeconds, fuzzSeed, mostSeconds } from './limits.ts'
import { createRandom, type Random } from './random.ts'
import { aFlood, someWords } from './words.ts'

const seconds = 0.2 * fuzzSeconds

type Spoilt = { cell: string; value: unknown }

function aCell(random: Random): unknown {
  return random.pick([
    () => null,
    () => random.int(99),
    () => random.pick([-1, 0.5, 9e15, -9e15, 2 ** 53, Number.POSITIVE_INFINITY]),
    () => (random.int(2) ? 1 : -1) * 10 ** random.int(20),
    () => someWords(random),
    () => aFlood(random, 20_000),
    () =>
      random.pick(['[]', '{}', '[{}]', '[null]', '[[1,2]]', '{"a":', 'UTC', '07:30', '1,2', 'mon']),
    () => Buffer.from(Array.from({ length: random.int(9) }, () => random.int(256))),
  ])()
}

/** Writes over a few cells wherever the database takes it. */
function spoilCells(file: string, tables: ReturnType<typeof tablesOf>, random: Random): Spoilt[] {
  const sqlite = new SQLite(file)
  sqlite.pragma('foreign_keys = off')
  const spoilt: Spoilt[] = []
  for (let left = 1 + random.int(6); left > 0; left--) {
    const { table, columns } = random.pick(tables)
    const column = random.pick(columns)
    const value = aCell(random)
    const one = `select rowid from "${table}" order by rowid limit 1 offset ${random.int(6)}`
    try {
      sqlite.prepare(`update "${table}" set "${column}" = ? where rowid in (${one})`).run(value)
      spoilt.push({ cell: `${table}.${column}`, value })
    } catch {
      // What the database does not take cannot be there.
    }
  }
  sqlite.close()
  return spoilt
}

it(
  'goes on with any cells of its database spoilt',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
    const [original, file] = [path.join(folder, 'original.db'), path.join(folder, 'spoilt.db')]
    const reader = createFeedReader(1, () => noon)
    onTestFinished(() => reader.close())
    await populate(original, reader)
    const tables = tablesOf(original)

    const until = performance.now() + seconds * 1000
    for (let seed = fuzzSeed; performance.now() < until; seed++) {
      copyFileSync(original, file)
      const spoilt = spoilCells(file, tables, createRandom(seed))
      const db = await openDatabase(file)
      const start = process.threadCpuUsage()
      const fault = await useAll(db)
        .then(() => live(db, reader, later, 2))
        .then(() => useAll(db))
        .then(() => null)
        .catch((error) => error)
      const { user, system } = process.threadCpuUsage(start)
      await db.destroy()
      const note = `FUZZ_SEED=${seed} begins with ${JSON.stringify(spoilt).slice(0, 500)}`
      expect.soft(fault, note).toBeNull()
      expect.soft((user + system) / 1e6, note).toBeLessThan(mostSeconds)
    }
  },
  60_000 + 2 * seconds * 1000,
)
