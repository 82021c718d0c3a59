import type { Reason } from '../domain/reason.ts'
import { nextSlot } from '../domain/slot.ts'
import { moveChat as move } from '../store/move-chat.ts'
import { endSubscription, lostPreferences, saveSubscription } from '../store/subscriptions.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

/** Ends the subscription of a chat that the bot can no longer write to; false if it had none. */
export function loseChat({ db, now }: Parts, chatId: number, reason: Reason): Promise<boolean> {
  return db.transaction().execute((trx) => endSubscription(trx, chatId, reason, now()))
}

/** Restarts a subscription that `loseChat` ended; false if there is none. */
export function regainChat({ db, now }: Parts, chatId: number): Promise<boolean> {
  const at = now()
  return db.transaction().execute(async (trx) => {
    const preferences = await lostPreferences(trx, chatId)
    if (!preferences) return false
    const nextSlotAt = nextSlot(preferences, at).at
    await saveSubscription(trx, { ...preferences, chatId, nextSlotAt }, at)
    return true
  })
}

/** Moves a subscription to a chat's new number, as when a group becomes a supergroup. */
export function moveChat({ db, now }: Parts, numbers: { from: number; to: number }): Promise<void> {
  return db.transaction().execute((trx) => move(trx, numbers, now()))
}
