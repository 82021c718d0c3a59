import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { plannedChats } from '../../bench/deliver/planned.ts'
import { sendPlanned } from '../../src/delivering/send-planned.ts'
import { startSender } from '../../src/delivering/sender.ts'
import { createLog } from '../../src/lib/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { nextAttemptAt } from '../../src/store/outbox.ts'
import { durably } from '../../src/store/sqlite/durably.ts'
import type { Database } from '../../src/store/tables.ts'

const inFlight = 10
const chats = Array.from({ length: 60 }, (_, i) => i + 1)

/** Planned digests in a file, and a sender that sends into a list. */
async function aSender() {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
  const db = await plannedChats(file, chats)
  onTestFinished(() => db.destroy())
  const sent: number[] = []
  let onSend = async (_count: number) => {}
  let onSleep = async (_count: number) => {}
  let sleeps = 0
  const sending = {
    db,
    log: createLog('silent'),
    now: Temporal.Now.instant,
    signal: new AbortController().signal,
    window: { size: () => inFlight, measure() {} },
    async send(chatId: number) {
      sent.push(chatId)
      await onSend(sent.length)
      return { kind: 'sent' as const, messageId: chatId }
    },
    async sleep() {
      await onSleep(++sleeps)
      await new Promise(setImmediate)
    },
  }
  return {
    db,
    file,
    sent,
    sending,
    onSend: (act: typeof onSend) => {
      onSend = act
    },
    onSleep: (act: typeof onSleep) => {
      onSleep = act
    },
  }
}

async function recorded(db: Database): Promise<number> {
  const parts = db.selectFrom('delivery_part').where('state', '=', 'sent')
  return (await parts.selectAll().execute()).length
}

it('sends little more while nothing can be recorded, and repeats nothing afterwards', async () => {
  const { db, sent, sending, onSend, onSleep } = await aSender()
  const full = sql`
    create trigger full before update on delivery_part
    begin select raise(abort, 'database or disk is full'); end`
  onSend(async (count) => {
    if (count === 20) await full.execute(db)
  })
  let sentWhileFull = 0
  onSleep(async (count) => {
    if (count !== 100) return
    sentWhileFull = sent.length
    await sql`drop trigger full`.execute(db)
  })
  await sendPlanned(sending).catch(() => {})
  expect(sentWhileFull).toBeLessThanOrEqual(20 + inFlight)
  await sendPlanned(sending)
  expect(sent.toSorted((a, b) => a - b)).toEqual(chats)
  expect(await recorded(db)).toBe(chats.length)
})

it('goes on after another process has held the database', async () => {
  const { file, sent, sending: usual, onSend, onSleep } = await aSender()
  const db = await openDatabase(file, { maxWaitMs: 20 })
  onTestFinished(() => db.destroy())
  const sending = { ...usual, db }
  const other = new SQLite(file)
  onTestFinished(() => {
    other.close()
  })
  onSend(async (count) => {
    if (count === 20) other.exec('begin immediate')
  })
  onSleep(async (count) => {
    if (count === 20) other.exec('commit')
  })
  await sendPlanned(sending).catch(() => {})
  if (other.inTransaction) other.exec('commit')
  await sendPlanned(sending)
  expect(sent.toSorted((a, b) => a - b)).toEqual(chats)
  expect(await recorded(db)).toBe(chats.length)
})

it('waits for the disk when it records, and only then', async () => {
  const { db } = await aSender()
  const level = async (on: Database) => {
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(on)
    return rows[0]?.synchronous
  }
  expect(await level(db)).toBe(1)
  for (let i = 0; i < 2; i++) expect(await durably(db, level)).toBe(2)
  await expect(durably(db, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await level(db)).toBe(1)
})

it('sends what is planned while it rests, and stops when it is told to', async () => {
  const { db, sent, sending } = await aSender()
  const stop = new AbortController()
  const sender = startSender({ ...sending, signal: stop.signal })
  await expect.poll(() => sent.length).toBe(chats.length)
  await expect.poll(() => nextAttemptAt(db)).toBeNull()
  await db.updateTable('delivery').set({ state: 'planned' }).where('id', '=', 1).execute()
  await db
    .updateTable('delivery_part')
    .set({ state: 'planned' })
    .where('delivery_id', '=', 1)
    .execute()
  sender.wake()
  await expect.poll(() => sent.length).toBe(chats.length + 1)
  stop.abort()
  await sender.ended
})

it('takes up parts of a sender that has vanished within 30 seconds', async () => {
  const { db, sent, sending } = await aSender()
  const later = (seconds: number) => () => Temporal.Now.instant().add({ seconds })
  // One that claims and never sends.
  await db
    .updateTable('delivery_part')
    .set({ lease_until: Date.now() + 25_000 })
    .execute()
  expect(await sendPlanned(sending)).toBe(0)
  expect(await sendPlanned({ ...sending, now: later(30) })).toBe(chats.length)
  expect(sent).toHaveLength(chats.length)
})
