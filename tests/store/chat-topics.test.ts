import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { mendSubscriptions } from '../../src/store/mend-subscriptions.ts'
import { moveChat } from '../../src/store/move-chat.ts'
import { deletePersonalData, readPersonalData } from '../../src/store/personal-data.ts'
import { findSubscription, saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, noon } from '../helpers/database.ts'

const [from, to] = [-13, -100_013]
const times = [new Temporal.PlainTime(12)]
const defaults = { zone: 'UTC', time: new Temporal.PlainTime(7, 30) }

/** A database with a digest for each of these topics; gives their numbers. */
async function withTopics(...topics: { chatId: number; threadId: number | null }[]) {
  const db = await aDatabase()
  const ids: number[] = []
  for (const topic of topics) {
    const chosen = { ...topic, zone: 'Europe/Kyiv', times, nextSlotAt: noon }
    ids.push((await saveSubscription(db, chosen, noon)).id)
  }
  return { db, ids }
}

const idAt = async (db: Database, chatId: number, threadId: number | null) =>
  (await findSubscription(db, { chatId, threadId }))?.id

it('moves all topics of a chat, but for those that have a digest there already', async () => {
  const { db, ids } = await withTopics(
    { chatId: from, threadId: null },
    { chatId: from, threadId: 7 },
    { chatId: from, threadId: 8 },
    { chatId: to, threadId: 7 },
    { chatId: to, threadId: 8 },
  )
  const [itself, , moved, stays, ended] = ids
  await sql`update subscription set ended_at = 1, end_reason = 'x' where id = ${ended}`.execute(db)
  await db.transaction().execute((trx) => moveChat(trx, { from, to }, noon))
  const there = await Promise.all([null, 7, 8].map((topic) => idAt(db, to, topic)))
  expect(there).toEqual([itself, stays, moved])
  expect(await Promise.all([null, 7, 8].map((topic) => idAt(db, from, topic)))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

it.each([true, false])(
  'lets a digest whose topic cannot be read come to the chat itself, unless that has its own: %s',
  async (hasOwn) => {
    const own = hasOwn ? [{ chatId: to, threadId: null }] : []
    const { db, ids } = await withTopics({ chatId: to, threadId: 7 }, ...own)
    const [spoilt = 0, other] = ids
    await sql`update subscription set thread_id = 'garbled' where id = ${spoilt}`.execute(db)
    await mendSubscriptions(db, [spoilt], { defaults, now: noon })
    expect(await idAt(db, to, null)).toBe(hasOwn ? other : spoilt)
    const { rows } = await sql`select id from subscription where ended_at is null`.execute(db)
    expect(rows).toHaveLength(1)
  },
)

it('tells and deletes what is kept of all topics of a chat', async () => {
  const { db } = await withTopics({ chatId: to, threadId: null }, { chatId: to, threadId: 7 })
  expect((await readPersonalData(db, to)).subscription).toHaveLength(2)
  await db.transaction().execute((trx) => deletePersonalData(trx, to))
  expect((await readPersonalData(db, to)).subscription).toEqual([])
})
