import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { crashRounds, perSecond } from '../bench/crash/rounds.ts'
import { mostInFlight } from '../src/delivering/window.ts'
import { usualPaper } from '../src/domain/paper.ts'
import { chatItself } from '../src/domain/subscription.ts'
import type { World } from '../src/playground/telegram/world.ts'
import { openDatabase } from '../src/store/database.ts'
import { recordCovered, savePaper, saveSubscription } from '../src/store/subscriptions.ts'
import { addNews } from './helpers/database.ts'
import { startProgram, until } from './helpers/program.ts'
import { aTelegram } from './helpers/telegram.ts'

const chats = Array.from({ length: 50 }, (_, i) => i + 1)
// As many as the first page holds.
const headlines = 24

const messagesOf = (world: World, chat: number) =>
  world.history(chat).flatMap(({ from, text }) => (from?.is_bot && text ? [text] : []))
const sentBy = (world: World) => chats.flatMap((chat) => messagesOf(world, chat)).length

it('loses no digest to a kill -9, and repeats at most what was in flight', async () => {
  const { world, apiRoot } = await aTelegram(chats)
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const db = await openDatabase(file)
  const now = Temporal.Now.instant()
  // Long titles, so that each digest has several messages.
  const long = 'and what came of it in the end, after all, as far as anybody knows '.repeat(4)
  await addNews(
    db,
    Array.from({ length: headlines }, (_, i) => ({
      title: `Headline ${i + 1} ${long}`,
      publishedAt: now.subtract({ seconds: 60 }),
    })),
    { seenAt: now.subtract({ seconds: 60 }) },
  )
  for (const chatId of chats) {
    world.sendText(chatId, 'hello')
    const time = now.toZonedDateTimeISO('UTC').toPlainTime().round('minute')
    await saveSubscription(db, { chatId, zone: 'UTC', times: [time], nextSlotAt: now }, now)
  }
  await db.destroy()

  const env = { TELEGRAM_API_ROOT: apiRoot, DATABASE_URL: `sqlite:${file}` }
  const first = startProgram(env)
  await until(() => sentBy(world) >= 40)
  first.process.kill('SIGKILL')
  await first.ended
  const whole = (chat: number) => {
    const text = messagesOf(world, chat).join('\n')
    return Array.from({ length: headlines }, (_, i) => text.includes(`Headline ${i + 1} `)).every(
      Boolean,
    )
  }
  expect(chats.every(whole)).toBe(false)

  startProgram(env)
  await until(() => chats.every(whole))
  const repeated = chats.flatMap((chat) => {
    const messages = messagesOf(world, chat).filter((text) => text.includes('Headline'))
    return messages.filter((text, i) => messages.indexOf(text) !== i)
  })
  expect(repeated.length).toBeLessThanOrEqual(mostInFlight(perSecond))
}, 60_000)

it('does so whenever it is killed', async () => {
  for (const { lost, repeated, backMs } of await crashRounds(10, 60)) {
    expect(lost).toBe(0)
    expect(repeated).toBeLessThanOrEqual(mostInFlight(perSecond))
    expect(backMs).toBeLessThan(30_000)
  }
}, 120_000)

it('tells everybody at once whom a kill -9 kept from it, and repeats at most what was in flight', async () => {
  const { world, apiRoot } = await aTelegram(chats)
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const db = await openDatabase(file)
  const now = Temporal.Now.instant()
  const follow = { kind: 'search' as const, of: 'whale', alert: true }
  for (const chatId of chats) {
    world.sendText(chatId, 'hello')
    const nextSlotAt = now.add({ hours: 20 })
    const time = nextSlotAt.toZonedDateTimeISO('UTC').toPlainTime().round('minute')
    const preferences = {
      chatId,
      zone: 'UTC',
      times: [time],
      nextSlotAt,
      silence: 'never' as const,
    }
    await saveSubscription(db, preferences, now)
    await recordCovered(db, chatItself(chatId), 0)
    const paper = { ...usualPaper, follows: [follow] }
    await db.transaction().execute((trx) => savePaper(trx, chatItself(chatId), paper))
  }
  // So long ago that it waits for its story no more.
  const seenAt = now.subtract({ minutes: 20 })
  await addNews(db, [{ title: 'Whales return to the bay', publishedAt: seenAt }], { seenAt })
  await db.destroy()

  const told = () =>
    chats.map((chat) => messagesOf(world, chat).filter((text) => text.includes('Whales')).length)
  const env = { TELEGRAM_API_ROOT: apiRoot, DATABASE_URL: `sqlite:${file}` }
  const first = startProgram(env)
  await until(() => sentBy(world) >= 10)
  first.process.kill('SIGKILL')
  await first.ended
  expect(told()).toContain(0)

  startProgram(env)
  await until(() => told().every((count) => count > 0))
  expect(told().reduce((sum, count) => sum + count - 1, 0)).toBeLessThanOrEqual(
    mostInFlight(perSecond),
  )
}, 60_000)
