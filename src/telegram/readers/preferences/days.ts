import { InlineKeyboard } from 'grammy'
import { everyDay } from '../../../domain/schedule.ts'
import { nextDigestAt } from '../../../domain/slot.ts'
import { readWeekdays } from '../../../domain/weekdays.ts'
import { localTime } from '../../../i18n/local-time.ts'
import { scheduleWords, shortWeekday } from '../../../i18n/schedule-words.ts'
import { words } from '../../say.ts'
import type { Preference } from './preference.ts'

export const days: Preference = {
  name: 'days',
  read(input) {
    const weekdays = readWeekdays(input)
    return weekdays && { weekdays }
  },
  page(ctx, subscription) {
    const { weekdays, zone } = subscription
    const keyboard = new InlineKeyboard()
    for (const day of everyDay) {
      const isChosen = weekdays.includes(day)
      const others = everyDay.filter((each) => weekdays.includes(each) !== (each === day))
      // The last day cannot be removed: without any, no digest would come.
      const data = others.length > 0 ? others.join('') : 'last'
      const label = shortWeekday(day, ctx.t)
      keyboard.text(isChosen ? ctx.t('choice-on', { name: label }) : label, `days:${data}`)
      if (day === 4) keyboard.row()
    }
    keyboard
      .row()
      .text(ctx.t('days-button-week'), 'days:12345')
      .text(ctx.t('days-button-every'), 'days:1234567')
    const next = localTime(nextDigestAt(subscription), zone, ctx.t)
    return {
      html: words(ctx, 'days-now', { ...scheduleWords(subscription, ctx.t), next }),
      keyboard,
    }
  },
  buttons: [
    {
      pattern: /^days:last$/,
      handle: async (ctx) => void (await ctx.answerCallbackQuery({ text: ctx.t('days-last') })),
    },
  ],
}
