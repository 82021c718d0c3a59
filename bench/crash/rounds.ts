import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createWorld } from '../../src/playground/telegram/create-world.ts'
import { postUpdate, serveTelegram } from '../../src/playground/telegram/server.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { openDatabase } from '../../src/store/database.ts'
import { startChild } from '../child.ts'
import { dueChats } from '../deliver/planned.ts'
import { addReaders, forgetAlerts, isAlertDue } from './readers.ts'

const token = '1000000000:a-token-of-this-benchmark-alone'
/** The rate for which the bot of `bot.ts` sizes its window; nothing limits it to that. */
export const perSecond = 30
const patienceMs = 60_000

export type Round = {
  /** Chats that did not get their whole digest, or what they are told at once. */
  lost: number
  /** Messages that came twice. */
  repeated: number
  /** From the kill to the first message after it. */
  backMs: number
}

/** Every tenth chat is told something at once, in one message; the others get a digest of two. */
const messagesFor = (chatId: number) => (chatId % 10 === 0 ? 1 : 2)

/**
 * Serves so many chats digests by papers of their own, and alerts, kills what sends them with SIGKILL at a
 * random message, starts it again, and tells what came of it; so many times over.
 */
export async function crashRounds(rounds: number, chats: number): Promise<Round[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'courant-bench-'))
  const file = path.join(folder, 'bench.db')
  const ids = Array.from({ length: chats }, (_, i) => i + 1)
  const long = 'and what came of it in the end, as far as anybody knows by now '.repeat(3)
  const due = ids.filter((id) => messagesFor(id) === 2)
  const followers = ids.filter((id) => messagesFor(id) === 1)
  const db = await dueChats(file, due, { headlines: 20, long })
  await addReaders(db, { due, followers })
  await db.destroy()
  const results: Round[] = []
  try {
    for (let i = 0; i < rounds; i++) {
      if (i > 0) await makeDueAgain(file, followers)
      results.push(await crashOnce(file, ids))
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  return results
}

async function crashOnce(file: string, ids: readonly number[]): Promise<Round> {
  const world = createWorld({ token, now: Temporal.Now.instant, postUpdate })
  for (const id of ids) {
    world.addUser({ id, is_bot: false, first_name: 'Reader', language_code: 'en' })
    world.sendText(id, 'hello')
  }
  const server = await serveTelegram(world, { host: '127.0.0.1', port: 0 })
  const start = () =>
    startChild(new URL('./bot.ts', import.meta.url), [
      token,
      server.origin,
      file,
      String(perSecond),
    ])
  let bot = start()
  try {
    const messages = ids.reduce((sum, id) => sum + messagesFor(id), 0)
    const killAt = 1 + Math.floor(Math.random() * (messages - 2))
    await reached(world, killAt)
    await kill(bot)
    const killed = performance.now()
    const before = world.sent.length
    bot = start()
    await reached(world, before + 1)
    const backMs = performance.now() - killed
    await finished(file)
    await kill(bot)
    const texts = new Map(ids.map((id) => [id, new Set<string>()]))
    for (const { chatId, text } of world.sent) texts.get(chatId)?.add(text)
    const came = [...texts].map(([id, { size }]) => ({ id, size }))
    return {
      lost: came.filter(({ id, size }) => size !== messagesFor(id)).length,
      repeated: world.sent.length - came.reduce((sum, { size }) => sum + size, 0),
      backMs,
    }
  } finally {
    await kill(bot)
    await server.close()
  }
}

async function reached(world: World, count: number): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (world.sent.length < count) {
    if (performance.now() > deadline) throw new Error(`only ${world.sent.length} messages came`)
    await sleep(1)
  }
}

async function finished(file: string): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const db = await openDatabase(file)
    const open = await db
      .selectFrom('delivery')
      .select('id')
      .where('state', '=', 'planned')
      .executeTakeFirst()
    const isDone = !open && !(await isAlertDue(db))
    await db.destroy()
    if (isDone) return
    if (performance.now() > deadline) throw new Error('not everything was sent')
    await sleep(50)
  }
}

async function makeDueAgain(file: string, followers: readonly number[]): Promise<void> {
  const db = await openDatabase(file)
  await db.deleteFrom('delivery').execute()
  const next_slot_at = Temporal.Now.instant().epochMilliseconds
  await db
    .updateTable('subscription')
    .set({ next_slot_at, covered_through: null })
    .where('chat_id', 'not in', followers)
    .execute()
  await forgetAlerts(db, followers)
  await db.destroy()
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
}
