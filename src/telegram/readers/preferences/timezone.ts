import { InlineKeyboard } from 'grammy'
import { clockTime } from '../../../domain/calendar.ts'
import { nextDigestAt } from '../../../domain/slot.ts'
import { localTime } from '../../../i18n/local-time.ts'
import { commonZones, findZone } from '../../../text/zones/find-zone.ts'
import { cityIn, loadZoneNames } from '../../../text/zones/zone-names.ts'
import type { CourantContext } from '../../context.ts'
import { words } from '../../say.ts'
import { askLocation } from '../location.ts'
import type { Preference } from './preference.ts'

export const timezone: Preference = {
  name: 'timezone',
  isTyped: true,
  isKept: true,
  prepare: loadZoneNames,
  read(input, _schedule, now) {
    const found = findZone(input, now)
    return found?.kind === 'zone' ? { zone: found.zone } : null
  },
  page(ctx, subscription, now) {
    const { zone } = subscription
    const clock = clockTime(now, zone)
    const next = localTime(nextDigestAt(subscription), zone, ctx.t)
    return {
      html: words(ctx, 'timezone-now', { zone, clock, next }),
      keyboard: offerLocation(ctx, zonesToChoose(ctx, commonZones(now), now)),
    }
  },
  refuse(ctx, input, now) {
    const found = findZone(input, now)
    if (found?.kind === 'guesses') {
      return {
        html: words(ctx, 'timezone-guess', { input }),
        keyboard: guessesToChoose(ctx, found.places, now),
      }
    }
    return found?.kind === 'several'
      ? {
          html: words(ctx, 'timezone-which', { input }),
          keyboard: zonesToChoose(ctx, found.zones, now),
        }
      : {
          html: words(ctx, 'timezone-wrong', { input }),
          keyboard: zonesToChoose(ctx, commonZones(now), now),
        }
  },
  buttons: [askLocation],
}

function offerLocation(ctx: CourantContext, keyboard: InlineKeyboard): InlineKeyboard {
  const { chat, subject } = ctx
  if (chat?.type !== 'private' || subject.chatId !== chat.id) return keyboard
  return keyboard.row().text(ctx.t('location-button'), 'timezone:where')
}

type Place = { name: string; zone: string }

export function zonesToChoose(
  ctx: CourantContext,
  zones: readonly string[],
  now: Temporal.Instant,
  data = 'timezone:',
): InlineKeyboard {
  return placesToChoose(placesOf(ctx, zones), now, data)
}

function placesOf({ language }: CourantContext, zones: readonly string[]): Place[] {
  return zones.map((zone) => ({ name: cityIn(language, zone), zone }))
}

/** The places that may be meant, and one for every hour, as none of them may be. */
function guessesToChoose(
  ctx: CourantContext,
  guesses: readonly Place[],
  now: Temporal.Instant,
): InlineKeyboard {
  const guessed = new Set(guesses.map(({ zone }) => zone))
  const others = commonZones(now).filter((zone) => !guessed.has(zone))
  return placesToChoose([...guesses, ...placesOf(ctx, others)], now)
}

/** Places with what their clocks show, by which people know their own. */
function placesToChoose(
  places: readonly Place[],
  now: Temporal.Instant,
  data = 'timezone:',
): InlineKeyboard {
  const keyboard = new InlineKeyboard()
  for (const [i, { name, zone }] of places.entries()) {
    if (i % 2 === 0) keyboard.row()
    keyboard.text(`${name} · ${clockTime(now, zone)}`, `${data}${zone}`)
  }
  return keyboard
}
