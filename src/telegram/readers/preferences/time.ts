import { InlineKeyboard } from 'grammy'
import { readTimesOfDay } from '../../../domain/calendar.ts'
import { nextDigestAt } from '../../../domain/slot.ts'
import { localTime } from '../../../i18n/local-time.ts'
import { scheduleWords } from '../../../i18n/schedule-words.ts'
import type { CourantContext } from '../../context.ts'
import { words } from '../../say.ts'
import type { Preference } from './preference.ts'

const offered = ['06:00', '07:00', '07:30', '08:00', '09:00', '12:00', '18:00', '21:00']

export const time: Preference = {
  name: 'time',
  isTyped: true,
  isKept: true,
  read(input) {
    const times = readTimesOfDay(input)
    return times && { times }
  },
  page(ctx, subscription) {
    const next = localTime(nextDigestAt(subscription), subscription.zone, ctx.t)
    return {
      html: words(ctx, 'time-now', { ...scheduleWords(subscription, ctx.t), next }),
      keyboard: hoursToChoose(ctx, subscription.times),
    }
  },
  refuse: (ctx, input) => ({
    html: words(ctx, 'time-wrong', { input }),
    keyboard: hoursToChoose(ctx, []),
  }),
}

function hoursToChoose(ctx: CourantContext, chosen: readonly Temporal.PlainTime[]): InlineKeyboard {
  const times = chosen.map((time) => time.toString({ smallestUnit: 'minute' }))
  const keyboard = new InlineKeyboard()
  for (const [i, hour] of offered.entries()) {
    if (i % 3 === 0) keyboard.row()
    keyboard.text(times.includes(hour) ? ctx.t('choice-on', { name: hour }) : hour, `time:${hour}`)
  }
  return keyboard
}
