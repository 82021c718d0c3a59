import type { Reason } from '../domain/reason.ts'
import { nextSlot } from '../domain/slot.ts'
import { moveChat as move } from '../store/move-chat.ts'
import {
  endSubscriptionsOfChat,
  lostSubscriptions,
  saveSubscription,
} from '../store/subscriptions.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

/** Ends the subscriptions of a chat that the bot can no longer write to; false if it had none. */
export function loseChat({ db, now }: Parts, chatId: number, reason: Reason): Promise<boolean> {
  return db.transaction().execute((trx) => endSubscriptionsOfChat(trx, chatId, reason, now()))
}

/** Restarts the subscriptions that `loseChat` ended; false if there are none. */
export function regainChat({ db, now }: Parts, chatId: number): Promise<boolean> {
  const at = now()
  return db.transaction().execute(async (trx) => {
    const lost = await lostSubscriptions(trx, chatId)
    for (const subscription of lost) {
      const nextSlotAt = nextSlot(subscription, at).at
      await saveSubscription(trx, { ...subscription, nextSlotAt }, at)
    }
    return lost.length > 0
  })
}

/** Moves the subscriptions to a chat's new number, as when a group becomes a supergroup. */
export function moveChat({ db, now }: Parts, numbers: { from: number; to: number }): Promise<void> {
  return db.transaction().execute((trx) => move(trx, numbers, now()))
}
