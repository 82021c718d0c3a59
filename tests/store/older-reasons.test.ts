import { expect, it } from 'vitest'
import { encodeReason, type Reason } from '../../src/domain/reason.ts'
import { stoppedByReader } from '../../src/domain/subscription.ts'
import { lostWishes, servedSlots } from '../../src/store/subscriptions.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { subscribe } from '../helpers/deliveries.ts'

/** A reason as this version writes it, and as older ones did. */
function written(reason: Reason, prose: string): string[] {
  return [encodeReason(reason), prose]
}

it.each(written({ code: 'nothing-new' }, 'nothing new'))(
  'counts a slot as served at which nothing was new: %s',
  async (reason) => {
    const db = await aDatabase()
    const { id } = await subscribe(db, 1)
    const slot = { slot: '2024-06-14T12:00', slot_at: noon.epochMilliseconds }
    const kept = { subscription_id: id, state: 'skipped', created_at: 0, reason } as const
    await db
      .insertInto('delivery')
      .values({ ...slot, ...kept })
      .execute()
    expect(await servedSlots(db, id)).toEqual([slot.slot])
  },
)

it.each(written(stoppedByReader, 'stopped by the reader'))(
  'brings back no digest that its reader has ended: %s',
  async (end_reason) => {
    const db = await aDatabase()
    await subscribe(db, 1)
    await db.updateTable('subscription').set({ ended_at: 1, end_reason }).execute()
    expect(await lostWishes(db, 1)).toBeNull()
  },
)

it.each(written({ code: 'bot-blocked' }, 'the bot was blocked'))(
  'brings back a digest that was lost in another way: %s',
  async (end_reason) => {
    const db = await aDatabase()
    await subscribe(db, 1)
    await db.updateTable('subscription').set({ ended_at: 1, end_reason }).execute()
    expect(await lostWishes(db, 1)).not.toBeNull()
  },
)
