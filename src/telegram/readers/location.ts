import { type Filter, Keyboard } from 'grammy'
import { clockTime } from '../../domain/calendar.ts'
import { nextDigestAt } from '../../domain/slot.ts'
import { localTime } from '../../i18n/local-time.ts'
import { activeSubscription, changePreferences } from '../../serving/preferences.ts'
import { zoneOfPlace } from '../../text/zones/zone-of-place.ts'
import type { Button } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired } from '../presses.ts'
import { asHtml, say, words } from '../say.ts'
import type { Services } from '../services.ts'
import { keepForStart } from './keep-for-start.ts'

/** Offers to share one's location in place of naming a zone; people can do so in private chats only. */
export const askLocation: Button = {
  pattern: /^timezone:where$/,
  async handle(ctx) {
    if (ctx.chat?.type !== 'private') return expired(ctx)
    await ctx.answerCallbackQuery()
    const keyboard = new Keyboard().requestLocation(ctx.t('location-button')).resized().oneTime()
    await ctx.reply(ctx.t('location-ask'), { reply_markup: keyboard })
  },
}

/** Takes the zone of a shared location, and nothing else of it. */
export async function takeLocation(
  ctx: Filter<CourantContext, 'message:location'>,
  services: Services,
): Promise<void> {
  const { latitude, longitude } = ctx.message.location
  const zone = zoneOfPlace(latitude, longitude)
  if (!zone) return say(ctx, 'location-wrong')
  const subscription = await activeSubscription(services, ctx.subject)
  if (!subscription) return keepForStart(ctx, services, { zone })
  const changed = await changePreferences(services, subscription, { zone })
  const clock = clockTime(services.now(), zone)
  const next = localTime(nextDigestAt(changed), zone, ctx.t)
  // Removes the key that asked for it.
  const options = { ...asHtml, reply_markup: { remove_keyboard: true } as const }
  await ctx.reply(words(ctx, 'location-done', { zone, clock, next }), options)
}
