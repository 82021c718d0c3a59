import { expect, it } from 'vitest'
import { forgetDeliveries } from '../../src/store/forget-deliveries.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { accounts, plan, serve, subscribe } from '../helpers/deliveries.ts'

const days = (count: number) => noon.add({ hours: 24 * count })

async function countRows(db: Database) {
  const tables = ['delivery', 'delivery_part', 'edition_part', 'edition_list'] as const
  const counts = tables.map((table) =>
    db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  )
  return (await Promise.all(counts)).map(({ count }) => count)
}

it('forgets digests that were sent long ago, and keeps the newer', async () => {
  const db = await aDatabase()
  await subscribe(db, 1)
  for (const day of [0, 1, 2]) {
    await addNews(db, [{ title: `News ${day}` }], { seenAt: days(day) })
    await serve(db, days(day))
  }
  expect(await countRows(db)).toEqual([3, 3, 3, 3])
  expect(await forgetDeliveries(db, days(2))).toBe(2)
  expect(await accounts(db)).toEqual(['2024-06-16T12:00 sent'])
  expect(await countRows(db)).toEqual([1, 1, 1, 1])
  expect(await forgetDeliveries(db, days(2))).toBe(0)
  await addNews(db, [{ title: 'News 3' }], { seenAt: days(3) })
  const [next] = await serve(db, days(3))
  expect(next?.html).toContain('News 3')
  expect(next?.html).not.toContain('News 2')
})

it('keeps what is on its way, however old', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  await plan(db, noon)
  const before = await countRows(db)
  expect(await forgetDeliveries(db, days(60))).toBe(0)
  expect(await countRows(db)).toEqual(before)
  const [sent] = await serve(db, noon)
  expect(sent?.html).toContain('News A')
})

it('forgets a thousand at a time', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  for (let chatId = 1; chatId <= 1200; chatId++) await subscribe(db, chatId)
  await serve(db, noon)
  expect(await forgetDeliveries(db, days(31))).toBe(1000)
  expect(await forgetDeliveries(db, days(31))).toBe(200)
  expect(await countRows(db)).toEqual([0, 0, 0, 0])
})
