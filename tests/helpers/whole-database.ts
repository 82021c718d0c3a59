import SQLite from 'better-sqlite3'
import { createStoryAssigner } from '../../src/collecting/assign-stories.ts'
import type { FeedReader } from '../../src/collecting/feed-reader.ts'
import { readDueFeeds } from '../../src/collecting/read-feeds.ts'
import { readWaitingPages } from '../../src/collecting/read-pages.ts'
import { planAlerts } from '../../src/delivering/plan-alerts.ts'
import { usualPaper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createCheckOfRows } from '../../src/editing/check-rows.ts'
import type { Fetch } from '../../src/fetching/http.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { createLog } from '../../src/lib/log.ts'
import { readDayRequest } from '../../src/serving/by-day.ts'
import { composeEdition, requestOfNow } from '../../src/serving/compose-edition.ts'
import { listColumnists } from '../../src/store/columnists.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed, listFeeds } from '../../src/store/feeds.ts'
import { keepAnswer, knownAnswer, textsToImprove } from '../../src/store/model-answers.ts'
import { reserveUsage } from '../../src/store/model-usage.ts'
import { unreadPages } from '../../src/store/pages.ts'
import { readPersonalData } from '../../src/store/personal-data.ts'
import { listProblems } from '../../src/store/problems.ts'
import { noteReminders, setReminder } from '../../src/store/reminders.ts'
import { keepSaved, listSaved } from '../../src/store/saved.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import { findStory } from '../../src/store/story-account.ts'
import { mergeStories } from '../../src/store/story-changes.ts'
import { findSubscription, savePaper, slotsAhead } from '../../src/store/subscriptions.ts'
import { addSuggestion, countSuggestions } from '../../src/store/suggestions.ts'
import type { Database } from '../../src/store/tables.ts'
import { noon } from './database.ts'
import { plan, type Sent, sendAll, subscribe } from './deliveries.ts'
import { rss } from './feeds.ts'
import { titlesFound } from './search.ts'

const t = translateInto(createI18n(), 'en')
const log = createLog('silent')
const defaults = { zone: 'UTC', time: new Temporal.PlainTime(12) }

export const chats = [1, 2, 3, 4]
export const feeds = [1, 2, 3]
/** When the next digests are due. */
export const later = noon.add({ hours: 1 })

/** A server with three feeds of two headlines and a column, others each `hour`. */
function aWeb(hour: number): Fetch {
  return async (url) => {
    const number = /^https:\/\/feed(\d)\.example\/rss$/.exec(url)?.[1]
    if (!number) return { kind: 'not-found', reason: { code: 'http-not-found' } }
    const items = [1, 2].map((i) => ({
      title: `Council of harbour ${i} votes at ${hour}`,
      link: `https://feed${number}.example/${hour}/${i}`,
      description: `The council of harbour ${i} voted on Friday, said Ada Marsh of feed ${number}.`,
      date: 'Fri, 14 Jun 2024 11:30:00 GMT',
      creator: 'Ada Marsh',
    }))
    const bytes = Buffer.from(rss(`Feed ${number}`, items))
    const validators = { etag: `"${hour}"`, lastModified: null }
    return {
      kind: 'body',
      url,
      movedTo: null,
      contentType: 'text/xml',
      bytes,
      validators,
      maxAgeSeconds: null,
    }
  }
}

async function collect(
  db: Database,
  reader: FeedReader,
  at: Temporal.Instant,
  fetch: Fetch,
): Promise<void> {
  const { signal } = new AbortController()
  const now = () => at
  await readDueFeeds({ db, fetchFeed: fetch, reader, now, log, signal, checkpoints: undefined })
  await indexNewArticles(db)
  const pages = { read: async () => noPage, close: async () => {} }
  await readWaitingPages(
    { db, fetchPage: fetch, reader: pages, now, log, signal },
    at.subtract({ hours: 72 }),
  )
  await createStoryAssigner(db, now).assign(at.subtract({ hours: 72 }))
}

const noPage = {
  kind: 'unreadable',
  reason: { code: 'no-article' },
  wall: null,
  teaser: null,
} as const

