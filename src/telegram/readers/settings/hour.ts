import { InlineKeyboard } from 'grammy'
import { digitsOfHour, hourOfDigits, nameOfHour } from '../../../domain/own-hours.ts'
import { everyDay } from '../../../domain/schedule.ts'
import type { Subscription } from '../../../domain/subscription.ts'
import { shortWeekday } from '../../../i18n/schedule-words.ts'
import {
  changeHour,
  changeHourDays,
  type HourChange,
  ownHoursIn,
} from '../../../serving/own-hours.ts'
import { listSections } from '../../../serving/papers.ts'
import type { Button } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { words } from '../../say.ts'
import type { Services } from '../../services.ts'
import { aboutHour } from '../../subject.ts'
import { choiceLines, daysInWords, overview } from './overview.ts'
import { addBack, choiceLabel, type Page } from './page.ts'
import { leaveHour, opens, redraw, type ShowPage, stale } from './panel.ts'

/** What one of several hours brings: what all do, or a choice of its own, with the ways to change that. */
async function hourPage(
  ctx: CourantContext,
  services: Services,
  subscription: Subscription,
  hour: Temporal.PlainTime,
): Promise<Page | null> {
  const { times } = subscription
  if (times.length < 2 || !times.some((time) => time.equals(hour))) return null
  const own = ownHoursIn(subscription).find(({ time }) => time.equals(hour))
  const time = nameOfHour(hour)
  const wish = (each: string) => `set:hour:${digitsOfHour(hour)}:${each}`
  const keyboard = new InlineKeyboard()
    .text(choiceLabel(ctx, ctx.t('hour-usual'), !own), wish('usual'))
    .text(choiceLabel(ctx, ctx.t('hour-own'), Boolean(own)), wish('own'))
  if (!own) return { html: words(ctx, 'hour-page', { time }), keyboard: addBack(ctx, keyboard) }
  keyboard
    .row()
    .text(ctx.t('settings-button-brings'), aboutHour(hour, 'set:brings:0'))
    .row()
    .text(ctx.t('settings-button-days'), `set:hourdays:${digitsOfHour(hour)}`)
    .text(ctx.t('settings-button-length'), aboutHour(hour, 'set:length'))
    .text(ctx.t('settings-button-pictures'), aboutHour(hour, 'set:pictures'))
  const days = daysInWords(ctx, own.weekdays)
  const lines = choiceLines(ctx, own.paper, await listSections(services))
  const html = [words(ctx, 'hour-page-own', { time, days }), '', ...lines].join('\n')
  return { html, keyboard: addBack(ctx, keyboard) }
}

/** The first page of the panel, or that of the hour that a button is about. */
export const showFirst: ShowPage = (ctx, services, subscription) => {
  const { hour } = ctx.subject
  leaveHour(ctx)
  return hour ? hourPage(ctx, services, subscription, hour) : overview(ctx, services, subscription)
}

const showHour: ShowPage = (ctx, services, subscription, [digits = '']) =>
  hourPage(ctx, services, subscription, hourOfDigits(digits))

/** On which weekdays an hour of its own comes. */
const showHourDays: ShowPage = (ctx, _services, subscription, [digits = '']) => {
  const own = ownHoursIn(subscription).find(({ time }) => time.equals(hourOfDigits(digits)))
  if (!own) return null
  const chosen = own.weekdays ?? subscription.weekdays
  const keyboard = new InlineKeyboard()
  for (const day of everyDay) {
    const isChosen = chosen.includes(day)
    const others = everyDay.filter((each) => chosen.includes(each) !== (each === day))
    // The last day cannot be removed: the page is shown as it is.
    const data = `set:hourdays:${digits}${others.length > 0 ? `:${others.join('')}` : ''}`
    keyboard.text(choiceLabel(ctx, shortWeekday(day, ctx.t), isChosen), data)
    if (day === 4) keyboard.row()
  }
  keyboard
    .row()
    .text(
      choiceLabel(ctx, ctx.t('hour-usual'), own.weekdays === null),
      `set:hourdays:${digits}:usual`,
    )
    .row()
    .text(ctx.t('settings-button-hour', { time: nameOfHour(own.time) }), `set:hour:${digits}`)
  return {
    html: words(ctx, 'hour-days', { time: nameOfHour(own.time) }),
    keyboard: addBack(ctx, keyboard),
  }
}

const noticeOf: Record<HourChange, string | null> = {
  changed: null,
  gone: stale,
  last: 'hour-last',
}

const hourOf = '((?:[01]\\d|2[0-3])[0-5]\\d)'

export const hourButtons: readonly Button[] = [
  opens(new RegExp(`^set:hour:${hourOf}$`), showHour),
  {
    pattern: new RegExp(`^set:hour:${hourOf}:(own|usual)$`),
    async handle(ctx, services) {
      const [, digits = '', wish] = ctx.match
      const hour = hourOfDigits(digits)
      const change = await changeHour(services, ctx.subject, hour, wish === 'own' ? 'own' : 'usual')
      await redraw(ctx, services, showHour, noticeOf[change])
    },
  },
  opens(new RegExp(`^set:hourdays:${hourOf}$`), showHourDays),
  {
    pattern: new RegExp(`^set:hourdays:${hourOf}:([1-7]{1,7}|usual)$`),
    async handle(ctx, services) {
      const [, digits = '', wish = ''] = ctx.match
      const weekdays = wish === 'usual' ? null : everyDay.filter((day) => wish.includes(`${day}`))
      const change = await changeHourDays(services, ctx.subject, hourOfDigits(digits), weekdays)
      await redraw(ctx, services, showHourDays, noticeOf[change])
    },
  },
]
