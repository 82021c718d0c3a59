import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { World } from '../../src/playground/telegram/world.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { indexNewArticles } from '../../src/store/search.ts'
import type { Database } from '../../src/store/tables.ts'
import { type Attack, admin, firstAttacker, nothing, type Siege } from './attack.ts'
import { subscribe } from './besiege.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

export const peace: Attack = { name: 'in peace' }

export const attacks: readonly Attack[] = [
  {
    name: 'addresses that fit no message',
    feeds: numbers(4).map((i) => `/long-${i}.rss`),
  },
  { name: 'rows that cannot be read', prepare: spoilRows },
  {
    name: 'chunks of one byte',
    feeds: numbers(4).map((i) => `http://127.2.0.${1 + i}:PORT/`),
  },
  { name: 'feeds that nest without end', feeds: ['/deep.rss'] },
  { name: '1,000 pages that trickle', feeds: ['/trickle.rss'] },
  { name: '300 names without a server', feeds: ['/names.rss'] },
  { name: 'searches for everything', prepare: fillArchive, begin: search },
  {
    name: '700 messages of one person',
    begin: (siege) => flood(siege.world, { people: 1, each: 700 }),
  },
  {
    name: '5 messages of 1,000 people each',
    begin: (siege) => flood(siege.world, { people: 1000, each: 5 }),
  },
  { name: 'a list of 25,000 folders', begin: sendDeepList },
  { name: 'an import of 12,000 feeds beside it', begin: importBeside },
  {
    name: 'strangers at the webhook',
    env: ({ port }) => ({
      WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
      PORT: String(port),
    }),
    begin: ({ port }) => pressWebhook(port),
  },
  { name: 'a clock set 400 days forward, and right again', ...clockSetTo(400 * 24 * 60) },
  { name: 'a clock set 90 minutes back, and right again', ...clockSetTo(-90) },
]

async function spoilRows(db: Database, slotAt: Temporal.Instant): Promise<void> {
  const chats = numbers(8).map((i) => 101 + i)
  await subscribe(db, chats, slotAt)
  const spoilt = [
    { zone: 'Mars/Olympus' },
    { times: '' },
    { times: '25:99' },
    { weekdays: '' },
    { weekdays: 'xyz' },
    { next_slot_at: -8.64e15 },
    { paused_until: 9e15 },
    { covered_through: 9e15 },
  ]
  for (const [i, cells] of spoilt.entries()) {
    await db
      .updateTable('subscription')
      .set(cells)
      .where('chat_id', '=', chats[i] ?? 0)
      .execute()
  }
  await db.updateTable('article').set({ published_at: 9e15 }).where('id', '=', 1).execute()
  await db.updateTable('article').set({ summary_places: '{[' }).where('id', '=', 2).execute()
  const now = Temporal.Now.instant()
  const { feed } = await addFeed(db, { url: 'http://127.0.0.1:1/', title: 'x', kind: 'news' }, now)
  const broken = { url: 'no address', tags: '{[', wishes: '{[' }
  await db.updateTable('feed').set(broken).where('id', '=', feed.id).execute()
}

async function fillArchive(db: Database): Promise<void> {
  const now = Temporal.Now.instant()
  const old = now.subtract({ hours: 24 * 30 })
  const { feed } = await addFeed(
    db,
    { url: 'http://127.0.0.1:1/', title: 'Old', kind: 'news' },
    now,
  )
  await db
    .updateTable('feed')
    .set({ stopped_at: now.epochMilliseconds })
    .where('id', '=', feed.id)
    .execute()
  const words = numbers(5000).map((i) => (i * 7919 + 46_656).toString(36))
  const text = (seed: number, length: number) =>
    numbers(length)
      .map((i) => words[(seed * 31 + i * i * 17 + i * 101) % words.length])
      .join(' ')
  for (let from = 0; from < 30_000; from += 1000) {
    const articles = numbers(1000).map((i) => ({
      itemId: `old ${from + i}`,
      url: `https://old.example/${from + i}`,
      title: text(from + i, 8),
      author: null,
      kind: 'news' as const,
      publishedAtMs: old.epochMilliseconds + from + i,
      precision: 'minute' as const,
      place: null,
      summary: null,
      standfirst: null,
      body: text(from + i + 5, 150),
    }))
    await recordPolls(db, [{ feedId: feed.id, articles, health: {} }], old)
  }
  await indexNewArticles(db)
}

function addPeople(world: World, count: number): number[] {
  const ids = numbers(count).map((i) => firstAttacker + i)
  for (const id of ids) {
    world.addUser({ id, is_bot: false, first_name: 'Attacker', language_code: 'en' })
  }
  return ids
}

async function search({ world }: Siege) {
  const ids = addPeople(world, 10)
  const letters = `/search ${'a e i o u '.repeat(19)}`
  const timer = setInterval(() => {
    for (const id of ids) world.sendText(id, letters)
  }, 2000)
  return () => clearInterval(timer)
}

async function flood(world: World, { people, each }: { people: number; each: number }) {
  const ids = addPeople(world, people)
  for (const _ of numbers(each)) for (const id of ids) world.sendText(id, '/latest')
  return nothing
}

async function sendDeepList({ world }: Siege) {
  const folders = '<outline text="a">'.repeat(25_000)
  const feeds = numbers(12_000).map((i) => `<outline xmlUrl="http://127.0.0.1:1/${i}"/>`)
  const bytes = Buffer.from(`<opml><body>${folders}${feeds.join('')}`)
  world.sendFile(admin, { name: 'feeds.opml', bytes })
  return nothing
}

async function importBeside({ folder, file }: Siege) {
  const list = path.join(folder, 'feeds.txt')
  await writeFile(
    list,
    numbers(12_000)
      .map((i) => `http://127.0.0.1:1/${i}`)
      .join('\n'),
  )
  const program = spawn(process.execPath, ['src/main.ts', 'opml', 'import', list], {
    cwd: path.join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${file}` },
    stdio: 'ignore',
  })
  return () => void program.kill()
}

async function pressWebhook(port: number) {
  const chunk = `ea60\r\n${'x'.repeat(60_000)}\r\n`
  const start = 'POST /telegram HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n'
  const sockets = new Set<net.Socket>()
  const open = () => {
    if (sockets.size >= 1000) return
    for (const i of numbers(50)) {
      const socket = net.connect(port, '127.0.0.1')
      sockets.add(socket)
      socket.on('error', nothing)
      socket.on('close', () => sockets.delete(socket))
      // Every other one never comes to the end of its headers.
      socket.write(i % 2 ? start + chunk.repeat(15) : 'POST /telegram HTTP/1.1\r\nx-a: ')
    }
  }
  const timer = setInterval(open, 100)
  return () => {
    clearInterval(timer)
    for (const socket of sockets) socket.destroy()
  }
}

/** A clock that is wrong by some minutes for five seconds. */
function clockSetTo(minutes: number): Pick<Attack, 'env' | 'begin'> {
  const preload = new URL('./shifted-clock.mjs', import.meta.url)
  const fileIn = (folder: string) => path.join(folder, 'clock')
  return {
    env: ({ folder }) => ({
      CLOCK_FILE: fileIn(folder),
      NODE_OPTIONS: `--import ${preload.href}`,
    }),
    async begin({ folder }) {
      await writeFile(fileIn(folder), String(minutes * 60_000))
      await sleep(5000)
      await writeFile(fileIn(folder), '0')
      return nothing
    },
  }
}
