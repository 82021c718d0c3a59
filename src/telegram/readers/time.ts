import { InlineKeyboard } from 'grammy'
import { readTimesOfDay } from '../../domain/calendar.ts'
import { nextDigestAt } from '../../domain/slot.ts'
import { localTime } from '../../i18n/local-time.ts'
import { scheduleWords } from '../../i18n/schedule-words.ts'
import { activeSubscription, changePreferences } from '../../serving/preferences.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { removeButtons, say } from '../say.ts'
import type { Services } from '../services.ts'
import { aboutSubject } from '../subject.ts'
import { keepForStart } from './keep-for-start.ts'

const offered = ['06:00', '07:00', '07:30', '08:00', '09:00', '12:00', '18:00', '21:00']

export const time: Command = {
  name: 'time',
  configures: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    const times = readTimesOfDay(input)
    if (input && !times) return say(ctx, 'time-wrong', { input }, hoursToChoose(ctx))
    if (times) return setTimes(ctx, services, times)
    const subscription = await activeSubscription(services, ctx.subject.chatId)
    if (!subscription) return keepForStart(ctx, services, {})
    await say(ctx, 'time-now', scheduleWords(subscription, ctx.t), hoursToChoose(ctx))
  },
  buttons: [
    {
      pattern: /^time:(\d\d:\d\d)$/,
      async handle(ctx, services) {
        const times = readTimesOfDay(ctx.match[1] ?? '')
        await ctx.answerCallbackQuery()
        await removeButtons(ctx)
        if (times) await setTimes(ctx, services, times)
      },
    },
  ],
}

async function setTimes(
  ctx: CourantContext,
  services: Services,
  times: Temporal.PlainTime[],
): Promise<void> {
  const subscription = await activeSubscription(services, ctx.subject.chatId)
  if (!subscription) return keepForStart(ctx, services, { times })
  const changed = await changePreferences(services, subscription, { times })
  await say(ctx, 'time-done', {
    ...scheduleWords(changed, ctx.t),
    next: localTime(nextDigestAt(changed), changed.zone, ctx.t),
  })
}

function hoursToChoose(ctx: CourantContext): InlineKeyboard {
  const keyboard = new InlineKeyboard()
  for (const [i, hour] of offered.entries()) {
    if (i === offered.length / 2) keyboard.row()
    keyboard.text(hour, `time:${hour}`)
  }
  return aboutSubject(ctx, keyboard)
}
