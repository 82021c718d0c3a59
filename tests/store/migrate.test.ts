import { readdirSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeError } from '../../src/lib/describe-error.ts'
import { openDatabase } from '../../src/store/database.ts'

it('brings an empty database up to date, and leaves it so', async () => {
  const db = await openDatabase(':memory:')
  const tables = await db.introspection.getTables()
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['feed', 'article', 'feed_item', 'subscription', 'delivery_part']),
  )
  const { rows } = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(db)
  expect(rows).toEqual([{ foreign_keys: 1 }])
  await db.destroy()
})

it('says which file cannot be opened', async () => {
  for (const [file, reason] of [
    ['/dev/null/courant.db', '/dev/null is a file, not a folder'],
    ['/proc/nowhere/courant.db', 'the folder /proc/nowhere cannot be made (ENOENT)'],
  ] as const) {
    const failure = await openDatabase(file).catch(describeError)
    expect(failure).toBe(`The database ${file} cannot be opened: ${reason}`)
  }
})

/** In the order in which they were made: new ones are added at the end, as `2026-11-26-01-what-it-does`. */
const made = [
  '2026-11-24-1-create-news',
  '2026-11-24-2-create-search',
  '2026-11-24-3-create-subscriptions',
  '2026-11-24-4-extend-feeds',
  '2026-11-24-5-create-columnists',
  '2026-11-24-6-share-editions',
  '2026-11-24-7-create-stories',
  '2026-11-24-8-count-unclear-parts',
  '2026-11-24-8-create-model-usage',
  '2026-11-24-9-rest-feeds',
  '2026-11-24-9-share-article-index',
  '2026-11-25-01-create-problems',
  '2026-11-25-10-note-lost-wishes',
  '2026-11-25-20-remember-costly-bodies',
  '2026-11-26-01-number-arrivals',
  '2026-11-26-02-keep-date-precision',
  '2026-11-26-03-keep-place',
  '2026-11-26-10-index-stories',
  '2026-11-26-30-find-parts-of-stories',
  '2026-11-26-31-keep-link-previews',
  '2026-11-26-32-mark-routine',
  '2026-11-26-40-find-deliveries-of-editions',
  '2026-11-26-50-keep-languages',
  '2026-11-26-60-create-paper',
  '2026-11-26-61-note-changes',
  '2026-11-26-70-create-chat-admin',
  '2026-11-26-75-keep-saved',
  '2026-11-26-76-remind-of-saved',
  '2026-11-26-77-create-suggestions',
  '2026-11-26-80-subscribe-topics',
  '2026-11-26-85-create-alerts',
  '2026-11-26-86-give-hours-papers',
  '2026-11-26-87-keep-translations',
  '2026-11-26-88-give-hours-days',
  '2026-11-26-90-keep-story-words',
  '2026-11-26-95-list-articles-of-parts',
]
const frozen = 14

it('runs migrations in the order in which they were made, which is that of their names', async () => {
  const folder = path.join(import.meta.dirname, '../../migrations')
  const files = readdirSync(folder).map((file) => path.basename(file, '.ts'))
  expect(files.toSorted()).toEqual(made)
  const db = await openDatabase(':memory:')
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by timestamp, name`.execute(db)
  expect(rows.map(({ name }) => name)).toEqual(made)
  await db.destroy()
})

it('gives each new migration a number of two digits of its own day', () => {
  const keys = made.slice(frozen).map((name) => /^\d{4}-\d\d-\d\d-\d\d(?=-[a-z])/.exec(name)?.[0])
  expect(keys).not.toContain(undefined)
  expect(new Set(keys).size).toBe(keys.length)
})
