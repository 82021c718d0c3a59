import { copyFileSync, promises as fs, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { FileMigrationProvider, type Migration, Migrator } from 'kysely/migration'
import { expect, it, onTestFinished } from 'vitest'
import * as alerts from '../../migrations/2026-11-26-85-create-alerts.ts'
import * as hourPapers from '../../migrations/2026-11-26-86-give-hours-papers.ts'
import * as hourDays from '../../migrations/2026-11-26-88-give-hours-days.ts'
import * as lists from '../../migrations/2026-11-26-95-list-articles-of-parts.ts'
import { sendPlanned } from '../../src/delivering/send-planned.ts'
import { canonicalPaper, usualPaper } from '../../src/domain/paper.ts'
import { createLog } from '../../src/lib/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { dialect } from '../../src/store/dialect.ts'
import type { Database } from '../../src/store/tables.ts'
import { addNews, noon } from '../helpers/database.ts'
import { plan } from '../helpers/deliveries.ts'

const last = '2026-11-26-77-create-suggestions'
const tomorrow = noon.add({ hours: 24 })

/** A database as the release before left it: chats of all sorts, and what is on its way to them. */
async function aDatabaseOfBefore(file: string): Promise<Database> {
  const db = dialect.open(file, { maxWaitMs: 1000 })
  onTestFinished(() => db.destroy())
  const migrationFolder = path.join(import.meta.dirname, '../../migrations')
  const files = new FileMigrationProvider({ fs, path, migrationFolder })
  const getMigrations = async () =>
    Object.fromEntries(Object.entries(await files.getMigrations()).filter(([name]) => name <= last))
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest()
  expect(error).toBe(undefined)
  await dialect.search.prepare(db)
  await addNews(db, [{ title: 'Harbour opens' }, { title: 'Council meets' }], { isIndexed: false })
  const mutes = { ...usualPaper.mutes, words: ['ferry'] }
  const paper = JSON.stringify(canonicalPaper({ ...usualPaper, mutes }))
  const day = tomorrow.epochMilliseconds
  await db.insertInto('paper').values({ id: 3, hash: 'a', value: paper }).execute()
  const add = (values: object) =>
    db
      .insertInto('subscription')
      .values({
        ...{ chat_id: 0, zone: 'Europe/Kyiv', times: '15:00', next_slot_at: day, created_at: 1 },
        ...{ covered_through: 1, ...values },
      })
      .execute()
  await add({ chat_id: 11 })
  await add({ chat_id: 12, paper_id: 3, language: 'uk', silence: 'always', weekdays: '12345' })
  await add({ chat_id: -100_013, thread_id: 7, times: '15:00 19:00', covered_through: null })
  await add({ chat_id: -100_014, notes: 'zone', quiet_note: 1, covered_through: 2 })
  await add({ chat_id: 15, ended_at: 5, end_reason: '{"code":"stopped-by-reader"}' })
  await add({ chat_id: 16, paused_until: day + 86_400_000 })
  await add({ chat_id: 17, remind_at: day, thread_id: 4 })
  // One is on its way, another one failed half-way.
  const at = noon.epochMilliseconds
  await sql`insert into edition (id, covers_through, created_at) values (1, 2, ${at})`.execute(db)
  await sql`insert into edition_part (edition_id, seq, html) values (1, 0, 'One'), (1, 1, 'Two')`.execute(
    db,
  )
  await sql`insert into edition_article (edition_id, article_id, seq) values (1, 1, 0), (1, 2, 1)`.execute(
    db,
  )
  await sql`
    insert into delivery (id, subscription_id, slot, slot_at, edition_id, state, created_at)
    values (5, 7, '2024-06-14T12:00', ${at}, 1, 'planned', ${at}),
           (6, 1, '2024-06-14T12:00', ${at}, 1, 'failed', ${at})`.execute(db)
  await sql`
    insert into delivery_part (delivery_id, seq, state, next_attempt_at, sent_at, message_id)
    values (5, 0, 'sent', 0, ${at}, 5), (5, 1, 'planned', 0, null, null),
           (6, 0, 'sent', 0, ${at}, 6), (6, 1, 'dropped', 0, null, null)`.execute(db)
  return db
}

/** What the chats get tomorrow, topic by topic, with the news that come until then. */
async function lifeOf(db: Database): Promise<string[]> {
  const news = [{ title: 'Bridge closes' }, { title: 'Ferry sails' }]
  await addNews(db, news, {
    ...{ url: 'https://other.example/rss', isIndexed: false },
    seenAt: tomorrow.subtract({ hours: 1 }),
  })
  const sent: string[] = []
  for (const now of [noon.add({ hours: 1 }), tomorrow, tomorrow.add({ hours: 4 })]) {
    await plan(db, now)
    await sendPlanned({
      ...{ db, now: () => now, log: createLog('silent') },
      signal: new AbortController().signal,
      async send(chatId, { html, more }, { threadId, language, silent }) {
        sent.push(JSON.stringify({ now, chatId, threadId, language, silent, html, more }))
        return { kind: 'sent', messageId: 1 }
      },
    })
  }
  return sent.toSorted()
}

const tables = ['subscription', 'paper', 'delivery', 'delivery_part', 'edition_part'] as const

async function rowsOf(db: Database): Promise<unknown[]> {
  const rows: unknown[] = []
  for (const table of tables) rows.push(await db.selectFrom(table).selectAll().execute())
  return rows
}

it('brings everybody tomorrow what they would have got, once topics have papers of their own', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
  const [before, after] = [path.join(folder, 'before.db'), path.join(folder, 'after.db')]
  const old = await aDatabaseOfBefore(before)
  await sql`pragma wal_checkpoint(truncate)`.execute(old)
  copyFileSync(before, after)
  // What has come since and has nothing to do with topics, so that today's program runs on both.
  const since: Migration[] = [alerts, hourPapers, hourDays, lists]
  for (const each of since) await each.up(old)
  const db = await openDatabase(after)
  onTestFinished(() => db.destroy())
  expect(await rowsOf(db)).toEqual(await rowsOf(old))
  const got = await lifeOf(db)
  expect(got).toEqual(await lifeOf(old))
  expect(await rowsOf(db)).toEqual(await rowsOf(old))
  // The rest of what was on its way, and digests at three or at seven.
  expect(got).toHaveLength(6)
  expect(got.filter((each) => each.includes('"threadId":7'))).not.toEqual([])
  const { rows } = await sql`pragma foreign_key_check`.execute(db)
  expect(rows).toEqual([])
})

it('keeps one subscription for each topic of a chat, and one for the chat itself', async () => {
  const db = await openDatabase(':memory:')
  onTestFinished(() => db.destroy())
  const add = (thread_id: number | null) =>
    db
      .insertInto('subscription')
      .values({
        ...{ chat_id: -100_013, thread_id, zone: 'UTC', times: '12:00' },
        ...{ next_slot_at: 0, created_at: 0 },
      })
      .execute()
  for (const thread of [null, 7, 8]) await add(thread)
  for (const thread of [null, 7]) await expect(add(thread)).rejects.toThrow('UNIQUE')
})
