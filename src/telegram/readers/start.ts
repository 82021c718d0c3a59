import { everyDay } from '../../domain/schedule.ts'
import { nextSlot } from '../../domain/slot.ts'
import { isPaused } from '../../domain/subscription.ts'
import { localTime } from '../../i18n/local-time.ts'
import { scheduleWords } from '../../i18n/schedule-words.ts'
import { composeEdition, requestOfNow } from '../../serving/compose-edition.ts'
import { endOpenDelivery } from '../../store/deliveries.ts'
import {
  findSubscription,
  recordCovered,
  rememberedWishes,
  saveSubscription,
} from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'
import { sendParts } from './more-news.ts'

/** Subscribes the chat, with the hour and zone it once chose, and sends today's digest at once. */
export const start: Command = {
  name: 'start',
  configures: true,
  async handle(ctx, { db, now, log, defaults }) {
    const at = now()
    const { chatId, threadId } = ctx.subject
    const before = await findSubscription(db, chatId)
    const wishes = (await rememberedWishes(db, chatId)) ?? {
      zone: defaults.zone,
      times: [defaults.time],
      weekdays: everyDay,
    }
    const nextSlotAt = before?.nextSlotAt ?? nextSlot(wishes, at).at
    const started = { ...wishes, chatId, threadId, pausedUntil: null, nextSlotAt }
    const { id } = await saveSubscription(db, started, at)
    // What is on its way holds nothing that does not come now.
    await endOpenDelivery(db, id, 'skipped', 'answered by /start')

    const request = await requestOfNow(db, at)
    const parts = await composeEdition({ db, log, now: at, t: ctx.t }, request, wishes.zone)
    const news = parts.length > 0 ? 'some' : 'none'
    const schedule = { ...scheduleWords(wishes, ctx.t), news }
    await say(ctx, before ? 'start-again' : 'start-welcome', schedule)
    if (before && isPaused(before, at)) await say(ctx, 'start-ends-pause')
    const next = localTime(nextSlotAt, wishes.zone, ctx.t)
    if (parts.length === 0) await say(ctx, 'start-empty', { next })
    await sendParts(ctx, parts)
    await recordCovered(db, chatId, request.upTo)
  },
}
