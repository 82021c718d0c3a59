import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { everyDay } from '../../src/domain/schedule.ts'
import { createWorld } from '../../src/playground/telegram/create-world.ts'
import { telegramLimits } from '../../src/playground/telegram/limits.ts'
import { postUpdate, serveTelegram } from '../../src/playground/telegram/server.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { recordPolls } from '../../src/store/polls.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { answerOf, startChild } from '../child.ts'
import { type Attack, admin, type Siege } from './attack.ts'

/** What an attack cost those who did nothing. */
export type Toll = { digestsLost: number; helpMs: number; memoryMb: number; storySeconds: number }

const token = '1000000000:a-token-of-this-benchmark-alone'
const subscribers = Array.from({ length: 20 }, (_, i) => 1 + i)
const askers = Array.from({ length: 400 }, (_, i) => 1001 + i)
/** The slot comes at least so long after the start, and is looked at so long after it. */
const leadMs = 20_000
const afterSlotMs = 15_000
const longestMs = 30_000

/** Runs the whole program under an attack, over one slot of 20 subscribers. */
export async function besiege(attack: Attack): Promise<Toll> {
  const folder = await mkdtemp(path.join(tmpdir(), 'courant-siege-'))
  const file = path.join(folder, 'siege.db')
  const webServer = startChild(new URL('./web.ts', import.meta.url))
  const webPort = await answerOf<number>(webServer)
  const web = `http://127.0.0.1:${webPort}`
  const world = createWorld({ token, now: Temporal.Now.instant, postUpdate })
  for (const id of [...subscribers, ...askers, admin]) {
    world.addUser({ id, is_bot: false, first_name: `Reader ${id}`, language_code: 'en' })
  }
  // Telegram lets no bot write first; what they said is taken away before the program comes.
  for (const id of subscribers) world.sendText(id, 'hello')
  await world.call('getUpdates', { offset: 1 + subscribers.length })
  const telegram = await serveTelegram(world, { host: '127.0.0.1', port: 0 })
  const slotAt = nextMinute(Date.now() + leadMs)
  await prepare(file, { attack, web, webPort, slotAt })
  const port = await freePort()
  const program = startProgram(file, telegram.origin, attack.env?.({ folder, port }) ?? {})
  const ended = once(program, 'exit')
  let end: Awaited<ReturnType<NonNullable<Attack['begin']>>> | undefined
  try {
    await isRunning(program)
    world.setLimits(telegramLimits)
    const started = performance.now()
    end = await attack.begin?.({ program, folder, file, world, web, port })
    const storySeconds = storiesTold(file, started)
    const helpMs = await longestHelp(world, slotAt.epochMilliseconds + afterSlotMs)
    return {
      digestsLost: subscribers.filter((id) => !world.sent.some(({ chatId }) => chatId === id))
        .length,
      helpMs,
      memoryMb: peakMemoryMb(program),
      storySeconds: await storySeconds,
    }
  } finally {
    await end?.()
    program.kill('SIGKILL')
    await ended
    webServer.disconnect()
    await telegram.close()
    await rm(folder, { recursive: true })
  }
}

type Preparing = { attack: Attack; web: string; webPort: number; slotAt: Temporal.Instant }

async function prepare(file: string, { attack, web, webPort, slotAt }: Preparing): Promise<void> {
  const db = await openDatabase(file)
  const now = Temporal.Now.instant()
  const add = (url: string) => addFeed(db, { url, title: url, kind: 'news' }, now)
  // First in line, so that nothing of the attack is read after it by mere order.
  for (const feed of attack.feeds ?? [])
    await add(feed.replace('PORT', String(webPort)).replace(/^\//, `${web}/`))
  await add(`${web}/honest.rss`)
  const { feed } = await add('http://127.0.0.1:1/archive.rss')
  await db
    .updateTable('feed')
    .set({ stopped_at: now.epochMilliseconds })
    .where('id', '=', feed.id)
    .execute()
  const articles = Array.from({ length: 20 }, (_, i) => ({
    itemId: String(i),
    url: `https://archive.example/${i}`,
    title: `Archive headline ${i + 1}`,
    author: null,
    kind: 'news' as const,
    publishedAtMs: now.epochMilliseconds - 60_000,
    precision: 'minute' as const,
    place: null,
    summary: null,
    standfirst: null,
    body: null,
  }))
  await recordPolls(db, [{ feedId: feed.id, articles, health: {} }], now)
  await db.updateTable('article').set({ page_state: 'read' }).execute()
  await subscribe(db, subscribers, slotAt)
  await attack.prepare?.(db, slotAt)
  await db.destroy()
}

/** Gives each of these chats its digest at an instant, and daily after it. */
export async function subscribe(
  db: Database,
  chatIds: readonly number[],
  slotAt: Temporal.Instant,
): Promise<void> {
  const times = [slotAt.toZonedDateTimeISO('UTC').toPlainTime()]
  const preferences = { zone: 'UTC', times, weekdays: everyDay, nextSlotAt: slotAt }
  for (const chatId of chatIds) {
    await saveSubscription(db, { ...preferences, chatId }, Temporal.Now.instant())
  }
}

function startProgram(file: string, apiRoot: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['src/main.ts', 'start'], {
    cwd: path.join(import.meta.dirname, '../..'),
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      DATABASE_URL: `sqlite:${file}`,
      DEFAULT_ZONE: 'UTC',
      ADMIN_IDS: String(admin),
      ALLOW_PRIVATE_ADDRESSES: '127.0.0.0/8',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', process.env.SIEGE_LOG ? 'inherit' : 'ignore'],
  })
}

async function isRunning(program: ChildProcess): Promise<void> {
  const { stdout } = program
  if (!stdout) throw new Error('The program has no output')
  let output = ''
  for await (const text of stdout) {
    output += text
    if (output.includes('is running')) break
  }
  if (!output.includes('is running')) throw new Error(`The program ended: ${output}`)
}

/** The longest that one of many readers waited for the answer to /help, until an instant. */
async function longestHelp(world: World, untilMs: number): Promise<number> {
  const waits: Promise<number>[] = []
  for (let i = 0; Date.now() < untilMs; i++) {
    waits.push(waitForHelp(world, askers[i % askers.length] ?? 0))
    await sleep(250)
  }
  return Math.max(...(await Promise.all(waits)))
}

function waitForHelp(world: World, id: number): Promise<number> {
  const asked = performance.now()
  return new Promise((resolve) => {
    const answered = () => {
      clearTimeout(timer)
      stop()
      resolve(performance.now() - asked)
    }
    const timer = setTimeout(answered, longestMs)
    const stop = world.watch((event) => {
      if (event.kind === 'message' && event.chatId === id && event.message.from?.is_bot) answered()
    })
    world.sendText(id, '/help')
  })
}

/** Seconds until each article of the honest feed stands in a story; infinite when it takes too long. */
async function storiesTold(file: string, started: number): Promise<number> {
  const db = await openDatabase(file)
  try {
    while (performance.now() - started < 120_000) {
      const rows = await db
        .selectFrom('article')
        .select('story_id')
        .where('title', 'like', 'Honest %')
        .execute()
      if (rows.length > 0 && rows.every(({ story_id }) => story_id !== null)) {
        return (performance.now() - started) / 1000
      }
      await sleep(250)
    }
    return Number.POSITIVE_INFINITY
  } finally {
    await db.destroy()
  }
}

/** The most memory that a process has held (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html). */
function peakMemoryMb({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
}

function nextMinute(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(ms / 60_000) * 60_000)
}

async function freePort(): Promise<number> {
  const server = http.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

export type { Siege }
