import { describe, expect, it, onTestFinished } from 'vitest'
import { startApp } from '../src/app.ts'
import { createClockCheck } from '../src/clock-check.ts'
import { createStoryAssigner } from '../src/collecting/assign-stories.ts'
import { createSummaryRounds } from '../src/collecting/improve-summaries.ts'
import { asksConditionally, followMove } from '../src/domain/polling.ts'
import { settleDueSlots } from '../src/domain/schedule-due.ts'
import { nextDigestAt } from '../src/domain/slot.ts'
import { chatItself } from '../src/domain/subscription.ts'
import { createLog } from '../src/lib/log.ts'
import { dueFeeds, listFeeds, saveFeedHealth } from '../src/store/feeds.ts'
import { reserveUsage, usageOf } from '../src/store/model-usage.ts'
import { recordPageFailure, waitingPages } from '../src/store/pages.ts'
import { findSubscription } from '../src/store/subscriptions.ts'
import type { Database } from '../src/store/tables.ts'
import { aConfig } from './helpers/app.ts'
import { aDatabase, addNews, noon } from './helpers/database.ts'
import { accounts, plan, sendAll, serve, subscribe } from './helpers/deliveries.ts'
import { rss } from './helpers/feeds.ts'
import { aTelegram, sayAs, token } from './helpers/telegram.ts'
import { startWebServer } from './helpers/web-server.ts'

const days = (count: number, from = noon) => from.add({ hours: 24 * count })
const years = (count: number) => days(365 * count)
const at1970 = Temporal.Instant.fromEpochMilliseconds(20_000)
const log = createLog('silent')

describe('a clock that was years ahead, and was set right', () => {
  it('leaves no feed that is not read for years', async () => {
    const db = await aDatabase()
    await addNews(db, [{ title: 'News A' }])
    const [feed] = await listFeeds(db)
    if (!feed) throw new Error('no feed')
    await saveFeedHealth(db, feed.id, { nextDueAt: years(5), lastFullAt: years(5) })
    const [due] = await dueFeeds(db, noon)
    expect(due?.id).toBe(feed.id)
    // The longest rest there is: six hours, and a week of days that the feed asks to be left out.
    await saveFeedHealth(db, feed.id, { nextDueAt: days(8) })
    expect(await dueFeeds(db, noon)).toEqual([])
    if (!due) throw new Error('no feed due')
    expect(asksConditionally(due, noon)).toBe(false)
    const to = 'https://new.example/rss'
    expect(followMove({ ...due, moved: { to, since: years(5) } }, to, noon)).toEqual({
      moved: { to, since: noon },
      adopt: false,
    })
  })

  it.each([1, 400, 5 * 365])('loses no digest and repeats none: by %i days', async (ahead) => {
    const db = await aDatabase()
    await subscribe(db, 1)
    await addNews(db, [{ title: 'News A' }])
    expect(await serve(db, noon)).toHaveLength(1)
    await addNews(db, [{ title: 'News B' }], { seenAt: noon.add({ minutes: 10 }) })
    await plan(db, days(ahead, noon.add({ hours: 1 })))
    const [aheadOfTime] = await sendAll(db, noon.add({ hours: 2 }))
    expect(aheadOfTime?.html).toContain('News B')
    const slot = async () => (await findSubscription(db, chatItself(1)))?.nextSlotAt.toString()
    if (ahead > 16) expect(await slot()).toBe(days(ahead + 1).toString())
    await addNews(db, [{ title: 'News C' }], { seenAt: noon.add({ hours: 3 }) })
    expect(await serve(db, noon.add({ hours: 4 }))).toEqual([])
    if (ahead > 16) expect(await slot()).toBe(days(1).toString())
    const [next] = await serve(db, days(ahead > 16 ? 1 : 2))
    expect(next?.html).toContain('News C')
    expect(next?.html).not.toContain('News B')
  })

  it('leaves no pause for years', async () => {
    const db = await aDatabase()
    await subscribe(db, 1, { pausedUntil: years(5) })
    await addNews(db, [{ title: 'News A' }])
    expect(await serve(db, noon)).toHaveLength(1)
    const subscription = await findSubscription(db, chatItself(1))
    expect(subscription && nextDigestAt(subscription).toString()).toBe(days(1).toString())
  })

  it('leaves no page unread, and no article out of the stories', async () => {
    const db = await aDatabase()
    await addNews(db, [{ title: 'Bridge of Lviv opens to trams' }])
    const [page] = await waitingPages(db, days(-3), noon, 10)
    if (!page) throw new Error('no page')
    await recordPageFailure(db, page.id, {
      reason: { code: 'no-article' },
      wall: null,
      retryAt: years(5),
    })
    expect(await waitingPages(db, days(-3), noon, 10)).toHaveLength(1)
    await db
      .updateTable('article')
      .set({ first_seen_at: years(5).epochMilliseconds, page_attempts: 0 })
      .execute()
    await createStoryAssigner(db, () => noon).assign(days(-3))
    const { story_id } = await db.selectFrom('article').select('story_id').executeTakeFirstOrThrow()
    expect(story_id).not.toBeNull()
  })

  it('does not move the window of stories years on', async () => {
    const db = await aDatabase()
    const title = 'Harbour bridge opens to trams after two years of work'
    await addNews(db, [{ title }], { url: 'https://a.example/rss' })
    await createStoryAssigner(db, () => noon.add({ hours: 1 })).assign(days(-3))
    const undated = { title: 'Mayor names the new head of the port', publishedAt: years(5) }
    await addNews(db, [undated], { seenAt: years(5) })
    await createStoryAssigner(db, () => years(5).add({ hours: 1 })).assign(days(-3, years(5)))
    await addNews(db, [{ title: `${title}!` }], { url: 'https://b.example/rss' })
    await createStoryAssigner(db, () => noon.add({ hours: 1 })).assign(days(-3))
    const articles = await db.selectFrom('article').select('story_id').orderBy('id').execute()
    const [first, other, second] = articles.map(({ story_id }) => story_id)
    expect(second).toBe(first)
    expect(other).not.toBe(first)
  })

  it('lets a model be asked again, and takes nothing from the budget of today', async () => {
    const db = await aDatabase()
    let now = years(5)
    await addNews(db, [{ title: 'News A' }], { seenAt: now })
    const read = async (db: Database) =>
      db
        .updateTable('article')
        .set({ page_state: 'read', body: 'The bridge opened on Friday in the rain. '.repeat(20) })
        .execute()
    await read(db)
    let asked = 0
    const round = createSummaryRounds({
      db,
      ask: async () => {
        asked++
        return {
          kind: 'unavailable',
          reason: { code: 'model-stopped' },
          usage: { inputTokens: 0, outputTokens: 0 },
        }
      },
      model: 'small',
      budget: { tokens: 100_000, cost: null },
      prices: { input: 0, output: 0 },
      zone: 'UTC',
      now: () => now,
      log,
      signal: new AbortController().signal,
      pauseMs: 1,
    })
    await round()
    await round()
    expect(asked).toBe(2)
    now = noon
    await addNews(db, [{ title: 'News B' }], { url: 'https://b.example/rss' })
    await read(db)
    await round()
    expect(asked).toBe(4)

    const budget = { tokens: 100, cost: null }
    const most = { inputTokens: 100, outputTokens: 0, costMillionths: 0 }
    const [today, wrong] = ['2024-06-14', '2029-06-14'].map((day) => Temporal.PlainDate.from(day))
    if (!today || !wrong) throw new Error('no day')
    expect(await reserveUsage(db, wrong, most, budget)).toBe(true)
    expect(await reserveUsage(db, today, most, budget)).toBe(true)
    expect(await reserveUsage(db, today, most, budget)).toBe(false)
    expect((await usageOf(db, today)).inputTokens).toBe(100)
  })

  it('keeps no message back for years', async () => {
    const db = await aDatabase()
    await addNews(db, [{ title: 'News A' }])
    await subscribe(db, 1)
    await plan(db, noon)
    const later = years(5).epochMilliseconds
    await db
      .updateTable('delivery_part')
      .set({ attempts: 2, next_attempt_at: later, lease_until: later })
      .execute()
    expect(await sendAll(db, noon)).toHaveLength(1)
    expect(await accounts(db)).toEqual(['2024-06-14T12:00 sent'])
  })
})

