import { expect, it } from 'vitest'
import { mergeMissedDigests, planDueDigests } from '../../src/delivering/plan-digests.ts'
import { type Paper, usualPaper } from '../../src/domain/paper.ts'
import { chatItself, stoppedByReader } from '../../src/domain/subscription.ts'
import { createI18n, createTranslateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { changePreferences } from '../../src/serving/preferences.ts'
import { listProblems } from '../../src/store/problems.ts'
import { recordSent } from '../../src/store/record-sent.ts'
import { endSubscription, findSubscription, savePaper } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { accounts, plan, sendAll, serve, subscribe } from '../helpers/deliveries.ts'

const times = (...all: string[]) => all.map((time) => Temporal.PlainTime.from(time))
const hours = (count: number) => noon.add({ minutes: count * 60 })

const titlesIn = (sent: { html: string }[]) =>
  sent.flatMap(({ html }) => html.match(/News [A-Z0-9]+/g) ?? []).toSorted()
const countOf = async (db: Database, table: 'edition' | 'delivery') =>
  (await db.selectFrom(table).select('id').execute()).length

/** News that take more than one message. */
const severalMessages = Array.from({ length: 39 }, (_, i) => ({
  title: `News ${i} ${'long '.repeat(40)}`,
}))

it('composes one edition for all chats with the same preferences and the same past', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  for (const chatId of [1, 2, 3]) await subscribe(db, chatId)
  await subscribe(db, 4, { zone: 'Europe/Paris', times: times('14:00') })
  expect(await plan(db, noon)).toBe(4)
  expect(await countOf(db, 'edition')).toBe(2)
  expect((await sendAll(db, noon)).map(({ chatId }) => chatId)).toEqual([1, 2, 3, 4])
})

it('leaves out the one article that no message can hold, and notes it for admins', async () => {
  const db = await aDatabase()
  await addNews(
    db,
    ['A', 'B', 'C'].map((name) => ({ title: `News ${name}` })),
  )
  await db
    .updateTable('article')
    .set({ url: `https://news.example/?${'&'.repeat(9000)}` })
    .where('title', '=', 'News B')
    .execute()
  await subscribe(db, 1)
  expect(titlesIn(await serve(db, noon))).toEqual(['News A', 'News C'])
  expect(await listProblems(db, 10)).toMatchObject([
    { subject: 'article', id: 2, code: 'not-shown', times: 1 },
  ])
  await addNews(db, [{ title: 'News D' }], { seenAt: hours(1) })
  expect(titlesIn(await serve(db, hours(24)))).toEqual(['News D'])
})

it('passes over an edition that cannot be composed, at the cost of its own chats alone', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  const late = { times: times('23:00') }
  await subscribe(db, 1, late)
  await subscribe(db, 2, { times: times('00:30') }, hours(12))
  const broken = (key: string) => {
    if (key === 'digest-late') throw new Error('no words')
    return key === 'date-locale' ? 'en-GB' : key
  }
  await planDueDigests({
    db,
    translateInto: () => broken,
    log: createLog('silent'),
    now: hours(13),
    catchUpHours: 6,
  })
  expect((await sendAll(db, hours(13))).map(({ chatId }) => chatId)).toEqual([2])
  expect(await accounts(db)).toEqual([
    '2024-06-14T23:00 skipped could not be composed',
    '2024-06-15T00:30 sent caught up',
  ])
  expect(await listProblems(db, 10)).toMatchObject([{ code: 'not-composed', detail: 'no words' }])
  await addNews(db, [{ title: 'News B' }], { seenAt: hours(14) })
  const next = (await serve(db, hours(35))).filter(({ chatId }) => chatId === 1)
  expect(titlesIn(next)).toEqual(['News B'])
})

it('plans more chats than one batch holds, each once', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  for (let chatId = 1; chatId <= 2300; chatId++) await subscribe(db, chatId)
  expect(await plan(db, noon)).toBe(2300)
  expect(await plan(db, noon)).toBe(0)
  expect(await countOf(db, 'edition')).toBe(1)
})

it('plans a chat that changes what it wants meanwhile by what it wants then', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  for (const chatId of [1, 2, 3]) await subscribe(db, chatId)
  const inWords = createTranslateInto(createI18n())
  const change = async () => {
    const columns: Paper = { ...usualPaper, kinds: 'columns' }
    await db.transaction().execute(async (trx) => {
      await savePaper(trx, chatItself(2), columns)
      await endSubscription(trx, chatItself(3), stoppedByReader, noon)
    })
  }
  let changing: Promise<void> | null = null
  const planned = await planDueDigests({
    ...{ db, log: createLog('silent'), now: noon, catchUpHours: 6 },
    // Asked for as the first edition is composed.
    translateInto(language) {
      changing ??= change()
      return inWords(language)
    },
  })
  await changing
  expect(planned).toBe(1)
  expect((await sendAll(db, noon)).map(({ chatId }) => chatId)).toEqual([1])
  expect(await accounts(db)).toEqual([
    '2024-06-14T12:00 sent',
    '2024-06-14T12:00 skipped nothing new',
  ])
})

