import { InlineKeyboard } from 'grammy'
import { firstPausedDay, readPause } from '../../../domain/pause.ts'
import { nextDigestAt } from '../../../domain/slot.ts'
import { isPaused } from '../../../domain/subscription.ts'
import { localTime } from '../../../i18n/local-time.ts'
import { words } from '../../say.ts'
import type { Preference } from './preference.ts'

export const pause: Preference = {
  name: 'pause',
  isTyped: true,
  read(input, schedule, now) {
    if (/^(off|end|resume|завершити)$/i.test(input)) return { pausedUntil: null }
    if (!schedule) return null
    const first = firstPausedDay(schedule, now)
    const pausedUntil = readPause(input, schedule.zone, now, first)
    return pausedUntil && { pausedUntil }
  },
  page(ctx, subscription, now) {
    const { pausedUntil, zone } = subscription
    if (pausedUntil && isPaused(subscription, now)) {
      const keyboard = new InlineKeyboard().text(ctx.t('pause-button-end'), 'pause:off')
      const until = localTime(pausedUntil, zone, ctx.t)
      const next = localTime(nextDigestAt(subscription), zone, ctx.t)
      return { html: words(ctx, 'pause-now', { until, next }), keyboard }
    }
    const keyboard = new InlineKeyboard()
    for (const days of [1, 3, 7, 14]) {
      keyboard.text(ctx.t('pause-button', { days }), `pause:${days}d`)
    }
    return { html: words(ctx, 'pause-none'), keyboard }
  },
}
