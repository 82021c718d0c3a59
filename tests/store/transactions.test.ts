import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createStoryAssigner } from '../../src/collecting/assign-stories.ts'
import { sendPlanned } from '../../src/delivering/send-planned.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { joinStories, takeOutOfStory } from '../../src/editing/change-stories.ts'
import { createCheckOfRows } from '../../src/editing/check-rows.ts'
import { createLog } from '../../src/lib/log.ts'
import { subscribe } from '../../src/serving/subscribe.ts'
import { findStory } from '../../src/store/story-account.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { subscribe as aSubscription, plan } from '../helpers/deliveries.ts'

const log = createLog('silent')
const defaults = { zone: 'UTC', time: new Temporal.PlainTime(7, 30) }
const bridge = 'Saltmere harbour bridge closes for repairs next week'
const bridgeToo = 'Harbour bridge in Saltmere to close next week for repairs'
const council = 'Council elects a new mayor after three rounds of votes'

/** Runs some work while writes of one kind fail, as on a full disk. */
async function whileFailing(
  db: Database,
  writes: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const fail = `begin select raise(abort, 'disk is full'); end`
  await sql.raw(`create trigger failing before ${writes} ${fail}`).execute(db)
  await expect(work()).rejects.toThrow('disk is full')
  await sql`drop trigger failing`.execute(db)
}

async function rows(db: Database, ...tables: string[]): Promise<unknown[]> {
  const all: unknown[] = []
  for (const table of tables) {
    all.push((await sql`select * from ${sql.table(table)}`.execute(db)).rows)
  }
  return all
}

async function aDatabaseWithStories(...feeds: string[][]): Promise<Database> {
  const db = await aDatabase()
  for (const [i, titles] of feeds.entries()) {
    const given = titles.map((title) => ({ title }))
    await addNews(db, given, { url: `https://news-${i}.example/rss` })
  }
  await assign(db)
  return db
}

const assign = (db: Database) =>
  createStoryAssigner(db, () => noon.add({ hours: 1 })).assign(noon.subtract({ hours: 72 }))

const storyTables = ['story', 'story_move', 'story_apart', 'article']

it('merges two stories whole or not at all', async () => {
  const db = await aDatabaseWithStories([bridge], [council])
  const before = await rows(db, ...storyTables)
  for (const write of ['update of merged_into on story', 'update of lead_id on story']) {
    await whileFailing(db, write, () =>
      joinStories({ db, forgetStories() {} }, { from: 1, into: 2 }),
    )
    expect(await rows(db, ...storyTables)).toEqual(before)
  }
})

it('splits a story whole or not at all', async () => {
  const db = await aDatabaseWithStories([bridge], [bridgeToo])
  const before = await rows(db, ...storyTables)
  for (const write of ['insert on story_apart', 'update of lead_id on story']) {
    await whileFailing(db, write, () => takeOutOfStory({ db, forgetStories() {} }, 1, [2]))
    expect(await rows(db, ...storyTables)).toEqual(before)
  }
})

it('puts articles into stories together with what leads these, and again after a failure', async () => {
  const db = await aDatabase()
  const assigner = createStoryAssigner(db, () => noon.add({ hours: 1 }))
  const since = noon.subtract({ hours: 72 })
  await addNews(db, [{ title: bridge }], { url: 'https://one.example/rss' })
  // By itself: on a busy machine it would be in a transaction of its own.
  await assigner.assign(since)
  await addNews(db, [{ title: bridgeToo }], { url: 'https://two.example/rss' })
  const before = await rows(db, ...storyTables)
  await whileFailing(db, 'update of lead_id on story', () => assigner.assign(since))
  expect(await rows(db, ...storyTables)).toEqual(before)
  // What it holds in memory is no further than the database.
  await assigner.assign(since)
  expect((await findStory(db, 1))?.members.map(({ title }) => title)).toEqual([bridge, bridgeToo])
})

it('subscribes a chat and ends what is on its way together', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: bridge }])
  await aSubscription(db, 1)
  await plan(db, noon)
  const tables = ['subscription', 'delivery', 'delivery_part']
  const before = await rows(db, ...tables)
  await whileFailing(db, 'update on delivery_part', () =>
    subscribe({ db, now: () => noon, defaults }, chatItself(1)),
  )
  expect(await rows(db, ...tables)).toEqual(before)
})

it('ends a delivery and the subscription of a chat that is gone together', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: bridge }])
  await aSubscription(db, 1)
  await plan(db, noon)
  const send = async () => ({
    kind: 'chat-gone' as const,
    reason: { code: 'text', text: 'blocked' } as const,
  })
  const { signal } = new AbortController()
  await whileFailing(db, 'update of ended_at on subscription', () =>
    sendPlanned({ db, now: () => noon, log, signal, send }),
  )
  expect(await db.selectFrom('delivery').select('state').execute()).toEqual([{ state: 'planned' }])
})

it('gives up on a stuck digest only together with the notice for admins', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: bridge }])
  await aSubscription(db, 1)
  await plan(db, noon)
  await sql`update delivery_part set state = 'garbled'`.execute(db)
  const check = createCheckOfRows({ db, now: () => noon.add({ hours: 24 }), log, defaults })
  await whileFailing(db, 'insert on problem', check)
  expect(await db.selectFrom('delivery').select('state').execute()).toEqual([{ state: 'planned' }])
})
