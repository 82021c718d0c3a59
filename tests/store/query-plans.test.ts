import SQLite from 'better-sqlite3'
import { CompiledQuery } from 'kysely'
import { expect, it, vi } from 'vitest'
import { forgetSentEditions } from '../../src/store/forget-editions.ts'
import { claimParts, releaseParts } from '../../src/store/outbox.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { plan, sendAll, subscribe } from '../helpers/deliveries.ts'

/** How SQLite carries out the queries that some work runs for the first time: `SEARCH part USING …`. */
async function plansOf(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(SQLite.prototype, 'prepare')
  await work()
  const queries = prepare.mock.calls
    .map(([sql]) => sql)
    .filter((sql) => /^(select|update)/.test(sql))
  prepare.mockRestore()
  const plans: string[] = []
  for (const sql of queries) {
    const parameters = [...sql.matchAll(/\?/g)].map(() => null)
    const explain = CompiledQuery.raw(`explain query plan ${sql}`, parameters)
    const { rows } = await db.executeQuery<{ detail: string }>(explain)
    plans.push(rows.map(({ detail }) => detail).join('; '))
  }
  return plans
}

it('claims and releases parts without a look at all that are planned', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  for (const chatId of [1, 2, 3]) await subscribe(db, chatId)
  await plan(db, noon)
  const plans = await plansOf(db, async () => {
    const options = { limit: 2, leaseMs: 1000, longestPauseMs: 1000 }
    const parts = await claimParts(db, noon, options)
    expect(parts).toHaveLength(2)
    await releaseParts(db, parts.slice(1))
  })
  const byKey = 'SEARCH delivery_part USING INDEX sqlite_autoindex_delivery_part_1 (delivery_id=?)'
  // The first in the order of the index, with no sorting: it ends once there are enough.
  const inOrder = 'SEARCH part USING INDEX delivery_part_next_attempt_at (state=?)'
  expect(plans).toHaveLength(3)
  expect(plans[0]?.startsWith(inOrder)).toBe(true)
  expect(plans[0]).not.toMatch(/SCAN|TEMP B-TREE/)
  expect(plans.slice(1)).toEqual([byKey, byKey])
})

it('forgets editions without a look at all deliveries', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  await plan(db, noon)
  const [awaited, ...others] = await plansOf(db, async () => {
    await forgetSentEditions(db)
    await sendAll(db, noon)
    await forgetSentEditions(db)
  })
  const byEdition = 'SEARCH delivery USING COVERING INDEX delivery_edition (edition_id=?'
  expect(awaited).toContain(`${byEdition} AND state=?)`)
  expect(others.filter((found) => found.includes(`${byEdition})`))).toHaveLength(1)
  expect([awaited, ...others].filter((found) => found?.includes('SCAN delivery'))).toEqual([])
})
