import { InlineKeyboard } from 'grammy'
import { digitsOfHour, hourOfDigits, nameOfHour } from '../../../domain/own-hours.ts'
import type { Subscription } from '../../../domain/subscription.ts'
import { changeHour, listOwnHours } from '../../../serving/own-hours.ts'
import { listSections } from '../../../serving/papers.ts'
import type { Button } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { words } from '../../say.ts'
import type { Services } from '../../services.ts'
import { aboutHour } from '../../subject.ts'
import { choiceLines, overview } from './overview.ts'
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
  const own = (await listOwnHours(services, subscription)).find(({ time }) => time.equals(hour))
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
    .text(ctx.t('settings-button-length'), aboutHour(hour, 'set:length'))
    .text(ctx.t('settings-button-pictures'), aboutHour(hour, 'set:pictures'))
  const lines = choiceLines(ctx, own.paper, await listSections(services))
  const html = [words(ctx, 'hour-page-own', { time }), '', ...lines].join('\n')
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

const hourOf = '((?:[01]\\d|2[0-3])[0-5]\\d)'

export const hourButtons: readonly Button[] = [
  opens(new RegExp(`^set:hour:${hourOf}$`), showHour),
  {
    pattern: new RegExp(`^set:hour:${hourOf}:(own|usual)$`),
    async handle(ctx, services) {
      const [, digits = '', wish] = ctx.match
      const hour = hourOfDigits(digits)
      const change = await changeHour(services, ctx.subject, hour, wish === 'own' ? 'own' : 'usual')
      const notices = { changed: null, gone: stale, last: 'hour-last' }
      await redraw(ctx, services, showHour, notices[change])
    },
  },
]