it('settles slots of ten years in no time', () => {
  const times = [6, 9, 12, 18].map((hour) => new Temporal.PlainTime(hour))
  const daily = { zone: 'Europe/Kyiv', times, weekdays: [1, 2, 3, 4, 5, 6, 7], pausedUntil: null }
  const began = performance.now()
  const due = settleDueSlots({ ...daily, nextSlotAt: noon }, years(10), 6)
  expect(performance.now() - began).toBeLessThan(200)
  expect(due.skipped.length).toBeLessThanOrEqual(4 * 15)
  expect(Temporal.Instant.compare(due.next.at, years(10))).toBe(1)
})

describe('a clock that is behind at the start', () => {
  it('is not believed for ten minutes, or until it is set', async () => {
    const db = await aDatabase()
    let [now, ms] = [at1970, 0]
    const check = () =>
      createClockCheck(
        db,
        () => now,
        log,
        () => ms,
      )
    const fresh = await check()
    expect(fresh()).toBe(false)
    now = noon
    expect(fresh()).toBe(true)
    await addNews(db, [{ title: 'News A' }])
    await subscribe(db, 1)
    await plan(db, noon)
    const later = await check()
    expect(later()).toBe(true)
    now = days(-300)
    expect(later()).toBe(false)
    ms = 10 * 60_000
    expect(later()).toBe(true)
  })
})

it('reads and plans nothing in 1970, and answers all the same', async () => {
  const { world, apiRoot } = await aTelegram([1])
  const web = await startWebServer()
  web.answer('/rss', rss('Harbour Post', [{ title: 'News A', link: `${web.origin}/a` }]))
  const app = await startApp(
    aConfig(),
    {
      token,
      apiRoot,
      adminIds: [],
      allowPrivateAddresses: ['127.0.0.1'],
      sampleFeeds: [{ url: `${web.origin}/rss`, kind: 'news' }],
    },
    { now: () => at1970 },
  )
  onTestFinished(app.stop)
  await app.firstNews
  expect(await app.db.selectFrom('article').select('id').execute()).toEqual([])
  await sayAs(world, 1)('/help', '/latest')
})
