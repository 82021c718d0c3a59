import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { planAlerts } from '../../src/delivering/plan-alerts.ts'
import type { SendOutcome } from '../../src/delivering/send.ts'
import { type Follow, usualPaper } from '../../src/domain/paper.ts'
import type { Preferences } from '../../src/domain/subscription.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, createTranslateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { forgetSentEditions } from '../../src/store/forget-editions.ts'
import { releaseAllParts } from '../../src/store/outbox.ts'
import { findArticles } from '../../src/store/sqlite/search.ts'
import { findSubscription, recordCovered, savePaper } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { plan, sendAll, serve, subscribe } from '../helpers/deliveries.ts'

const translateInto = createTranslateInto(createI18n())
const log = createLog('silent')
const whales: Follow = { kind: 'search', of: 'whale', alert: true }

/** Plans what is told at once; articles without a story have to be older than 11 minutes. */
const alert = (db: Database, now: Temporal.Instant) =>
  planAlerts({
    ...{ db, translateInto, log, now, catchUpHours: 6 },
    findArticles: (request) => findArticles(db, request),
  })

const arrive = (db: Database, title: string, at: Temporal.Instant) =>
  addNews(db, [{ title, summary: { text: 'It says so in the harbour.', origin: 'feed' } }], {
    seenAt: at.subtract({ minutes: 12 }),
  })

async function aFollower(preferences: Partial<Preferences> = {}, follows = [whales]) {
  const db = await aDatabase()
  await arrive(db, 'Ferry fares fall', noon.subtract({ hours: 1 }))
  await subscribe(db, 7, preferences, noon.add({ minutes: 5 }))
  await recordCovered(db, chatItself(7), 1)
  await db.transaction().execute((trx) => savePaper(trx, chatItself(7), { ...usualPaper, follows }))
  return db
}

it('tells at once what a follow brings, and the digest has it in one line', async () => {
  const db = await aFollower()
  expect(await alert(db, noon)).toBe(0)
  await arrive(db, 'Whales return to the bay', noon)
  await arrive(db, 'Harbour bridge opens', noon)
  expect(await alert(db, noon)).toBe(1)
  const [told, ...more] = await sendAll(db, noon)
  expect(more).toEqual([])
  expect(told?.html).toMatch(/Whales return.*It says so/s)
  expect(told?.html).toMatch(/<i>\d\d:\d\d · /)
  expect(told?.html).not.toContain('Harbour bridge')
  expect(await alert(db, noon.add({ minutes: 1 }))).toBe(0)
  expect((await findSubscription(db, chatItself(7)))?.coveredThrough).toBe(1)
  await forgetSentEditions(db)
  const [digest] = await serve(db, noon.add({ hours: 24 }))
  expect(digest?.html.match(/Whales return/g)).toHaveLength(1)
  expect(digest?.html).toMatch(/🔔 <a [^>]*>Whales return/)
  expect(digest?.html).not.toMatch(/Whales return[^\n]*\nIt says so/)
  expect(digest?.html).toContain('Harbour bridge')
  expect((await findSubscription(db, chatItself(7)))?.coveredThrough).toBe(3)
})

it('tells at most one an hour and five a day of a follow', async () => {
  const db = await aFollower()
  const told: number[] = []
  for (let i = 0; i < 40; i++) {
    const now = noon.add({ minutes: i * 14 })
    await arrive(db, `Whales return to the bay of number${i}`, now)
    told.push(await alert(db, now))
    await sendAll(db, now)
  }
  expect(told.flatMap((count, i) => (count > 0 ? [i] : []))).toEqual([0, 5, 10, 15, 20])
})

it.each<[string, Partial<Preferences>, string, number]>([
  ['at night', { silence: 'night' }, '2024-06-14T23:00Z', 0],
  ['at night to who wants sounds', { silence: 'never' }, '2024-06-14T23:00Z', 1],
  ['to who never wants a sound', { silence: 'always' }, '2024-06-14T15:00Z', 1],
  ['while paused', { pausedUntil: noon.add({ hours: 48 }) }, '2024-06-14T15:00Z', 0],
])('holds back %s', async (_, preferences, at, count) => {
  const db = await aFollower({ times: [Temporal.PlainTime.from('11:00')], ...preferences })
  const now = Temporal.Instant.from(at)
  await arrive(db, 'Whales return to the bay', now)
  expect(await alert(db, now)).toBe(count)
  const morning = Temporal.Instant.from('2024-06-15T07:00Z')
  if (preferences.silence === 'night') expect(await alert(db, morning)).toBe(1)
})

it('lets a delivery end that is on its way, and tells nothing that a digest has', async () => {
  const db = await aFollower()
  await arrive(db, 'Whales return to the bay', noon)
  const later = noon.add({ hours: 24 })
  await plan(db, later)
  expect(await alert(db, later)).toBe(0)
  await sendAll(db, later)
  expect(await alert(db, later)).toBe(0)
})

it('costs nothing for those who have no alerts', async () => {
  const db = await aDatabase()
  const { rows } = await sql<{ detail: string }>`
    explain query plan select id from subscription
    where alert_through < 5 and id > 0 and ended_at is null order by id`.execute(db)
  expect(rows.map(({ detail }) => detail).join()).toContain('subscription_alerted')
})

it('alerts nothing twice, and has all of it once in a digest', async () => {
  let alertsMade = 0
  const step = fc.constantFrom(
    'whale',
    'whale',
    'ferry',
    'alert',
    'alert',
    'send',
    'send',
    'lose',
    'kill',
    'digest',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const db = await aFollower()
      let now = noon
      let number = 0
      const digests: string[] = []
      const alerts: string[] = []
      const send = async (outcomeOf?: () => SendOutcome) => {
        const open = await db
          .selectFrom('delivery')
          .where('state', '=', 'planned')
          .select('slot')
          .execute()
        expect(open.length).toBeLessThan(2)
        const sent = await sendAll(db, now, outcomeOf)
        const isAlert = open[0]?.slot.startsWith('alert')
        for (const { html } of sent) (isAlert ? alerts : digests).push(html)
      }
      for (const each of [...steps, 'send', 'digest', 'send']) {
        now = now.add({ minutes: 25 })
        if (each === 'whale' || each === 'ferry')
          await arrive(db, `The ${each} of the bay n${number++}n returns to the harbour`, now)
        if (each === 'alert') await alert(db, now)
        if (each === 'send') await send()
        if (each === 'lose') await send(() => ({ kind: 'refused', reason: { code: 'bot-muted' } }))
        if (each === 'kill') await releaseAllParts(db)
        if (each === 'digest') {
          // The next noon at which its slot is.
          const days = Math.ceil(now.since(noon).total('hours') / 24)
          now = noon.add({ hours: days * 24 })
          await send()
          await plan(db, now)
          await send()
          await forgetSentEditions(db)
        }
      }
      const alerted = alerts.flatMap((html) => html.match(/(?<= )n\d+n/g) ?? [])
      expect(alerted).toEqual([...new Set(alerted)])
      alertsMade += alerted.length
      const shown = digests.flatMap((html) => html.match(/(?<= )n\d+n/g) ?? [])
      expect(shown.toSorted()).toEqual(
        Array.from({ length: number }, (_, i) => `n${i}n`).toSorted(),
      )
    }),
    { numRuns: 30 },
  )
  expect(alertsMade).toBeGreaterThan(10)
}, 60_000)
