import { InlineKeyboard } from 'grammy'
import { digitsOfHour, nameOfHour } from '../../../domain/own-hours.ts'
import type { Mutes, Paper, Sources } from '../../../domain/paper.ts'
import { nextDigestAt } from '../../../domain/slot.ts'
import { isPaused, type Subscription } from '../../../domain/subscription.ts'
import { localTime } from '../../../i18n/local-time.ts'
import { scheduleWords, shortWeekday } from '../../../i18n/schedule-words.ts'
import { ownHoursIn } from '../../../serving/own-hours.ts'
import { listSections, type Section } from '../../../serving/papers.ts'
import type { CourantContext } from '../../context.ts'
import { words } from '../../say.ts'
import type { Services } from '../../services.ts'
import { hasChats } from './chats.ts'
import { languageName } from './language-name.ts'
import { writtenIn } from './language-page.ts'
import type { Page } from './page.ts'

/** The first page of the panel: every wish in words, and the ways to change them. */
export async function overview(
  ctx: CourantContext,
  services: Services,
  subscription: Subscription,
): Promise<Page> {
  const sections = await listSections(services)
  const html = [
    words(ctx, 'settings-title'),
    '',
    ...scheduleLines(ctx, subscription, services.now()),
    words(ctx, 'settings-language', {
      language: languageName(ctx, await writtenIn(ctx, services)),
    }),
    ...paperLines(ctx, subscription.paper, sections),
    ...ownHoursIn(subscription).map(({ time, weekdays, paper }) =>
      words(ctx, 'settings-hour', {
        time: nameOfHour(time),
        days: daysInWords(ctx, weekdays),
        what: broughtWords(ctx, paper, sections),
      }),
    ),
  ].join('\n')
  const keyboard = waysOn(ctx, subscription)
  if (await hasChats(ctx, services))
    keyboard.row().text(ctx.t('settings-button-chats'), 'set:chats')
  return { html, keyboard }
}

function scheduleLines(
  ctx: CourantContext,
  subscription: Subscription,
  now: Temporal.Instant,
): string[] {
  const { zone, pausedUntil, quietNote, silence } = subscription
  const isHeld = pausedUntil && isPaused(subscription, now)
  return [
    words(ctx, 'settings-comes', { ...scheduleWords(subscription, ctx.t) }),
    words(ctx, 'settings-next', { next: localTime(nextDigestAt(subscription), zone, ctx.t) }),
    ...(isHeld
      ? [words(ctx, 'settings-paused', { until: localTime(pausedUntil, zone, ctx.t) })]
      : []),
    words(ctx, `settings-silent-${silence}`),
    words(ctx, quietNote ? 'settings-quiet-on' : 'settings-quiet-off'),
  ]
}

/** The weekdays of an hour; `none` where they are those of all hours. */
export function daysInWords(ctx: CourantContext, weekdays: readonly number[] | null): string {
  return weekdays?.map((day) => shortWeekday(day, ctx.t)).join(', ') ?? 'none'
}

function paperLines(ctx: CourantContext, paper: Paper, sections: readonly Section[]): string[] {
  const { follows } = paper
  return [
    '',
    ...choiceLines(ctx, paper, sections),
    ...listed(ctx, 'settings-muted', mutedNames(ctx, paper.mutes)),
    ...(follows.length > 0 ? [words(ctx, 'settings-followed', { count: follows.length })] : []),
  ]
}

function listed(ctx: CourantContext, key: string, names: readonly string[]): string[] {
  return names.length > 0 ? [words(ctx, key, { names: someOf(ctx, names) })] : []
}

/** What a paper chooses of the news, which each hour may do for itself. */
export function choiceLines(
  ctx: CourantContext,
  paper: Paper,
  sections: readonly Section[],
): string[] {
  const { more, less, languagesOff, kinds, length, pictures } = paper
  const list = (key: string, names: readonly string[]) => listed(ctx, key, names)
  return [
    words(ctx, 'settings-brings', { what: broughtWords(ctx, paper, sections) }),
    words(ctx, `settings-kinds-${kinds}`),
    ...list('settings-more', namesOf(ctx, more, sections)),
    ...list('settings-less', namesOf(ctx, less, sections)),
    ...list('settings-capped', cappedNames(ctx, paper, sections)),
    ...list(
      'settings-languages-off',
      languagesOff.map((code) => languageName(ctx, code)),
    ),
    ...(paper.translated ? [words(ctx, 'settings-translated')] : []),
    typeof length === 'number'
      ? words(ctx, 'settings-length-minutes', { minutes: length })
      : words(ctx, `settings-length-${length}`),
    words(ctx, `settings-pictures-${pictures}`),
  ]
}

