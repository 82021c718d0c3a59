import { InlineKeyboard } from 'grammy'
import { clockTime, readTimesOfDay, readZone } from '../../domain/calendar.ts'
import { withValue } from '../../domain/paper.ts'
import { nextDigestAt } from '../../domain/slot.ts'
import type { Preferences, Subscription } from '../../domain/subscription.ts'
import { localTime } from '../../i18n/local-time.ts'
import { scheduleWords } from '../../i18n/schedule-words.ts'
import { listSections } from '../../serving/papers.ts'
import { activeSubscription, changePreferences } from '../../serving/preferences.ts'
import { oneLine } from '../../text/controls.ts'
import { commonZones } from '../../text/zones/find-zone.ts'
import type { Button } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired, noDigest } from '../presses.ts'
import { ask } from '../questions.ts'
import { asHtml, words } from '../say.ts'
import type { Services } from '../services.ts'
import { zonesToChoose } from './preferences/timezone.ts'
import { sectionName } from './settings/overview.ts'
import { choiceLabel, type Page, pageOf } from './settings/page.ts'
import { changes, opens, type ReadChange, redraw, type ShowPage, stale } from './settings/panel.ts'
import { shortKey } from './settings/short-key.ts'

/*
 * One message after the first news: sections, hour and zone, a tap each. What is passed over stays as it
 * is, so that the digest works after none of them.
 */

/** Sends the first step. */
export async function sendFirstMinute(
  ctx: CourantContext,
  services: Services,
  subscription: Subscription,
): Promise<void> {
  const sections = await listSections(services)
  const { html, keyboard } =
    sections.length > 1 ? whatPage(ctx, subscription) : hourPage(ctx, subscription)
  await ctx.reply(html, { ...asHtml, reply_markup: keyboard })
}

function whatPage(ctx: CourantContext, subscription: Subscription): Page {
  const keyboard = new InlineKeyboard()
    .text(ctx.t('first-everything'), 'first:all')
    .text(ctx.t('first-choose'), 'first:pick:0')
  return { html: words(ctx, 'first-what', scheduleWords(subscription, ctx.t)), keyboard }
}

/** Sections as switches: everything is on at first. */
const showPick: ShowPage = async (ctx, services, { paper }, data) => {
  const sections = await listSections(services)
  const asked = Number(data.at(-1))
  const { shown, page, addTurns } = pageOf(ctx, sections, asked, (each) => `first:pick:${each}`)
  const keyboard = new InlineKeyboard()
  for (const [i, { name }] of shown.entries()) {
    const isOn = !paper.off.sections.includes(name)
    if (i % 2 === 0) keyboard.row()
    keyboard.text(
      choiceLabel(ctx, oneLine(sectionName(ctx, name), 40), isOn),
      `first:section:${shortKey(name)}:${isOn ? 'off' : 'on'}:${page}`,
    )
  }
  addTurns(keyboard)
  keyboard.row().text(ctx.t('first-on'), 'first:hour')
  return { html: words(ctx, 'first-pick'), keyboard }
}

const readSection: ReadChange = async ([key, wish], services) => {
  const section = (await listSections(services)).find(({ name }) => shortKey(name) === key)
  if (!section) return stale
  return (paper) => ({
    ...paper,
    off: { ...paper.off, sections: withValue(paper.off.sections, section.name, wish === 'off') },
  })
}

const hours = ['07:00', '08:00', '12:00', '19:00']

function hourPage(ctx: CourantContext, { times }: Subscription): Page {
  const chosen = times.map((time) => time.toString({ smallestUnit: 'minute' }))
  const keyboard = new InlineKeyboard()
  for (const hour of hours) {
    keyboard.text(choiceLabel(ctx, hour, chosen.includes(hour)), `first:time:${hour}`)
  }
  const kept = ctx.t('first-keep', { time: chosen.join(', ') })
  keyboard.row().text(kept, 'first:zone').text(ctx.t('first-another'), 'first:another')
  return { html: words(ctx, 'first-hour'), keyboard }
}

const showHour: ShowPage = (ctx, _services, subscription) => hourPage(ctx, subscription)

const showZone: ShowPage = (ctx, services, { zone }) => ({
  html: words(ctx, 'first-zone', { clock: clockTime(services.now(), zone), zone }),
  keyboard: new InlineKeyboard()
    .text(ctx.t('first-yes'), 'first:done')
    .text(ctx.t('first-no'), 'first:zones'),
})

const showZones: ShowPage = (ctx, services) => {
  const now = services.now()
  const keyboard = zonesToChoose(ctx, commonZones(now), now, 'first:at:')
  keyboard.row().text(ctx.t('timezone-ask-button'), 'timezone:ask')
  if (ctx.chat?.type === 'private') keyboard.row().text(ctx.t('location-button'), 'timezone:where')
  keyboard.row().text(ctx.t('first-done-button'), 'first:done')
  return { html: words(ctx, 'first-zones'), keyboard }
}

const showDone: ShowPage = (ctx, _services, subscription) => ({
  html: words(ctx, 'first-done', {
    ...scheduleWords(subscription, ctx.t),
    next: localTime(nextDigestAt(subscription), subscription.zone, ctx.t),
  }),
  keyboard: new InlineKeyboard().text(ctx.t('first-settings'), 'set:'),
})

/** A button that changes the schedule and goes on to the next step. */
function chooses(
  pattern: RegExp,
  read: (input: string) => Partial<Preferences> | null,
  show: ShowPage,
): Button {
  return {
    pattern,
    async handle(ctx, services) {
      const subscription = await activeSubscription(services, ctx.subject)
      const chosen = read(ctx.match[1] ?? '')
      if (!subscription) return noDigest(ctx)
      if (!chosen) return expired(ctx)
      await changePreferences(services, subscription, chosen)
      await redraw(ctx, services, show)
    },
  }
}

function readHour(input: string): Partial<Preferences> | null {
  const times = readTimesOfDay(input)
  return times && { times }
}

function readPlace(input: string): Partial<Preferences> | null {
  const zone = readZone(input)
  return zone === null ? null : { zone }
}

export const firstMinuteButtons: readonly Button[] = [
  changes(
    /^first:all$/,
    () => (paper) => ({ ...paper, off: { ...paper.off, sections: [] } }),
    showHour,
  ),
  opens(/^first:pick:(\d{1,4})$/, showPick),
  changes(/^first:section:([\w-]{8}):(on|off):(\d{1,4})$/, readSection, showPick),
  opens(/^first:hour$/, showHour),
  chooses(/^first:time:(\d\d:\d\d)$/, readHour, showZone),
  {
    pattern: /^first:another$/,
    async handle(ctx, services) {
      await redraw(ctx, services, showZone)
      await ask(ctx, 'time-ask')
    },
  },
  opens(/^first:zone$/, showZone),
  opens(/^first:zones$/, showZones),
  chooses(/^first:at:([\w/+-]{3,40})$/, readPlace, showDone),
  opens(/^first:done$/, showDone),
]
