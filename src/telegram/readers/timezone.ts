import { InlineKeyboard } from 'grammy'
import { clockTime, readZone } from '../../domain/calendar.ts'
import { nextDigestAt } from '../../domain/slot.ts'
import { localTime } from '../../i18n/local-time.ts'
import { activeSubscription, changePreferences } from '../../serving/preferences.ts'
import { commonZones, findZone } from '../../text/zones/find-zone.ts'
import { cityOf, loadZoneNames } from '../../text/zones/zone-names.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired } from '../presses.ts'
import { removeButtons, say } from '../say.ts'
import type { Services } from '../services.ts'
import { aboutSubject } from '../subject.ts'
import { keepForStart } from './keep-for-start.ts'

export const timezone: Command = {
  name: 'timezone',
  configures: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    const now = services.now()
    await loadZoneNames()
    const found = findZone(input, now)
    if (found?.kind === 'zone') return setZone(ctx, services, found.zone)
    if (found) {
      return say(ctx, 'timezone-which', { input }, zonesToChoose(ctx, found.zones, now))
    }
    if (input) {
      return say(ctx, 'timezone-wrong', { input }, zonesToChoose(ctx, commonZones(now), now))
    }
    const subscription = await activeSubscription(services, ctx.subject.chatId)
    if (!subscription) return keepForStart(ctx, services, {})
    await say(ctx, 'timezone-now', { zone: subscription.zone })
  },
  buttons: [
    {
      pattern: /^timezone:(.+)$/,
      async handle(ctx, services) {
        const zone = readZone(ctx.match[1] ?? '')
        if (!zone) return expired(ctx)
        await ctx.answerCallbackQuery()
        await removeButtons(ctx)
        await setZone(ctx, services, zone)
      },
    },
  ],
}

async function setZone(ctx: CourantContext, services: Services, zone: string): Promise<void> {
  const subscription = await activeSubscription(services, ctx.subject.chatId)
  if (!subscription) return keepForStart(ctx, services, { zone })
  const changed = await changePreferences(services, subscription, { zone })
  await say(ctx, 'timezone-done', {
    zone,
    clock: clockTime(services.now(), zone),
    next: localTime(nextDigestAt(changed), zone, ctx.t),
  })
}

/** Places with what their clocks show, by which people know their own. */
function zonesToChoose(
  ctx: CourantContext,
  zones: readonly string[],
  now: Temporal.Instant,
): InlineKeyboard {
  const keyboard = new InlineKeyboard()
  for (const [i, zone] of zones.entries()) {
    if (i % 2 === 0) keyboard.row()
    keyboard.text(`${cityOf(zone)} · ${clockTime(now, zone)}`, `timezone:${zone}`)
  }
  return aboutSubject(ctx, keyboard)
}