it('catches a missed slot up once, and says so when its day has passed', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1, { times: times('12:00', '20:00') })
  const [late] = await serve(db, hours(13))
  expect(late?.html).toMatch(/^<b>Yesterday’s digest, late<\/b>\n\n<b>Friday, 14 June 2024/)
  expect(await accounts(db)).toEqual([
    '2024-06-14T12:00 skipped merged into the next digest',
    '2024-06-14T20:00 sent caught up',
  ])
  expect(await serve(db, hours(13))).toEqual([])
})

it('does not speak of yesterday while the day lasts', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  const [late] = await serve(db, hours(3))
  expect(late?.html).not.toContain('late')
  expect(await accounts(db)).toEqual(['2024-06-14T12:00 sent caught up'])
})

it('merges slots missed long ago into the next digest, and accounts for each', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  await serve(db, noon)
  await addNews(db, [{ title: 'News B' }], { seenAt: hours(10) })
  expect(await serve(db, hours(60))).toEqual([])
  expect(await accounts(db)).toEqual([
    '2024-06-14T12:00 sent',
    '2024-06-15T12:00 skipped merged into the next digest',
    '2024-06-16T12:00 skipped merged into the next digest',
  ])
  expect(titlesIn(await serve(db, hours(72)))).toEqual(['News B'])
})

it('lets go of planned digests that downtime has made old, and brings their news with the next', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  await plan(db, noon)
  expect(await mergeMissedDigests({ db, now: hours(5), catchUpHours: 6 })).toBe(0)
  expect(await mergeMissedDigests({ db, now: hours(7), catchUpHours: 6 })).toBe(1)
  expect(await serve(db, hours(7))).toEqual([])
  expect(titlesIn(await serve(db, hours(24)))).toEqual(['News A'])
})

it('skips paused slots, and brings one digest of all that came meanwhile', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  const subscription = await subscribe(db, 1)
  await serve(db, noon)
  await changePreferences({ db, now: () => hours(1) }, subscription, { pausedUntil: hours(73) })
  const sent = []
  for (const day of [1, 2, 3, 4, 5]) {
    await addNews(db, [{ title: `News ${day}` }], { seenAt: hours(24 * day - 3) })
    sent.push(titlesIn(await serve(db, hours(24 * day))))
  }
  expect(sent).toEqual([[], [], [], ['News 1', 'News 2', 'News 3', 'News 4'], ['News 5']])
  expect((await accounts(db)).slice(1, 4)).toEqual([
    '2024-06-15T12:00 skipped paused',
    '2024-06-16T12:00 skipped paused',
    '2024-06-17T12:00 skipped paused',
  ])
})

it('says that a day is quiet to those who asked for it, and nothing to others', async () => {
  const db = await aDatabase()
  await subscribe(db, 1, { quietNote: true })
  await subscribe(db, 2)
  const sent = await serve(db, noon)
  expect(sent).toMatchObject([{ chatId: 1, html: expect.stringContaining('quiet day') }])
  expect(await accounts(db)).toEqual([
    '2024-06-14T12:00 sent',
    '2024-06-14T12:00 skipped nothing new',
  ])
})

it('sends without a sound at night, unless asked otherwise', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  const night = { times: times('06:59'), zone: 'Europe/Kyiv' }
  const dawn = Temporal.Instant.from('2024-06-15T03:59:00Z')
  await subscribe(db, 1, night)
  await subscribe(db, 2, { ...night, silence: 'never' })
  await subscribe(db, 3, { ...night, silence: 'always' })
  const sent = await serve(db, dawn)
  expect(sent.map(({ silent }) => silent)).toEqual([true, false, true])
  await subscribe(db, 4, { ...night, times: times('07:00') }, dawn)
  expect(await serve(db, dawn.add({ minutes: 1 }))).toMatchObject([{ chatId: 4, silent: false }])
})

it('lets nothing fall between: late arrivals, and what comes between planning and sending', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  await plan(db, noon)
  await addNews(db, [{ title: 'News B' }], { seenAt: noon })
  await addNews(db, [{ title: 'News C' }], { seenAt: hours(1) })
  expect(titlesIn(await sendAll(db, hours(2)))).toEqual(['News A'])
  // Published three days before it came, as from a feed that could not be read.
  const lateAgain = { title: 'News D', publishedAt: hours(1) }
  await addNews(db, [lateAgain], { seenAt: hours(70) })
  expect(titlesIn(await serve(db, hours(72)))).toEqual(['News B', 'News C', 'News D'])
  expect(await serve(db, hours(96))).toEqual([])
})

