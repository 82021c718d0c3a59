import { expect, it } from 'vitest'
import { planDueDigests } from '../../src/delivering/plan-digests.ts'
import type { SendOutcome } from '../../src/delivering/send.ts'
import { sendPlanned } from '../../src/delivering/send-planned.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { findSubscription, saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'

const t = translateInto(createI18n(), 'en')
const log = createLog('silent')

function subscribe(db: Database, chatId: number, nextSlotAt = noon) {
  const times = [new Temporal.PlainTime(12, 0)]
  return saveSubscription(db, { chatId, zone: 'UTC', times, nextSlotAt }, noon)
}

const plan = (db: Database, now = noon) =>
  planDueDigests({ db, translateInto: () => t, log, now, catchUpHours: 6 })

/** Sends into a list, with the outcome that each call is to have. */
function sendInto(
  sent: { chatId: number; html: string }[],
  outcomeOf: (chatId: number) => SendOutcome = () => ({ kind: 'sent', messageId: 1 }),
) {
  return async (chatId: number, part: { html: string }) => {
    const outcome = outcomeOf(chatId)
    if (outcome.kind === 'sent') sent.push({ chatId, html: part.html })
    return outcome
  }
}

function run(db: Database, send: ReturnType<typeof sendInto>, now = noon) {
  const { signal } = new AbortController()
  return sendPlanned({ db, send, now: () => now, log, signal })
}

it('sends each due chat its digest once, and moves it to its next slot', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Bridge opens' }])
  await subscribe(db, 1)
  await subscribe(db, 2, noon.add({ minutes: 1 }))
  const sent: { chatId: number; html: string }[] = []
  expect(await plan(db)).toBe(1)
  expect(await plan(db)).toBe(0)
  expect(await run(db, sendInto(sent))).toBe(1)
  expect(await run(db, sendInto(sent))).toBe(0)
  expect(sent).toEqual([{ chatId: 1, html: expect.stringContaining('Bridge opens') }])
  const subscription = await findSubscription(db, chatItself(1))
  expect(subscription?.nextSlotAt).toEqual(noon.add({ hours: 24 }))
  expect(subscription?.coveredThrough).toBe(1)
})

it('never plans one slot twice, even if it comes due again', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Bridge opens' }])
  await subscribe(db, 1)
  await plan(db)
  await subscribe(db, 1)
  expect(await plan(db)).toBe(0)
})

it('repeats nothing the next day, and is quiet when nothing is new', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Old news' }])
  await subscribe(db, 1)
  const sent: { chatId: number; html: string }[] = []
  await plan(db)
  await run(db, sendInto(sent))
  const tomorrow = noon.add({ hours: 24 })
  await addNews(db, [{ title: 'New news' }], { seenAt: noon.add({ hours: 20 }) })
  await plan(db, tomorrow)
  await run(db, sendInto(sent), tomorrow)
  expect(sent).toHaveLength(2)
  expect(sent[1]?.html).toContain('New news')
  expect(sent[1]?.html).not.toContain('Old news')
  const dayAfter = tomorrow.add({ hours: 24 })
  expect(await plan(db, dayAfter)).toBe(0)
  expect(await run(db, sendInto(sent), dayAfter)).toBe(0)
})

it('keeps the messages of one digest in order, and tries again what failed', async () => {
  const db = await aDatabase()
  const titles = Array.from({ length: 25 }, (_, i) => `Headline ${i} ${'long '.repeat(40)}`)
  await addNews(
    db,
    titles.map((title) => ({ title })),
  )
  await subscribe(db, 1)
  await plan(db)
  const sent: { chatId: number; html: string }[] = []
  let failures = 1
  const send = sendInto(sent, () =>
    failures-- > 0
      ? { kind: 'unclear', reason: { code: 'text', text: 'reset' } }
      : { kind: 'sent', messageId: 1 },
  )
  expect(await run(db, send)).toBe(0)
  expect(await run(db, send, noon.add({ seconds: 5 }))).toBeGreaterThan(1)
  const numbers = sent.flatMap(({ html }) =>
    [...html.matchAll(/Headline (\d+) /g)].map((m) => Number(m[1])),
  )
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  expect(numbers).toHaveLength(25)
})

it('lets a chat go that is gone, and serves the others', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Bridge opens' }])
  await subscribe(db, 1)
  await subscribe(db, 2)
  await plan(db)
  const sent: { chatId: number; html: string }[] = []
  const reason = { code: 'text', text: 'Forbidden: bot was blocked by the user' } as const
  const gone = { kind: 'chat-gone', reason } as const
  await run(
    db,
    sendInto(sent, (id) => (id === 1 ? gone : { kind: 'sent', messageId: 7 })),
  )
  expect(sent.map(({ chatId }) => chatId)).toEqual([2])
  expect(await findSubscription(db, chatItself(1))).toBeNull()
  expect(await findSubscription(db, chatItself(2))).not.toBeNull()
})

it('waits exactly as long as Telegram asks', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Bridge opens' }])
  await subscribe(db, 1)
  await plan(db)
  const sent: { chatId: number; html: string }[] = []
  let asked = 0
  const send = sendInto(sent, () =>
    asked++ === 0 ? { kind: 'paused', seconds: 1 } : { kind: 'sent', messageId: 1 },
  )
  const start = performance.now()
  const { signal } = new AbortController()
  const now = () => noon.add({ milliseconds: Math.round(performance.now() - start) })
  expect(await sendPlanned({ db, send, now, log, signal })).toBe(1)
  expect(performance.now() - start).toBeGreaterThanOrEqual(990)
})