function broughtWords(ctx: CourantContext, { off }: Paper, sections: readonly Section[]): string {
  const isOff = ({ name }: Section) => off.sections.includes(name)
  const [out, on] = [sections.filter(isOff), sections.filter((section) => !isOff(section))]
  const names = (some: readonly Section[]) =>
    someOf(
      ctx,
      some.map(({ name }) => sectionName(ctx, name)),
    )
  const feeds = new Set(
    on
      .flatMap((section) => section.feeds.map(({ id }) => id))
      .filter((id) => off.feeds.includes(id)),
  )
  const parts = [
    out.length === 0
      ? ctx.t('settings-brings-all')
      : on.length <= out.length
        ? names(on)
        : ctx.t('settings-brings-but', { names: names(out) }),
    ...(feeds.size > 0 ? [ctx.t('settings-brings-without', { count: feeds.size })] : []),
  ]
  return parts.join(', ')
}

function namesOf(ctx: CourantContext, chosen: Sources, sections: readonly Section[]): string[] {
  const feeds = new Map(sections.flatMap(({ feeds }) => feeds).map(({ id, title }) => [id, title]))
  return [
    ...chosen.sections
      .filter((name) => sections.some((section) => section.name === name))
      .map((name) => sectionName(ctx, name)),
    ...chosen.feeds.flatMap((id) => feeds.get(id) ?? []),
  ]
}

function cappedNames(ctx: CourantContext, { caps }: Paper, sections: readonly Section[]): string[] {
  return caps
    .filter(({ section }) => sections.some(({ name }) => name === section))
    .map(({ section, most }) => ctx.t('settings-cap', { name: sectionName(ctx, section), most }))
}

function mutedNames(ctx: CourantContext, { words: muted, columnists, stories }: Mutes): string[] {
  return [
    ...muted.map((name) => ctx.t('settings-muted-word', { name })),
    ...(columnists.length > 0 ? [ctx.t('count-columnists', { count: columnists.length })] : []),
    ...(stories.length > 0 ? [ctx.t('count-stories', { count: stories.length })] : []),
  ]
}

/** What a section is called. */
export function sectionName(ctx: CourantContext, name: string): string {
  return name === '' ? ctx.t('section-nameless') : name
}

const mostNames = 6

/** A list of names in words; of a long one only the first. */
export function someOf(ctx: CourantContext, names: readonly string[]): string {
  const list = new Intl.ListFormat(ctx.t('date-locale'), { type: 'conjunction' })
  if (names.length <= mostNames) return list.format(names)
  const count = names.length - mostNames + 1
  return list.format([...names.slice(0, mostNames - 1), ctx.t('settings-others', { count })])
}

function waysOn(ctx: CourantContext, { times }: Subscription): InlineKeyboard {
  const keyboard = new InlineKeyboard()
    .text(ctx.t('settings-button-brings'), 'set:brings:0')
    .row()
    .text(ctx.t('settings-button-time'), 'set:time')
    .text(ctx.t('settings-button-days'), 'set:days')
    .text(ctx.t('settings-button-timezone'), 'set:timezone')
    .row()
    .text(ctx.t('settings-button-silent'), 'set:silent')
    .text(ctx.t('settings-button-pause'), 'set:pause')
    .text(ctx.t('settings-button-quiet'), 'set:quiet')
    .row()
    .text(ctx.t('settings-button-length'), 'set:length')
    .text(ctx.t('settings-button-pictures'), 'set:pictures')
    .text(ctx.t('settings-button-language'), 'set:language')
    .row()
    .text(ctx.t('settings-button-muted'), 'set:muted:0')
    .text(ctx.t('settings-button-followed'), 'set:followed:0')
  for (const [i, time] of times.entries()) {
    if (times.length === 1) break
    if (i % 2 === 0) keyboard.row()
    const label = ctx.t('settings-button-hour', { time: nameOfHour(time) })
    keyboard.text(label, `set:hour:${digitsOfHour(time)}`)
  }
  return keyboard.row().text(ctx.t('settings-button-preview'), 'set:preview')
}
