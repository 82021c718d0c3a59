import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Migration } from 'kysely/migration'
import { expect, it } from 'vitest'
import * as news from '../../migrations/2026-11-24-1-create-news.ts'
import * as subscriptions from '../../migrations/2026-11-24-3-create-subscriptions.ts'
import * as feeds from '../../migrations/2026-11-24-4-extend-feeds.ts'
import * as editions from '../../migrations/2026-11-24-6-share-editions.ts'
import * as unclear from '../../migrations/2026-11-24-8-count-unclear-parts.ts'
import * as previews from '../../migrations/2026-11-26-31-keep-link-previews.ts'
import * as languages from '../../migrations/2026-11-26-50-keep-languages.ts'
import * as papers from '../../migrations/2026-11-26-60-create-paper.ts'
import * as hours from '../../migrations/2026-11-26-86-give-hours-papers.ts'
import * as hourDays from '../../migrations/2026-11-26-88-give-hours-days.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { claimParts } from '../../src/store/outbox.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import type { Tables } from '../../src/store/tables.ts'

it('keeps preferences, what was covered, and digests on their way', async () => {
  const sqlite = new SQLite(':memory:')
  sqlite.pragma('foreign_keys = ON')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
  const before: Migration[] = [news, subscriptions, feeds]
  for (const migration of before) await migration.up(db)
  sqlite.exec(`
    insert into feed (id, url, title, kind, next_due_at, created_at)
      values (1, 'https://news.example/rss', 'Example', 'news', 0, 0);
    insert into article (id, feed_id, url, title, kind, published_at, first_seen_at, page_state)
      values (1, 1, 'a', 'A', 'news', 0, 10, 'read'), (2, 1, 'b', 'B', 'news', 0, 20, 'read'),
             (3, 1, 'c', 'C', 'news', 0, 30, 'read');
    insert into subscription
        (id, chat_id, zone, minute_of_day, next_slot_at, covered_until, created_at)
      values (1, 11, 'Europe/Kyiv', 450, 1000, 15, 0), (2, 12, 'UTC', 1140, 1000, null, 0),
             (3, -13, 'UTC', 1140, 1000, null, 0);
    insert into delivery (id, subscription_id, slot, covers_until, state, created_at)
      values (1, 1, '2024-06-14T07:30', 25, 'planned', 25);
    insert into delivery_part (delivery_id, seq, html, state, next_attempt_at, button)
      values (1, 0, 'one', 'sent', 0, null), (1, 1, 'two', 'planned', 0, null),
             (1, 2, 'three', 'planned', 0, 'more');
  `)
  const migrations: Migration[] = [editions, unclear, previews, languages, papers, hours, hourDays]
  for (const migration of migrations) await migration.up(db)

  expect(await findSubscription(db, chatItself(11))).toMatchObject({
    coveredThrough: 1,
    silence: 'night',
  })
  expect((await findSubscription(db, chatItself(12)))?.times.join()).toBe('19:00:00')
  // Groups go on in English, whoever writes in them.
  expect(await findSubscription(db, chatItself(-13))).toMatchObject({ language: 'en' })
  expect(await findSubscription(db, chatItself(12))).toMatchObject({ language: null })
  const claim = { limit: 10, leaseMs: 1000, longestPauseMs: 1000 }
  const parts = await claimParts(db, Temporal.Instant.fromEpochMilliseconds(100), claim)
  expect(parts).toMatchObject([{ chatId: 11, seq: 1, html: 'two', more: null }])
  const kept = await db.selectFrom('edition').selectAll().execute()
  expect(kept).toMatchObject([{ covers_through: 2 }])
  await db.destroy()
})
