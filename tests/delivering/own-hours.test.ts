import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SendOutcome } from '../../src/delivering/send.ts'
import { decodeRequest } from '../../src/domain/digest-request.ts'
import { type Paper, usualPaper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { changeHour, changeHourDays } from '../../src/serving/own-hours.ts'
import { changePaper } from '../../src/serving/papers.ts'
import { changePreferences } from '../../src/serving/preferences.ts'
import { latestNews, pageOfNews } from '../../src/serving/show-news.ts'
import { recordReceived } from '../../src/serving/subscribe.ts'
import { newestArrival } from '../../src/store/arrivals.ts'
import { findSubscription, recordCovered } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { plan, sendAll, serve, subscribe } from '../helpers/deliveries.ts'

const chat = 7
const topic = chatItself(chat)
const defaults = { zone: 'UTC', time: new Temporal.PlainTime(7, 30) }
const t = translateInto(createI18n(), 'en')
const log = createLog('silent')
const hour = (name: string) => Temporal.PlainTime.from(name)
const hours = (count: number) => noon.add({ minutes: count * 60 })
const sections = ['sport', 'culture', 'local'] as const
type Section = (typeof sections)[number]
const bringing = (...some: Section[]): Paper => ({
  ...usualPaper,
  off: { sections: sections.filter((each) => !some.includes(each)), feeds: [] },
})

const findArticles = () => Promise.resolve({ kind: 'busy' as const })

let added = 0
/** Adds news of sections, each with a title of its own: `sport-7`. */
async function news(db: Database, at: Temporal.Instant, ...of: Section[]): Promise<string[]> {
  const titles: string[] = []
  for (const section of of) {
    const title = `${section}-${++added}`
    titles.push(title)
    const url = `https://${section}.example/rss`
    await addNews(db, [{ title }], { url, seenAt: at })
    await db
      .updateTable('feed')
      .set({ tags: JSON.stringify([section]) })
      .where('url', '=', url)
      .execute()
  }
  return titles
}

const titlesIn = (sent: readonly { html: string }[]) =>
  sent.flatMap(({ html }) => html.match(/(?<=>)(?:sport|culture|local)-\d+(?=<)/g) ?? [])

/** What is left of the pages of digests that came, as their buttons bring it. */
async function laterPages(db: Database, at: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('edition_part', 'edition_part.edition_id', 'delivery.edition_id')
    .where('delivery.state', '=', 'sent')
    .where('button', 'is not', null)
    .select('button')
    .execute()
  const serving = { db, now: () => at, log, defaults, findArticles }
  const found: string[] = []
  const asked = rows.flatMap(({ button }) => button?.split(' ') ?? [])
  for (let data = asked.shift(); data; data = asked.shift()) {
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    const request = decodeRequest(data)
    if (!request) throw new Error(data)
    const parts = await pageOfNews(serving, topic, request, t)
    found.push(...titlesIn(parts))
    asked.push(...(parts.at(-1)?.more?.split(' ') ?? []))
  }
  return found
}

async function aReader(db: Database, main: Paper, times: string[], own: Record<string, Paper>) {
  await subscribe(db, chat, { paper: main, times: times.map(hour) })
  await recordCovered(db, topic, await newestArrival(db))
  for (const [name, paper] of Object.entries(own)) {
    expect(await changeHour({ db, now: () => noon }, topic, hour(name), 'own')).toBe('changed')
    await changePaper({ db }, topic, () => paper, hour(name))
  }
}

it('brings sport at its hour, and leaves it out of the digest of everything', async () => {
  const db = await aDatabase()
  await news(db, noon, ...sections)
  await aReader(db, usualPaper, ['12:00', '18:00'], { '18:00': bringing('sport') })
  await serve(db, noon)
  const [sport = '', culture = ''] = await news(db, hours(1), 'sport', 'culture')
  expect(titlesIn(await serve(db, hours(6)))).toEqual([sport])
  const [late = '', other = ''] = await news(db, hours(7), 'sport', 'local')
  expect(titlesIn(await serve(db, hours(24))).toSorted()).toEqual([culture, other, late].toSorted())
  // What everything brought, sport does not bring again.
  expect(await serve(db, hours(30))).toEqual([])
})

it('keeps for its hour what no other wants, as long as it takes', async () => {
  const db = await aDatabase()
  await news(db, noon, ...sections)
  await aReader(db, bringing('local', 'culture'), ['12:00', '18:00'], {
    '18:00': bringing('sport'),
  })
  await serve(db, noon)
  const [sport = '', local = ''] = await news(db, hours(7), 'sport', 'local')
  expect(titlesIn(await serve(db, hours(24)))).toEqual([local])
  expect(titlesIn(await serve(db, hours(30)))).toEqual([sport])
})

it('goes on by `More news` as each digest was, whatever has come since', async () => {
  const db = await aDatabase()
  await news(db, noon, ...sections)
  await aReader(db, usualPaper, ['12:00', '18:00'], { '18:00': bringing('sport') })
  await serve(db, noon)
  const many = <T>(count: number, each: T) => Array.from({ length: count }, () => each)
  const sport = await news(db, hours(1), ...many(70, 'sport' as const))
  const others = await news(db, hours(2), ...many(70, 'culture' as const))
  const evening = titlesIn(await serve(db, hours(6)))
  const late = await news(db, hours(7), ...many(40, 'sport' as const))
  const noonNext = titlesIn(await serve(db, hours(24)))
  await news(db, hours(25), 'sport')
  await serve(db, hours(30))
  const later = await laterPages(db, hours(31))
  expect(evening.every((title) => sport.includes(title))).toBe(true)
  expect([...evening, ...noonNext, ...later].toSorted()).toEqual(
    [...sport, ...others, ...late].toSorted(),
  )
  // Another chat has no such hour: what the button of this one says is read as its usual paper.
  const [row] = await db
    .selectFrom('edition_part')
    .select('button')
    .where('button', 'like', '%h1800')
    .execute()
  const request = decodeRequest(row?.button ?? '')
  if (!request) throw new Error('no button')
  expect(request.hour?.toString()).toBe('18:00:00')
  const serving = { db, now: () => hours(31), log, defaults, findArticles }
  const theirs = await pageOfNews(serving, chatItself(99), request, t)
  expect(titlesIn(theirs).some((title) => title.startsWith('culture'))).toBe(true)
})

it('serves each kind of hour that was missed, one after the other', async () => {
  const db = await aDatabase()
  await news(db, noon, ...sections)
  await aReader(db, bringing('local'), ['12:00', '18:00'], { '18:00': bringing('sport') })
  await serve(db, noon)
  const [sport = '', local = ''] = await news(db, hours(1), 'sport', 'local')
  const late = hours(31)
  const digests: string[][] = []
  for (let i = 0; i < 3; i++) {
    await plan(db, late, 12)
    digests.push(titlesIn(await sendAll(db, late)))
  }
  expect(digests).toEqual([[local], [sport], []])
})

it('holds what is muted and followed at every hour', async () => {
  const db = await aDatabase()
  await news(db, noon, ...sections)
  await aReader(db, usualPaper, ['12:00', '18:00'], { '18:00': bringing('sport', 'culture') })
  await serve(db, noon)
  await changePaper({ db }, topic, (paper) => ({
    ...paper,
    mutes: { ...paper.mutes, words: ['sport'] },
  }))
  const [, culture = ''] = await news(db, hours(1), 'sport', 'culture')
  expect(titlesIn(await serve(db, hours(6)))).toEqual([culture])
})

it('brings the columns of the week on Sundays, and nothing at that hour on other days', async () => {
  const db = await aDatabase()
  await news(db, noon, ...sections)
  await db.updateTable('feed').set({ kind: 'mixed' }).execute()
  const serving = { db, now: () => noon }
  // It is Friday.
  await aReader(db, { ...usualPaper, kinds: 'news' }, ['10:00', '12:00'], {
    '10:00': { ...usualPaper, kinds: 'columns' },
  })
  expect(await changeHourDays(serving, topic, hour('11:00'), [7])).toBe('gone')
  expect(await changeHourDays(serving, topic, hour('10:00'), [7])).toBe('changed')
  const columns: string[] = []
  const came: Record<string, string[]> = {}
  for (let day = 1; day < 9; day++) {
    const [title = ''] = await news(db, hours(24 * day - 3), 'culture')
    const isColumn = db.updateTable('article').set({ kind: 'column' })
    await isColumn.where('title', '=', title).execute()
    columns.push(title)
    const [headline = ''] = await news(db, hours(24 * day - 3), 'local')
    for (const at of [hours(24 * day - 2), hours(24 * day)]) {
      const slot = (await subscriptionOf(db)).nextSlotAt
      const sent = titlesIn(await serve(db, at))
      if (sent.length > 0) came[slot.toString()] = sent
    }
    expect(came[hours(24 * day).toString()]).toEqual([headline])
  }
  const ofColumns = Object.keys(came).filter((slot) => slot.includes('T10:00'))
  expect(ofColumns).toEqual(['2024-06-16T10:00:00Z'])
  expect(came['2024-06-16T10:00:00Z']?.toSorted()).toEqual(columns.slice(0, 2).toSorted())
  expect((await subscriptionOf(db)).nextSlotAt.toString()).toBe('2024-06-23T10:00:00Z')
  expect(await changeHour(serving, topic, hour('10:00'), 'usual')).toBe('changed')
  expect((await subscriptionOf(db)).hours).toEqual([])
})

it('keeps one hour for the usual paper, and takes the others along when hours are moved', async () => {
  const db = await aDatabase()
  await aReader(db, usualPaper, ['08:00', '12:00', '18:00'], {
    '12:00': bringing('culture'),
    '18:00': bringing('sport'),
  })
  expect(await changeHour({ db, now: () => noon }, topic, hour('08:00'), 'own')).toBe('last')
  expect(await changeHour({ db, now: () => noon }, topic, hour('09:00'), 'own')).toBe('gone')
  const own = async () =>
    (await db.selectFrom('hour_paper').select('time').orderBy('time').execute()).map(
      ({ time }) => time,
    )
  const moveTo = async (...times: string[]) => {
    const subscription = await subscriptionOf(db)
    await changePreferences({ db, now: () => noon }, subscription, { times: times.map(hour) })
    return own()
  }
  expect(await moveTo('08:00', '12:00', '19:30')).toEqual(['12:00', '19:30'])
  expect(await moveTo('08:00', '19:30')).toEqual(['19:30'])
  expect(await moveTo('19:30')).toEqual([])
})

async function subscriptionOf(db: Database) {
  const subscription = await findSubscription(db, topic)
  if (!subscription) throw new Error('It is not subscribed')
  return subscription
}

const aPaper = fc.subarray([...sections], { minLength: 1 }).map((some): Paper => bringing(...some))

type Step =
  | { does: 'news'; of: Section[] }
  | { does: 'serve' | 'fail' | 'start' }
  | { does: 'edit'; hour: number; paper: Paper }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('news' as const),
      of: fc.array(fc.constantFrom(...sections), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 6, arbitrary: fc.constant({ does: 'serve' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'fail' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'start' as const }) },
)

