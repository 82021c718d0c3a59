import { describe, expect, it } from 'vitest'
import { planDueDigests } from '../../src/delivering/plan-digests.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { listProblems } from '../../src/store/problems.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { accounts, sendAll, subscribe } from '../helpers/deliveries.ts'

const t = translateInto(createI18n(), 'en')
const log = createLog('silent')
const defaults = { zone: 'Europe/Kyiv', time: Temporal.PlainTime.from('07:30') }

/** Two chats that are due at noon, and some news. */
async function twoChats(): Promise<Database> {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Harbour opens' }])
  for (const chat of [1, 2]) await subscribe(db, chat)
  return db
}

async function spoil(db: Database, values: Record<string, string | number>): Promise<void> {
  await db.updateTable('subscription').set(values).where('chat_id', '=', 1).execute()
}

/** What each chat gets at an instant. */
async function serveAt(db: Database, now: Temporal.Instant): Promise<Map<number, string>> {
  await planDueDigests({ db, translateInto: () => t, log, now, catchUpHours: 6, defaults })
  const sent = await sendAll(db, now)
  return new Map(sent.map(({ chatId, html }) => [chatId, html]))
}

const problems = async (db: Database) =>
  (await listProblems(db, 10)).map(({ subject, id, code, detail }) => [subject, id, code, detail])

describe('preferences that cannot be read', () => {
  it('give way to the usual ones, of which the chat is told once', async () => {
    const db = await twoChats()
    await spoil(db, { zone: 'Mars/Olympus' })
    const first = await serveAt(db, noon)
    expect(first.get(1)).toContain(
      'Your time zone could not be read any more: your days and hours are counted in Europe/Kyiv now.',
    )
    expect(first.get(1)).toContain('Harbour opens')
    expect(first.get(2)).not.toContain('time zone')
    expect(await findSubscription(db, chatItself(1))).toMatchObject({ zone: 'Europe/Kyiv' })
    expect(await problems(db)).toEqual([['subscription', 1, 'lost-zone', 'Mars/Olympus']])

    await addNews(db, [{ title: 'Bridge closes' }], { seenAt: noon.add({ hours: 20 }) })
    const second = await serveAt(db, noon.add({ hours: 24 }))
    expect(second.get(1)).toContain('Bridge closes')
    expect(second.get(1)).not.toContain('time zone')
  })

  it.each([
    [{ times: '' }, 'it comes at 07:30 now'],
    [{ times: '25:99' }, 'it comes at 07:30 now'],
    [{ weekdays: '' }, 'it comes every day now'],
    [{ weekdays: '089' }, 'it comes every day now'],
    [{ paused_until: 9e15 }, 'Your pause could not be read any more'],
  ])('are told of in plain words: %o', async (values, words) => {
    const db = await twoChats()
    await spoil(db, values)
    const served = await serveAt(db, noon)
    expect(served.get(1)).toContain(words)
    expect(served.get(2)).toContain('Harbour opens')
  })

  it('are told of with the next digest that comes, when nothing is new now', async () => {
    const db = await twoChats()
    await serveAt(db, noon)
    await spoil(db, { zone: 'Mars/Olympus' })
    expect(await serveAt(db, noon.add({ hours: 24 }))).toEqual(new Map())
    await addNews(db, [{ title: 'Bridge closes' }], { seenAt: noon.add({ hours: 30 }) })
    const served = await serveAt(db, noon.add({ hours: 48 }))
    expect(served.get(1)).toMatch(/time zone could not be read.*Bridge closes/s)
  })
})

describe('a place in time that cannot be right', () => {
  it.each<Record<string, string | number>>([
    { next_slot_at: 8.64e15 + 1 },
    { next_slot_at: -9e15 },
    { next_slot_at: 0 },
    { next_slot_at: 4_102_444_800_000 },
    { next_slot_at: 'tomorrow' },
    { next_slot_at: 1.5 },
    { covered_through: 9e15 },
    { covered_through: -1 },
  ])('is found anew, and the digest of the day still comes: %o', async (values) => {
    const db = await twoChats()
    await spoil(db, values)
    const served = await serveAt(db, noon.add({ minutes: 1 }))
    expect(served.get(1)).toContain('Harbour opens')
    expect(served.get(2)).toContain('Harbour opens')
    const { nextSlotAt } = (await findSubscription(db, chatItself(1))) ?? {}
    expect(nextSlotAt).toEqual(noon.add({ hours: 24 }))
  })

  it('brings no digest again that came already', async () => {
    const db = await twoChats()
    await serveAt(db, noon)
    await spoil(db, { next_slot_at: -9e15 })
    await addNews(db, [{ title: 'Bridge closes' }], { seenAt: noon.add({ minutes: 5 }) })
    expect(await serveAt(db, noon.add({ minutes: 10 }))).toEqual(new Map())
    expect((await serveAt(db, noon.add({ hours: 24 }))).get(1)).toContain('Bridge closes')
  })

  it('ends a subscription whose chat cannot be told, and no other', async () => {
    const db = await twoChats()
    await spoil(db, { chat_id: 'nobody', zone: '' })
    expect([...(await serveAt(db, noon)).keys()]).toEqual([2])
    expect((await problems(db)).map(([, , code]) => code)).toContain('lost-chat')
    expect((await accounts(db)).length).toBe(1)
  })

  it('takes no longer than a moment to make up for years', async () => {
    const db = await twoChats()
    await spoil(db, { next_slot_at: 0, times: '00:00 06:00 12:00 18:00' })
    const start = performance.now()
    await serveAt(db, noon)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
