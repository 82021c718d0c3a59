import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { createRowCheck } from '../../src/store/check-rows.ts'
import { columnistOf } from '../../src/store/columnists.ts'
import { endStuckDeliveries } from '../../src/store/deliveries.ts'
import { addFeed, dueFeeds, listFeeds } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { listProblems } from '../../src/store/problems.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'
import { accounts, plan, serve, subscribe } from '../helpers/deliveries.ts'
import { titlesFound } from '../helpers/search.ts'

const t = translateInto(createI18n(), 'en')
const log = createLog('silent')
const mending = { defaults: { zone: 'UTC', time: new Temporal.PlainTime(7, 30) }, now: noon }

async function problems(db: Database) {
  const known = await listProblems(db, 20)
  return known.map(({ subject, id, code, detail }) => [subject, id, code, detail])
}

async function latest(db: Database): Promise<string> {
  const parts = await composeEdition({ db, log, now: noon, t }, await requestOfNow(db, noon), 'UTC')
  return parts.map(({ html }) => html).join('\n')
}

describe('an article that cannot be read', () => {
  it.each([
    ['url', 'javascript:alert(1)'],
    ['url', ''],
    ['title', ' '],
    ['title', Buffer.from([1, 2])],
  ])(
    'is left out of digests and of search, and shown again once it is whole: %s',
    async (column, value) => {
      const db = await aDatabase()
      await addNews(db, [{ title: 'Harbour opens' }, { title: 'Harbour closes' }])
      const whole = await db
        .selectFrom('article')
        .selectAll()
        .where('id', '=', 1)
        .executeTakeFirst()
      await sql`update article set ${sql.ref(column)} = ${value} where id = 1`.execute(db)
      expect(await latest(db)).toContain('Harbour closes')
      expect(await latest(db)).not.toContain('Harbour opens')
      expect(await titlesFound(db, 'harbour')).toEqual(['Harbour closes'])

      const check = createRowCheck(db)
      const [problem] = await check(mending)
      expect(problem).toMatchObject({ subject: 'article', id: 1, code: 'unreadable' })
      // It is known now.
      expect(await check(mending)).toEqual([])
      expect(await problems(db)).toHaveLength(1)

      await db
        .updateTable('article')
        .set({ url: whole?.url, title: whole?.title })
        .where('id', '=', 1)
        .execute()
      await check(mending)
      expect(await problems(db)).toEqual([])
      expect(await latest(db)).toContain('Harbour opens')
    },
  )

  it('keeps what can be read of it', async () => {
    const db = await aDatabase()
    await addNews(db, [{ title: 'Harbour opens', summary: { text: 'It did.', origin: 'extract' } }])
    await sql`update article set summary_places = '{[', author = x'00', kind = 'gossip', page_attempts = -1`.execute(
      db,
    )
    expect(await latest(db)).toContain('It did.')
    await createRowCheck(db)(mending)
    expect(await problems(db)).toEqual([
      [
        'article',
        1,
        'lost-value',
        'author: bytes; kind: gossip; summary_places: {[; page_attempts: -1',
      ],
    ])
    const row = await db.selectFrom('article').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      author: null,
      kind: 'news',
      summary_places: null,
      page_attempts: 0,
    })
  })

  it('is dated by its first sight', async () => {
    const db = await aDatabase()
    await addNews(db, [{ title: 'A' }, { title: 'B' }, { title: 'C' }])
    await sql`update article set published_at = 9e15 where id = 1`.execute(db)
    await sql`update article set published_at = 253402300799000 where id = 2`.execute(db)
    await sql`update article set first_seen_at = 'then' where id = 3`.execute(db)
    await createRowCheck(db)(mending)
    const rows = await db.selectFrom('article').select(['published_at', 'first_seen_at']).execute()
    const at = noon.epochMilliseconds
    expect(rows).toEqual(rows.map(() => ({ published_at: at, first_seen_at: at })))
  })
})

describe('a feed that cannot be read', () => {
  it('asks for nothing where its hints and tags are broken, and is read at once', async () => {
    const db = await aDatabase()
    await addFeed(db, { url: 'https://news.example/rss', title: 'News', tags: ['city'] }, noon)
    await sql`
      update feed set tags = '{[', wishes = '{"ttlMinutes": "soon"}', weight = 'much', failures = -3,
        etag = ${'"a"\nx: y'}, next_due_at = 'never', last_read_at = 9e15`.execute(db)
    const [feed] = await dueFeeds(db, noon)
    expect(feed).toMatchObject({
      tags: [],
      hints: { ttlMinutes: null, skipHours: [], skipDays: [] },
      weight: 1,
      failures: 0,
      validators: { etag: null },
      lastReadAt: null,
    })
    await createRowCheck(db)(mending)
    const { tags, weight } = await db.selectFrom('feed').selectAll().executeTakeFirstOrThrow()
    expect({ tags, weight }).toEqual({ tags: '[]', weight: 1 })
  })

  it('stays in the list where its address is none, so that it can be removed', async () => {
    const db = await aDatabase()
    await addFeed(db, { url: 'https://news.example/rss', title: 'News' }, noon)
    await sql`update feed set url = 'not an address'`.execute(db)
    expect((await listFeeds(db)).map(({ url }) => url)).toEqual(['not an address'])
    await createRowCheck(db)(mending)
    expect(await problems(db)).toEqual([['feed', 1, 'unreadable', 'url: not an address']])
  })
})

it('names a columnist by the key of the name where that is lost', async () => {
  const db = await aDatabase()
  await columnistOf(db, 'Ada Marsh')
  await sql`update columnist set name = ''`.execute(db)
  await createRowCheck(db)(mending)
  const { name, name_key } = await db.selectFrom('columnist').selectAll().executeTakeFirstOrThrow()
  expect(name).toBe(name_key)
})

it('looks at every row in turn, some with each call', async () => {
  const db = await aDatabase()
  const feedId = await addNews(db, [])
  const articles = Array.from({ length: 1300 }, (_, i) => ({
    itemId: `${i}`,
    url: `https://news.example/${i}`,
    title: `Headline ${i}`,
    author: null,
    kind: 'news' as const,
    publishedAtMs: noon.epochMilliseconds,
    precision: 'minute' as const,
    place: null,
    summary: null,
    standfirst: null,
    body: null,
  }))
  await recordPolls(db, [{ feedId, articles, health: {} }], noon)
  await sql`update article set title = '' where id in (1, 700, 1300)`.execute(db)
  const check = createRowCheck(db)
  const found: number[][] = []
  for (let i = 0; i < 3; i++) found.push((await check(mending)).map(({ id }) => id))
  expect(found).toEqual([[1300], [700], [1]])
  // And from the newest again.
  await sql`update article set title = '' where id = 1299`.execute(db)
  expect((await check(mending)).map(({ id }) => id)).toEqual([1299])
})

it('gives up on a digest of which nothing can be sent, so that the next one comes', async () => {
  const db = await aDatabase()
  await addNews(db, [{ title: 'Harbour opens' }])
  await subscribe(db, 1)
  await plan(db, noon)
  await sql`update delivery_part set state = 'garbled'`.execute(db)
  const nextDay = noon.add({ hours: 24 })
  expect(await serve(db, nextDay)).toEqual([])
  expect(await db.transaction().execute((trx) => endStuckDeliveries(trx, nextDay))).toEqual([1])
  expect((await serve(db, nextDay)).map(({ chatId }) => chatId)).toEqual([1])
  expect(await accounts(db)).toEqual([
    '2024-06-14T12:00 failed none of it can be sent',
    '2024-06-15T12:00 sent',
  ])
})