it('leaves out what was out before its feed was added', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  await serve(db, noon)
  const old = { title: 'News B', publishedAt: noon.subtract({ hours: 24 * 30 }) }
  const fresh = { title: 'News C', publishedAt: hours(2) }
  await addNews(db, [old, fresh], { seenAt: hours(10), url: 'https://other.example/rss' })
  expect(titlesIn(await serve(db, hours(24)))).toEqual(['News C'])
})

it('keeps to what was delivered when the clock goes back', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  await serve(db, noon)
  await addNews(db, [{ title: 'News B' }], { seenAt: noon.subtract({ minutes: 30 }) })
  expect(titlesIn(await serve(db, hours(24)))).toEqual(['News B'])
})

it('brings after a digest that failed half-way what had not arrived, and nothing twice', async () => {
  const db = await aDatabase()
  await addNews(db, severalMessages)
  await subscribe(db, 1)
  await subscribe(db, 2)
  await plan(db, noon)
  let parts = 0
  // Chat 1 and 2 get their first part; the second of one of them is refused.
  const arrived = await sendAll(db, noon, () =>
    ++parts === 3
      ? { kind: 'refused', reason: { code: 'text', text: 'no' } }
      : { kind: 'sent', messageId: 1 },
  )
  const failed = arrived.filter(({ chatId }) => chatId === 1)
  expect(failed).toHaveLength(1)
  await addNews(db, [{ title: 'News X' }], { seenAt: hours(1) })
  const next = await serve(db, hours(24))
  const titlesOf = (chatId: number) => titlesIn(next.filter((each) => each.chatId === chatId))
  expect(titlesOf(2)).toEqual(['News X'])
  const all = [...titlesIn(failed), ...titlesOf(1)].toSorted()
  expect(all).toEqual(
    [...severalMessages.map(({ title }) => title.split(' long')[0]), 'News X'].toSorted(),
  )
  expect(await serve(db, hours(48))).toEqual([])
})

it('plans the next digest only when the one before has ended', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  await plan(db, noon)
  await addNews(db, [{ title: 'News B' }], { seenAt: hours(1) })
  expect(await plan(db, hours(24))).toBe(0)
  expect(titlesIn(await sendAll(db, hours(24)))).toEqual(['News A'])
  expect(titlesIn(await serve(db, hours(24)))).toEqual(['News B'])
})

it('sends nothing more once the chat has ended it', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  await subscribe(db, 1)
  await plan(db, noon)
  await db
    .transaction()
    .execute((trx) => endSubscription(trx, chatItself(1), stoppedByReader, noon))
  expect(await sendAll(db, noon)).toEqual([])
  expect(await accounts(db)).toEqual(['2024-06-14T12:00 failed stopped by the reader'])
})

it('serves a day at once whose hour is changed to one that has passed', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  const subscription = await subscribe(db, 1)
  const early = noon.subtract({ hours: 2 })
  const changed = await changePreferences({ db, now: () => early }, subscription, {
    times: times('07:00'),
  })
  expect(changed.nextSlotAt).toEqual(early)
  expect(titlesIn(await serve(db, early))).toEqual(['News A'])
  expect(await serve(db, noon)).toEqual([])
})

it('counts what was in flight when the chat ended it', async () => {
  const db = await aDatabase()
  await addNews(db, severalMessages)
  await subscribe(db, 1)
  await plan(db, noon)
  const part = { deliveryId: 1, seq: 0 }
  await db
    .transaction()
    .execute((trx) => endSubscription(trx, chatItself(1), stoppedByReader, noon))
  await recordSent(db, [{ ...part, messageId: 1, at: noon }])
  expect(await sendAll(db, noon)).toEqual([])
  await subscribe(db, 1, {}, hours(1))
  const rest = titlesIn(await serve(db, hours(24)))
  expect(rest).toContain('News 0')
  expect(rest).not.toContain('News 38')
})

it('does not serve a day again whose hour is changed after its digest', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'News A' }])
  const subscription = await subscribe(db, 1)
  await serve(db, noon)
  expect((await findSubscription(db, chatItself(1)))?.nextSlotAt).toEqual(hours(24))
  const changed = await changePreferences({ db, now: () => hours(1) }, subscription, {
    times: times('19:00'),
  })
  expect(changed.nextSlotAt).toEqual(hours(31))
})
