import { sql } from 'kysely'
import { openDatabase } from '../../src/store/database.ts'
import { claimParts } from '../../src/store/outbox.ts'
import type { Database } from '../../src/store/tables.ts'
import { bounded, type Row } from '../report.ts'

const planned = 1_000_000
const claims = 200
const options = { limit: 20, leaseMs: 25_000, longestPauseMs: 900_000 }

/** What it takes to claim the next messages where a million are planned. */
export async function claim(): Promise<Row> {
  const now = Temporal.Now.instant()
  const db = await openDatabase(':memory:')
  await planMany(db, now.epochMilliseconds)
  const before = process.cpuUsage()
  for (let i = 0; i < claims; i++) {
    const { length } = await claimParts(db, now, options)
    if (length !== options.limit) throw new Error(`${length} parts were claimed`)
  }
  const { user, system } = process.cpuUsage(before)
  await db.destroy()
  return bounded(
    'processor per claim of 20 of a million planned (ms)',
    (user + system) / 1000 / claims,
    1,
  )
}

/** Deliveries of one edition of two parts, of which the first is to be sent. */
async function planMany(db: Database, nowMs: number): Promise<void> {
  await sql`insert into edition (id, covers_through, created_at) values (1, 0, ${nowMs})`.execute(
    db,
  )
  await sql`
    insert into edition_part (edition_id, seq, html) values (1, 0, 'News'), (1, 1, 'More')
  `.execute(db)
  await sql`
    insert into subscription (chat_id, zone, times, next_slot_at, created_at)
    with recursive chat (id) as (select 1 union all select id + 1 from chat where id < ${planned})
    select id, 'UTC', '07:30', ${nowMs}, ${nowMs} from chat`.execute(db)
  await sql`
    insert into delivery (subscription_id, slot, slot_at, edition_id, state, created_at)
    select id, '2024-06-14T07:30', ${nowMs}, 1, 'planned', ${nowMs} from subscription`.execute(db)
  for (const [seq, state] of ['planned', 'waiting'].entries()) {
    await sql`
      insert into delivery_part (delivery_id, seq, state, next_attempt_at)
      select id, ${seq}, ${state}, ${nowMs} from delivery`.execute(db)
  }
}
