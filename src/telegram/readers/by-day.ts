import { InlineKeyboard } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import { dayInWords, shortDay } from '../../domain/calendar.ts'
import {
  type DayRequest,
  dayRequestPattern,
  decodeDayRequest,
  encodeDayRequest,
} from '../../domain/day-request.ts'
import { type DayPage, dayPage, readDayRequest } from '../../serving/by-day.ts'
import { oneLine } from '../../text/controls.ts'
import type { Button } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired } from '../presses.ts'
import { asHtml, editInPlace, say, words } from '../say.ts'
import type { Services } from '../services.ts'
import { ownSubject } from '../subject.ts'
import { stanceButtons } from './stance-buttons.ts'

/** Shows the news that somebody asks for in words: of a day, a section, a feed or a columnist. */
export async function showDay(
  ctx: CourantContext,
  services: Services,
  input: string,
): Promise<void> {
  const answer = await readDayRequest(services, ownSubject(ctx), input, ctx.t)
  if (answer.kind === 'unknown' || answer.kind === 'gone') {
    return say(ctx, 'latest-words', { input })
  }
  if (answer.kind === 'which') {
    const rows = answer.choices.map(({ name, request }) => [
      InlineKeyboard.text(oneLine(name, 60), encodeDayRequest(request)),
    ])
    return say(ctx, 'latest-which', { input, more: answer.more }, new InlineKeyboard(rows))
  }
  await sendDay(ctx, services, answer)
}

type ShownDay = Exclude<DayPage, { kind: 'gone' }>

/** Sends a page of a day's news, with the buttons that go on from it. */
export async function sendDay(
  ctx: CourantContext,
  services: Services,
  page: ShownDay,
): Promise<void> {
  const { html, keyboard } = await layOut(ctx, services, page)
  await ctx.reply(html, { ...asHtml, reply_markup: keyboard })
}

/** Goes on to another day, or further down in this one, in place. */
export const dayButton: Button = {
  pattern: dayRequestPattern,
  async handle(ctx, services) {
    const request = decodeDayRequest(ctx.callbackQuery.data)
    // Nobody asks in a channel, and its messages are its own.
    if (!request || ctx.chat?.type === 'channel') return expired(ctx)
    const topic = ownSubject(ctx)
    const page = await dayPage(services, topic, request, ctx.t)
    const isGone = page.kind === 'gone'
    await ctx.answerCallbackQuery(isGone ? { text: ctx.t('day-gone'), show_alert: true } : {})
    // What it was of is there no more: all of that day is.
    const shown = isGone
      ? await dayPage(services, topic, { ...request, offset: 0, filter: null }, ctx.t)
      : page
    if (shown.kind === 'gone') return
    const { html, keyboard } = await layOut(ctx, services, shown)
    await editInPlace(ctx, html, keyboard)
  },
}

async function layOut(
  ctx: CourantContext,
  services: Services,
  page: ShownDay,
): Promise<{ html: string; keyboard: InlineKeyboard }> {
  const { request, neighbours } = page
  const { before, after } = neighbours
  const labelOf = (day: Temporal.PlainDate) => shortDay(day, ctx.t('date-locale'))
  const button = (label: string, change: Partial<DayRequest>) =>
    InlineKeyboard.text(label, encodeDayRequest({ ...request, offset: 0, upTo: null, ...change }))
  const rows: InlineKeyboardButton[][] = [
    [
      ...(before ? [button(`‹ ${labelOf(before)}`, { date: before })] : []),
      ...(after ? [button(`${labelOf(after)} ›`, { date: after })] : []),
    ],
  ]
  const { filter } = request
  if (filter?.kind === 'columnist') {
    rows.unshift(await stanceButtons(ctx, services, 'columnist', [filter.id]))
  }
  if (page.kind === 'empty') {
    const values = { day: dayInWords(request.date, ctx.t('date-locale')) }
    const html = page.of
      ? words(ctx, 'day-none-of', { ...values, of: page.of })
      : words(ctx, 'day-none', values)
    const nearest = (before ?? after) ? words(ctx, 'day-nearest') : ''
    return { html: [html, nearest].filter(Boolean).join(' '), keyboard: keyboardOf(rows) }
  }
  rows.push([
    ...(request.offset > 0 ? [button(ctx.t('day-first'), {})] : []),
    ...(page.next ? [button(ctx.t('day-more', { rest: page.next.rest }), page.next.request)] : []),
  ])
  return { html: page.html, keyboard: keyboardOf(rows) }
}

function keyboardOf(rows: InlineKeyboardButton[][]): InlineKeyboard {
  return new InlineKeyboard(rows.filter((row) => row.length > 0))
}
