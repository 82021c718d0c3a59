import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { startDeliverer } from '../../src/delivering/deliverer.ts'
import { createPace } from '../../src/delivering/pace.ts'
import type { SendOutcome } from '../../src/delivering/send.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { subscribe as begin } from '../../src/serving/subscribe.ts'
import { createRowCheck } from '../../src/store/check-rows.ts'
import { addEdition } from '../../src/store/editions.ts'
import { forgetSentEditions } from '../../src/store/forget-editions.ts'
import { claimParts } from '../../src/store/outbox.ts'
import { recordSent } from '../../src/store/record-sent.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { accounts, plan, sendAll, serve, subscribe } from '../helpers/deliveries.ts'

const nextDay = noon.add({ hours: 24 })
const defaults = { zone: 'UTC', time: new Temporal.PlainTime(12) }
const refused: SendOutcome = { kind: 'refused', reason: { code: 'text', text: 'no' } }
const unreachable: SendOutcome = { kind: 'unreachable', reason: { code: 'text', text: 'no' } }
/** A digest of two messages. */
const twoMessages = Array.from({ length: 20 }, (_, i) => ({
  title: `News ${i}x ${'long '.repeat(50)}`,
}))

/** How many editions have words, and how many a list of their articles. */
async function left(db: Database): Promise<[number, number]> {
  const words = await db.selectFrom('edition_part').select('edition_id').distinct().execute()
  const lists = await db.selectFrom('edition_list').select('edition_id').distinct().execute()
  return [words.length, lists.length]
}

const titlesIn = (sent: readonly { html: string }[]) =>
  sent.flatMap(({ html }) => html.match(/News \d+x/g) ?? []).toSorted()
const allTitles = twoMessages.map(({ title }) => title.split(' long')[0]).toSorted()

it('forgets an edition once the last of its deliveries is done', async () => {
  const db = await aDatabase()
  await addNews(db, twoMessages)
  await subscribe(db, 1)
  await subscribe(db, 2)
  await plan(db, noon)
  await forgetSentEditions(db)
  expect(await left(db)).toEqual([1, 1])
  let calls = 0
  await sendAll(db, noon, () => (++calls === 2 ? unreachable : { kind: 'sent', messageId: 1 }))
  // One of them is tried again, and needs the words.
  expect(await forgetSentEditions(db)).toBe(0)
  expect(await left(db)).toEqual([1, 1])
  expect(await sendAll(db, noon.add({ minutes: 1 }))).not.toEqual([])
  expect(await forgetSentEditions(db)).toBe(1)
  expect(await left(db)).toEqual([0, 0])
  expect(await serve(db, nextDay)).toEqual([])
})

it.each(['failed', 'garbled'])(
  'knows what has arrived of a digest that ended half-way: %s',
  async (state) => {
    const db = await aDatabase()
    await addNews(db, twoMessages)
    await subscribe(db, 1)
    await plan(db, noon)
    let calls = 0
    const first = await sendAll(db, noon, () =>
      ++calls === 2 ? refused : { kind: 'sent', messageId: 1 },
    )
    await sql`update delivery set state = ${state}`.execute(db)
    await forgetSentEditions(db)
    expect(await left(db)).toEqual([0, 1])
    await createRowCheck(db)({ defaults, now: nextDay })
    const rest = await serve(db, nextDay)
    await forgetSentEditions(db)
    expect(titlesIn([...first, ...rest])).toEqual(allTitles)
  },
)

it('knows it too where the answer came after the digest had been given up', async () => {
  const db = await aDatabase()
  await addNews(db, twoMessages)
  await subscribe(db, 1)
  await plan(db, noon)
  const claim = { limit: 1, leaseMs: 1000, longestPauseMs: 1000 }
  const [part] = await claimParts(db, noon, claim)
  if (!part) throw new Error('nothing was planned')
  // Subscribed anew while its first message is in flight.
  await begin({ db, now: () => noon, defaults }, { chatId: 1, threadId: null })
  await forgetSentEditions(db)
  await recordSent(db, [{ ...part, messageId: 1, at: noon }])
  const rest = await serve(db, nextDay)
  expect(titlesIn([part, ...rest])).toEqual(allTitles)
})

it('forgets nothing that is composed and not planned yet, however often it is asked to deliver', async () => {
  const db = await aDatabase()
  await addNews(db, twoMessages)
  const zones = Intl.supportedValuesOf('timeZone').slice(0, 60)
  for (const [i, zone] of zones.entries()) {
    const times = [noon.toZonedDateTimeISO(zone).toPlainTime()]
    await subscribe(db, i + 1, { zone, times })
  }
  // So many that to forget them takes longer than to compose the first of the next.
  const parts = [{ html: 'News', more: null, articleIds: [] }]
  for (let i = 0; i < 2000; i++)
    await addEdition(db, { parts, coversThrough: 0, language: 'en' }, noon)
  const sent = new Map<number, number>()
  const stop = new AbortController()
  let now = noon.subtract({ hours: 1 })
  const deliverer = await startDeliverer({
    db,
    translateInto: (language) => translateInto(createI18n(), language),
    now: () => now,
    log: createLog('silent'),
    signal: stop.signal,
    telegram: {
      async send(chatId) {
        sent.set(chatId, (sent.get(chatId) ?? 0) + 1)
        return { kind: 'sent', messageId: 1 }
      },
      probe: async () => true,
      notifyTopicGone: async () => {},
    },
    pace: createPace(Number.POSITIVE_INFINITY, () => performance.now()),
    catchUpHours: 6,
    messagesPerSecond: 1000,
    defaults,
  })
  const before = deliverer.deliver()
  now = noon
  await Promise.all([before, deliverer.deliver()])
  await expect
    .poll(() => accounts(db), { timeout: 20_000 })
    .toEqual(zones.map(() => expect.stringMatching(/sent$/)))
  expect([...sent.values()]).toEqual(zones.map(() => 2))
  await deliverer.deliver()
  expect(await left(db)).toEqual([0, 0])
  stop.abort()
  await deliverer.ended
}, 60_000)
