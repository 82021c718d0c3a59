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
    if (found?.kind === 'guesses') {
      return say(ctx, 'timezone-guess', { input }, guessesToChoose(ctx, found.places, now))
    }
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

type Place = { name: string; zone: string }

function zonesToChoose(
  ctx: CourantContext,
  zones: readonly string[],
  now: Temporal.Instant,
): InlineKeyboard {
  return placesToChoose(
    ctx,
    zones.map((zone) => ({ name: cityOf(zone), zone })),
    now,
  )
}

/** The places that may be meant, and one for every hour, as none of them may be. */
function guessesToChoose(
  ctx: CourantContext,
  guesses: readonly Place[],
  now: Temporal.Instant,
): InlineKeyboard {
  const guessed = new Set(guesses.map(({ zone }) => zone))
  const others = commonZones(now).filter((zone) => !guessed.has(zone))
  const places = others.map((zone) => ({ name: cityOf(zone), zone }))
  return placesToChoose(ctx, [...guesses, ...places], now)
}

/** Places with what their clocks show, by which people know their own. */
function placesToChoose(
  ctx: CourantContext,
  places: readonly Place[],
  now: Temporal.Instant,
): InlineKeyboard {
  const keyboard = new InlineKeyboard()
  for (const [i, { name, zone }] of places.entries()) {
    if (i % 2 === 0) keyboard.row()
    keyboard.text(`${name} · ${clockTime(now, zone)}`, `timezone:${zone}`)
  }
  return aboutSubject(ctx, keyboard)
}
