import type { Reason } from '../domain/reason.ts'
import { nextSlot } from '../domain/slot.ts'
import { moveChat } from '../store/move-chat.ts'
import { endSubscription, lostWishes, saveSubscription } from '../store/subscriptions.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

/** Ends the digests of a chat that the bot can write to no longer; false when it got none. */
export function loseChat({ db, now }: Parts, chatId: number, reason: Reason): Promise<boolean> {
  return db.transaction().execute((trx) => endSubscription(trx, chatId, reason, now()))
}

/** Goes on with the digests that ended when the bot lost the chat; false when none did. */
export function regainChat({ db, now }: Parts, chatId: number): Promise<boolean> {
  const at = now()
  return db.transaction().execute(async (trx) => {
    const preferences = await lostWishes(trx, chatId)
    if (!preferences) return false
    const nextSlotAt = nextSlot(preferences, at).at
    await saveSubscription(trx, { ...preferences, chatId, nextSlotAt }, at)
    return true
  })
}

/** Takes a chat along whose number changes, as when a group becomes a supergroup. */
export function renumberChat(
  { db, now }: Parts,
  move: { from: number; to: number },
): Promise<void> {
  return db.transaction().execute((trx) => moveChat(trx, move, now()))
}