const edit = fc.record({ does: fc.constant('edit' as const), hour: fc.nat(2), paper: aPaper })

const slots = ['08:00', '12:00', '18:00'] as const

type Own = { paper: Paper; weekdays: number[] | null } | null

const anOwn: fc.Arbitrary<Own> = fc.option(
  fc.record({
    paper: aPaper,
    weekdays: fc.option(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })),
  }),
)

/** Lives some steps of six hours each, and then until every hour has come; gives what came and what was there. */
async function live(main: Paper, own: Own[], steps: readonly Step[]) {
  const db = await aDatabase()
  await news(db, noon, ...sections)
  const named = own.flatMap((each, i) => (each ? [[slots[i + 1] ?? '', each] as const] : []))
  const papers = named.map(([name, { paper }]) => [name, paper] as const)
  await aReader(db, main, [...slots], Object.fromEntries(papers))
  for (const [name, { weekdays }] of named) {
    await changeHourDays({ db, now: () => noon }, topic, hour(name), weekdays)
  }
  const isWeekly = named.some(([, { weekdays }]) => weekdays)
  const last = Array.from({ length: isWeekly ? 32 : 8 }, () => ({ does: 'serve' as const }))
  const came: string[] = []
  const all: string[] = []
  const shownByStart: string[] = []
  let at = noon
  for (const each of [...steps, ...last]) {
    at = at.add({ hours: 6 })
    if (each.does === 'news') all.push(...(await news(db, at, ...each.of)))
    if (each.does === 'edit') {
      const name = slots[each.hour] ?? '08:00'
      const isOwn = each.hour > 0 && own[each.hour - 1]
      await changePaper({ db }, topic, () => each.paper, isOwn ? hour(name) : undefined)
    }
    if (each.does === 'start') {
      const { coveredThrough } = await subscriptionOf(db)
      const serving = { db, now: () => at, log, defaults, findArticles }
      const { parts, upTo } = await latestNews(serving, topic, t, coveredThrough)
      shownByStart.push(...titlesIn(parts))
      await recordReceived(serving, topic, upTo)
    }
    const outcome: SendOutcome =
      each.does === 'fail'
        ? { kind: 'refused', reason: { code: 'nothing-sendable' } }
        : { kind: 'sent', messageId: 1 }
    for (let i = 0; i < 4; i++) {
      await plan(db, at, 48)
      const sent = await sendAll(db, at, () => outcome)
      came.push(...titlesIn(sent))
    }
  }
  const later = await laterPages(db, at)
  return { came: [...came, ...shownByStart, ...later].toSorted(), all: all.toSorted() }
}

describe('of all that came, for any papers of hours', () => {
  const wants = (paper: Paper, title: string) =>
    !paper.off.sections.includes(title.split('-')[0] ?? '')

  it('brings what any paper wants once, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        aPaper,
        fc.tuple(anOwn, anOwn),
        fc.array(step, { maxLength: 10 }),
        async (main, own, steps) => {
          const papers = [main, ...own.flatMap((each) => (each ? [each.paper] : []))]
          const { came, all } = await live(main, own, steps)
          const wanted = all.filter((title) => papers.some((paper) => wants(paper, title)))
          expect(came).toEqual(wanted)
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  it('brings nothing twice when papers are changed in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        aPaper,
        fc.tuple(anOwn, anOwn),
        fc.array(fc.oneof(step, edit), { maxLength: 12 }),
        async (main, own, steps) => {
          const { came } = await live(main, own, steps)
          expect(new Set(came).size).toBe(came.length)
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})
