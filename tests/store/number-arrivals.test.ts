import { promises as fs, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { expect, it, onTestFinished } from 'vitest'
import { decodeRequest } from '../../src/domain/digest-request.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { composeEdition } from '../../src/serving/compose-edition.ts'
import { openDatabase } from '../../src/store/database.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import { addNews, noon } from '../helpers/database.ts'
import { sendAll, serve } from '../helpers/deliveries.ts'
import { titlesFound } from '../helpers/search.ts'

const last = '2026-11-25-20-remember-costly-bodies'

/** A database as the release before left it, which ran the migrations up to `last`. */
async function aDatabaseOfBefore(): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const sqlite = new SQLite(file)
  sqlite.pragma('synchronous = OFF')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  const migrationFolder = path.join(import.meta.dirname, '../../migrations')
  const files = new FileMigrationProvider({ fs, path, migrationFolder })
  const getMigrations = async () =>
    Object.fromEntries(Object.entries(await files.getMigrations()).filter(([name]) => name <= last))
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest()
  expect(error).toBe(undefined)
  const ms = noon.epochMilliseconds
  sqlite.exec(`
    insert into feed (id, url, title, kind, host, next_due_at, created_at)
      values (1, 'https://news.example/rss', 'Example', 'news', 'news.example', 0, 0);
    insert into article (id, feed_id, url, title, kind, published_at, first_seen_at, page_state)
      values (1, 1, 'https://news.example/1', 'Harbour opens', 'news', ${ms}, ${ms}, 'read'),
             (2, 1, 'https://news.example/2', 'Council meets', 'news', ${ms}, ${ms}, 'read'),
             (4, 1, 'https://news.example/4', 'Bridge closes', 'news', ${ms}, ${ms}, 'read');
    insert into article_search (rowid, title, summary, body, author)
      values (1, 'Harbour opens', '', '', ''), (2, 'Council meets', '', '', '');
    -- One has had two articles, one has had none, and one has two on their way; the last one has had
    -- an article that is gone.
    insert into subscription (id, chat_id, zone, times, next_slot_at, covered_through, created_at)
      values (1, 11, 'UTC', '12:00', ${ms}, 2, 0), (2, 12, 'UTC', '12:00', ${ms}, null, 0),
             (3, 13, 'UTC', '12:00', ${ms}, 0, 0), (4, 14, 'UTC', '12:00', ${ms}, 9, 0);
    insert into edition (id, covers_through, created_at) values (1, 2, ${ms});
    insert into edition_part (edition_id, seq, html)
      values (1, 0, 'Harbour opens'), (1, 1, 'Council meets');
    insert into edition_article (edition_id, article_id, seq) values (1, 1, 0), (1, 2, 1);
    insert into delivery (id, subscription_id, slot, slot_at, edition_id, state, created_at)
      values (1, 3, '2024-06-14T07:30', ${ms}, 1, 'planned', ${ms});
    insert into delivery_part (delivery_id, seq, state, next_attempt_at, sent_at, message_id)
      values (1, 0, 'sent', 0, ${ms}, 5), (1, 1, 'planned', 0, null, null);
  `)
  await db.destroy()
  return file
}

const titles = ['Harbour opens', 'Council meets', 'Bridge closes', 'Ferry sails']
const titlesIn = (html: string) => titles.filter((title) => html.includes(title)).join(', ')

it('takes over a database of before: nothing is lost, and nothing sent twice', async () => {
  const db = await openDatabase(await aDatabaseOfBefore())
  onTestFinished(() => db.destroy())
  const received: string[] = []
  const note = (sent: { chatId: number; html: string }[]) => {
    received.push(...sent.map(({ chatId, html }) => `${chatId}: ${titlesIn(html)}`).toSorted())
  }
  note(await sendAll(db, noon))
  note(await serve(db, noon))
  const nextDay = noon.add({ hours: 24 })
  await addNews(db, [{ title: 'Ferry sails' }], { seenAt: nextDay })
  note(await serve(db, nextDay))
  note(await serve(db, nextDay))
  expect(received).toEqual([
    '13: Council meets',
    '11: Bridge closes',
    '12: Harbour opens, Council meets, Bridge closes',
    '13: Bridge closes',
    '11: Ferry sails',
    '12: Ferry sails',
    '13: Ferry sails',
    '14: Ferry sails',
  ])
})

it('answers buttons and questions as before', async () => {
  const db = await openDatabase(await aDatabaseOfBefore())
  onTestFinished(() => db.destroy())
  const t = translateInto(createI18n(), 'en')
  const request = decodeRequest(`more:${noon.epochMilliseconds.toString(36)}:2:1:2:0`)
  if (!request) throw new Error('not read')
  const composing = { db, t, log: createLog('silent'), now: noon }
  const parts = await composeEdition(composing, request, 'UTC')
  expect(parts.map(({ html }) => titlesIn(html))).toEqual(['Council meets'])
  await indexNewArticles(db)
  for (const title of ['Harbour opens', 'Council meets', 'Bridge closes']) {
    expect(await titlesFound(db, title)).toEqual([title])
  }
})
