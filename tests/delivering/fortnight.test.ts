import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeMissedDigests } from '../../src/delivering/plan-digests.ts'
import type { SendOutcome } from '../../src/delivering/send.ts'
import { nextSlot } from '../../src/domain/slot.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { changePreferences } from '../../src/serving/preferences.ts'
import { openDatabase } from '../../src/store/database.ts'
import { forgetSentEditions } from '../../src/store/forget-editions.ts'
import { findSubscription, recordCovered, saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { addNews } from '../helpers/database.ts'
import { plan, type Sent, sendAll } from '../helpers/deliveries.ts'
import { aSchedule } from '../helpers/schedules.ts'

// Over the change to summer time of Europe, at 01:00 UTC on 31 March.
const start = Temporal.Instant.from('2024-03-24T00:00:00Z')
const zones = ['Europe/Kyiv', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu']

/** What happens in three hours. */
const aStep = fc.record({
  /** Enough at once for several messages, now and then. */
  articles: fc.constantFrom(0, 0, 0, 0, 1, 18),
  /** Nobody looks: the machine is off. */
  isDown: fc.boolean(),
  isRestart: fc.boolean(),
  /** What becomes of the parts that are sent, in turn. */
  fates: fc.array(fc.constantFrom('sent', 'sent', 'sent', 'unclear', 'refused'), { maxLength: 4 }),
  change: fc.option(
    fc.constantFrom(...zones).chain((zone) => aSchedule({ zone })),
    { freq: 9 },
  ),
})

const outcomes: Record<string, SendOutcome> = {
  sent: { kind: 'sent', messageId: 1 },
  unclear: { kind: 'unclear', reason: { code: 'text', text: 'reset' } },
  refused: { kind: 'refused', reason: { code: 'text', text: 'no' } },
}

type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never

/** Lives through the steps with one chat, and then through days on which all goes well. */
async function live(db: Database, steps: Step[]) {
  const all: string[] = []
  const arrived: Sent[] = []
  const daily = { zone: 'Europe/Kyiv', times: [new Temporal.PlainTime(3, 30)] }
  const schedule = { ...daily, weekdays: [1, 2, 3, 4, 5, 6, 7] }
  const nextSlotAt = nextSlot(schedule, start).at
  await saveSubscription(db, { chatId: 1, ...schedule, nextSlotAt }, start)
  await recordCovered(db, chatItself(1), 0)

  let now = start
  for (const step of steps) {
    now = now.add({ hours: 3 })
    // All of them fit on one page, should they all come in one digest.
    for (let i = 0; i < step.articles && all.length < 24; i++) {
      all.push(`News ${all.length}x`)
      const title = `${all.at(-1)} ${'long '.repeat(50)}`
      await addNews(db, [{ title }], { seenAt: now })
    }
    const subscription = await findSubscription(db, chatItself(1))
    if (step.change && subscription)
      await changePreferences({ db, now: () => now }, subscription, step.change)
    if (step.isDown) continue
    if (step.isRestart) await mergeMissedDigests({ db, now, catchUpHours: 6 })
    await plan(db, now)
    await forgetSentEditions(db)
    const fates = [...step.fates]
    arrived.push(...(await sendAll(db, now, () => outcomes[fates.shift() ?? 'sent'] ?? fail())))
  }
  // A last article, so that there is something to bring.
  all.push('News last')
  await addNews(db, [{ title: 'News last' }], { seenAt: now })
  for (let hours = 0; hours < 8 * 24; hours++) {
    now = now.add({ hours: 1 })
    await plan(db, now)
    await forgetSentEditions(db)
    arrived.push(...(await sendAll(db, now)))
  }
  return { all, titles: arrived.flatMap(({ html }) => html.match(/News (\d+x|last)/g) ?? []) }
}

function fail(): never {
  throw new Error('There is no such fate')
}

it('brings each article once, through outages, refusals, changes of preferences and of clocks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 20, maxLength: 70 }), async (steps) => {
      const db = await openDatabase(':memory:')
      try {
        const { all, titles } = await live(db, steps)
        expect(titles.toSorted()).toEqual(all.toSorted())
        const slots = await db.selectFrom('delivery').select(['slot', 'state']).execute()
        expect(new Set(slots.map(({ slot }) => slot)).size).toBe(slots.length)
        expect(slots.filter(({ state }) => state === 'planned')).toEqual([])
      } finally {
        await db.destroy()
      }
    }),
    { numRuns: 30, endOnFailure: true },
  )
}, 60_000)
