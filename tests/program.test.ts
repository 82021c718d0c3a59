import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { dueChats } from '../bench/deliver/planned.ts'
import { openDatabase } from '../src/store/database.ts'
import { startProgram, until } from './helpers/program.ts'
import { aTelegram, sayAs, token } from './helpers/telegram.ts'

const [, secret = ''] = token.split(':')

/** So many chats that are due, in a database in a file, and what the program needs to serve them. */
async function dueAt(count: number) {
  const chats = Array.from({ length: count }, (_, i) => i + 1)
  const { world, apiRoot } = await aTelegram(chats)
  for (const chat of chats) world.sendText(chat, 'hello')
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  await (await dueChats(file, chats)).destroy()
  const env = { TELEGRAM_API_ROOT: apiRoot, DATABASE_URL: `sqlite:${file}` }
  const digests = () => world.sent.filter(({ text }) => text.includes('Headline'))
  return { world, file, env, digests }
}

async function partsIn(file: string) {
  const db = await openDatabase(file)
  const parts = await db.selectFrom('delivery_part').selectAll().execute()
  await db.destroy()
  return parts
}

it('records what is in flight when it is asked to end, and ends', async () => {
  const { world, file, env, digests } = await dueAt(30)
  world.faults.rate(1, { kind: 'slow', delayMs: 1500, method: 'sendMessage' })
  const program = startProgram(env)
  await until(() => digests().length >= 3)
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  const sent = (await partsIn(file)).filter(({ state }) => state === 'sent')
  expect(sent.map(({ message_id }) => message_id).toSorted()).toEqual(
    digests()
      .map(({ messageId }) => messageId)
      .toSorted(),
  )
}, 120_000)

it('ends within ten seconds, even if Telegram does not answer', async () => {
  const { world, file, env, digests } = await dueAt(30)
  world.faults.rate(1, { kind: 'slow', delayMs: 60_000, method: 'sendMessage' })
  const program = startProgram(env)
  await until(() => digests().length >= 3)
  const start = Date.now()
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  expect(Date.now() - start).toBeLessThan(10_000)
  const unclear = (await partsIn(file)).filter((part) => part.unclear === 1)
  expect(unclear).toHaveLength(digests().length)
}, 120_000)

it('ends at once when it is asked before Telegram has answered', async () => {
  const { world, env } = await dueAt(1)
  world.faults.rate(1, { kind: 'slow', delayMs: 60_000, method: 'getMe' })
  const program = startProgram(env)
  await until(() => program.output().includes('No answer yet'))
  const start = Date.now()
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  expect(Date.now() - start).toBeLessThan(10_000)
  expect(program.output()).toContain('Stopping (SIGTERM)')
}, 120_000)

it('writes its token nowhere, whatever goes wrong', async () => {
  const { world, env, digests } = await dueAt(60)
  const faults = [
    { kind: 'reset', accepted: true },
    { kind: 'reset', accepted: false },
    { kind: 'status', code: 502, page: true },
    { kind: 'status', code: 500 },
  ] as const
  // Chats far from each other: what fails in a row makes the sender wait, longer each time.
  for (const [i, fault] of faults.entries()) {
    world.faults.next({ ...fault, method: 'getUpdates' })
    world.faults.next({ ...fault, method: 'sendMessage', chatId: 10 + 10 * i, times: Infinity })
  }
  const program = startProgram(env)
  await until(() => digests().length >= 56 && program.output().includes('telegram-silent'))
  world.faults.clear()
  await sayAs(world, 1)('/latest', 'Headline')
  world.revokeToken()
  expect(await program.ended).toBe(1)
  expect(program.output()).toContain('Telegram does not know this BOT_TOKEN')
  expect(program.output()).toContain('telegram-silent')
  expect(program.output()).not.toContain(secret)
}, 180_000)

it('goes on from a copy that was made while it was sending, and repeats nothing', async () => {
  const { world, file, env, digests } = await dueAt(100)
  const program = startProgram(env)
  await until(() => digests().length >= 20)
  const copy = `${file}.copy`
  const running = new SQLite(file)
  await running.backup(copy)
  running.close()
  const inCopy = (await partsIn(copy)).filter(({ state }) => state === 'sent').length
  program.process.kill('SIGKILL')
  await program.ended
  // As in a restore at the moment of the copy: what came after it is not known to it.
  const before = digests().length
  const restored = startProgram({ ...env, DATABASE_URL: `sqlite:${copy}` })
  await until(async () => (await partsIn(copy)).every(({ state }) => state === 'sent'))
  restored.process.kill('SIGTERM')
  await restored.ended
  expect(inCopy).toBeGreaterThan(0)
  expect(new Set(digests().map(({ chatId }) => chatId)).size).toBe(100)
  expect(digests().length - before).toBe(100 - inCopy)
  expect(world.sent.length).toBeGreaterThanOrEqual(100)
}, 180_000)

it('refuses to run twice on one database', async () => {
  const { env, digests } = await dueAt(5)
  startProgram(env)
  await until(() => digests().length > 0)
  const second = startProgram(env)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('Another Courant runs on')
  expect(digests().length).toBeLessThanOrEqual(5)
}, 120_000)