/** Something in every table: news, stories, columnists, digests sent and on their way, a model's words. */
export async function populate(file: string, reader: FeedReader): Promise<void> {
  const db = await openDatabase(file)
  for (const number of feeds) {
    const url = `https://feed${number}.example/rss`
    await addFeed(
      db,
      { url, title: `Feed ${number}`, kind: number === 3 ? 'columns' : 'news' },
      noon,
    )
  }
  await collect(db, reader, noon, aWeb(1))
  await db
    .transaction()
    .execute((trx) =>
      mergeStories(trx, { from: 1, into: 2, reason: { code: 'story-merged-by-admin', story: 1 } }),
    )
  await db.insertInto('story_apart').values({ story_id: 1, other_id: 3 }).execute()
  for (const chat of chats) await subscribe(db, chat)
  await plan(db, noon)
  await sendAll(db, noon)
  const follow = { kind: 'search' as const, of: 'zebra', alert: true }
  await db
    .transaction()
    .execute((trx) => savePaper(trx, chatItself(2), { ...usualPaper, follows: [follow] }))
  await db
    .insertInto('alert')
    .values({ delivery_id: 2, article_id: 1, follow: 'search zebra' })
    .execute()
  // The first chat's digest is still on its way.
  await db.updateTable('delivery').set({ state: 'planned' }).where('id', '=', 1).execute()
  await db
    .updateTable('delivery_part')
    .set({ state: 'planned' })
    .where('delivery_id', '=', 1)
    .execute()
  await db.updateTable('subscription').set({ next_slot_at: later.epochMilliseconds }).execute()
  await db
    .updateTable('feed')
    .set({ next_due_at: later.epochMilliseconds, not_before: null })
    .execute()
  const day = Temporal.PlainDate.from('2024-06-14')
  const spending = { inputTokens: 1, outputTokens: 1, costMillionths: 1 }
  await reserveUsage(db, day, spending, { tokens: 1000, cost: null })
  await keepAnswer(db, 'hash', { summary: 'It is so.', reason: null }, noon)
  await db
    .insertInto('problem')
    .values({
      subject: 'feed',
      subject_id: 9,
      code: 'unreadable',
      first_seen_at: 1,
      last_seen_at: noon.epochMilliseconds,
    })
    .execute()
  const story = { url: 'https://feed1.example/1/1', title: 'Council votes', source: 'Feed 1' }
  await db.transaction().execute(async (trx) => {
    await keepSaved(trx, chats[0] ?? 0, story, noon)
    await addSuggestion(trx, 'https://other.example/rss', chats[0] ?? 0, noon)
  })
  await setReminder(db, chatItself(chats[0] ?? 0), true, noon)
  await db.destroy()
}

/** Everything that reads: what readers and admins may ask, and what runs by itself. */
export async function useAll(db: Database): Promise<void> {
  await listFeeds(db)
  await listColumnists(db)
  await listProblems(db, 10)
  await unreadPages(db, noon.subtract({ hours: 72 }))
  await titlesFound(db, 'council')
  await composeEdition({ db, log, now: later, t }, await requestOfNow(db, later), 'UTC')
  await knownAnswer(db, 'hash')
  await textsToImprove(db, [1, 2, 3])
  await findStory(db, 2)
  await findStory(db, 'https://feed1.example/1/1')
  await slotsAhead(db, noon, later)
  for (const chat of chats) {
    await findSubscription(db, chatItself(chat))
    await listSaved(db, chat, 'waiting')
    await countSuggestions(db, chat, noon)
    await readPersonalData(db, chat)
    for (const input of ['yesterday', 'feed 1', 'ada marsh']) {
      await readDayRequest({ db, now: () => later, defaults }, chatItself(chat), input, t)
    }
  }
}

/** The news of an hour collected, told and sent: the chats that got it, and the feeds that were read. */
export async function live(
  db: Database,
  reader: FeedReader,
  at: Temporal.Instant,
  hour: number,
): Promise<{ chats: number[]; feeds: number[] }> {
  await collect(db, reader, at, aWeb(hour))
  const sent: Sent[] = []
  // What is on its way comes first, then what is new.
  for (let i = 0; i < 2; i++) {
    await noteReminders(db, at)
    await plan(db, at)
    await planAlerts({ db, translateInto: () => t, log, now: at, catchUpHours: 6 })
    sent.push(...(await sendAll(db, at)))
  }
  await createCheckOfRows({ db, now: () => at, log, defaults })()
  const read = await db
    .selectFrom('feed')
    .select('id')
    .where('last_read_at', '=', at.epochMilliseconds)
    .execute()
  const news = sent.filter(({ html }) => html.includes(`votes at ${hour}`))
  return { chats: news.map(({ chatId }) => chatId), feeds: read.map(({ id }) => id) }
}

/** The tables of a database file that are ours, with their columns. */
export function tablesOf(file: string): { table: string; columns: string[] }[] {
  const sqlite = new SQLite(file)
  const tables = sqlite
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and sql not like '%virtual%'
       and name not like 'sqlite%' and name not like 'kysely%' and name not like 'article_search%'`,
    )
    .all()
  const found = tables.map(({ name }) => ({
    table: name,
    columns: sqlite
      .prepare<[], { name: string }>(`select name from pragma_table_info('${name}')`)
      .all()
      .map((column) => column.name),
  }))
  sqlite.close()
  return found
}
