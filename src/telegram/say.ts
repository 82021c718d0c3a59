import { GrammyError, InlineKeyboard } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import { verbatim } from '../digests/telegram/markup.ts'
import { type Block, layOutMessages } from '../digests/telegram/split.ts'
import { nameOfHour } from '../domain/own-hours.ts'
import { oneLine } from '../text/controls.ts'
import type { CourantContext } from './context.ts'
import { editEphemeral, editEphemeralButtons, ephemeralId } from './ephemeral.ts'

type Values = Record<string, string | number>

/** Keeps an answer within one message: what somebody typed can be as long as that. */
const longestValue = 300
/** Enough to know again what one typed. */
const longestEcho = 60

/**
 * A translation with foreign values, shortened and escaped for Telegram's HTML; most of all `input`,
 * which is what somebody typed.
 */
export function words(ctx: CourantContext, key: string, values: Values = {}): string {
  const escaped = Object.entries({ ...aboutChat(ctx), ...values }).map(([name, value]) => [
    name,
    typeof value === 'string'
      ? foreign(value, name === 'input' ? longestEcho : longestValue)
      : value,
  ])
  return ctx.t(key, Object.fromEntries(escaped))
}

/**
 * Whose digest it is about: `own` that of the chat itself, or that of a channel, by its title and name; and
 * of which hour with a choice of its own, or `none`.
 */
function aboutChat({ subject }: CourantContext): Values {
  const { channel, hour: time } = subject
  const hour = time ? nameOfHour(time) : 'none'
  if (!channel) return { about: 'own', hour }
  return { about: 'channel', chat: channel.title, channel: channel.name, hour }
}

/** A foreign value as it may stand in an answer. */
export function foreign(value: string, length = longestValue): string {
  return verbatim(oneLine(value, length)).html
}

/** The options of every message of the bot: HTML, without a link preview. */
export const asHtml = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const

/** Answers with a translation. */
export async function say(
  ctx: CourantContext,
  key: string,
  values: Values = {},
  keyboard?: InlineKeyboard,
): Promise<void> {
  await ctx.reply(words(ctx, key, values), {
    ...asHtml,
    ...(keyboard && { reply_markup: keyboard }),
  })
}

/** The longest list, in messages: each is a call to Telegram, limited to one a second per chat. */
const mostMessages = 10

/**
 * Answers with a list, in as many messages as needed, the last with buttons if there are any; says how
 * much of a longer one is left out.
 */
export async function sayList(
  ctx: CourantContext,
  blocks: readonly Block[],
  keyboard?: InlineKeyboard,
): Promise<void> {
  const shown = layOutMessages(blocks).messages.slice(0, mostMessages)
  for (const [i, { html }] of shown.entries()) {
    const isLast = i === shown.length - 1
    await ctx.reply(html, { ...asHtml, ...(isLast && keyboard && { reply_markup: keyboard }) })
  }
  const left = blocks.length - 1 - (shown.at(-1)?.blocks.at(-1) ?? -1)
  if (shown.length === mostMessages && left > 0) await say(ctx, 'list-more', { count: left })
}

/** Edits the message of a pressed button; leaves it if its text is the same already. */
export async function editInPlace(
  ctx: CourantContext,
  html: string,
  keyboard = new InlineKeyboard(),
): Promise<void> {
  const options = { ...asHtml, reply_markup: keyboard }
  const id = ephemeralId(ctx)
  if (id !== null) return editEphemeral(ctx, id, html, options)
  await ctx.editMessageText(html, options).catch(unlessUnchanged)
}

/** Removes the buttons from the message of a pressed one, if it still has any. */
export async function removeButtons(ctx: CourantContext): Promise<void> {
  await showButtons(ctx, new InlineKeyboard())
}

/** Puts other buttons under the message of a pressed one. */
export async function showButtons(ctx: CourantContext, keyboard: InlineKeyboard): Promise<void> {
  const id = ephemeralId(ctx)
  if (id !== null) return editEphemeralButtons(ctx, id, keyboard)
  await ctx.editMessageReplyMarkup({ reply_markup: keyboard }).catch(unlessUnchanged)
}

/** Puts another button in the place of the pressed one, if that is still there; all others stay. */
export async function replacePressed(
  ctx: CourantContext,
  button: InlineKeyboardButton,
): Promise<void> {
  const { data = '', message } = ctx.callbackQuery ?? {}
  const isPressed = (each: string) => each === data || each.endsWith(`|${data}`)
  const buttons = (message?.reply_markup?.inline_keyboard ?? []).flat()
  if (!buttons.some((each) => 'callback_data' in each && isPressed(each.callback_data))) return
  await replaceButtons(ctx, (each) => (isPressed(each) ? button : undefined))
}

/** Puts others in the place of buttons of a pressed one's message, by their data; where none is given, it stays. */
export async function replaceButtons(
  ctx: CourantContext,
  otherFor: (data: string) => InlineKeyboardButton | undefined,
): Promise<void> {
  const { message } = ctx.callbackQuery ?? {}
  const rows = (message?.reply_markup?.inline_keyboard ?? []).map((row) =>
    row.map((each) => ('callback_data' in each ? (otherFor(each.callback_data) ?? each) : each)),
  )
  await showButtons(ctx, new InlineKeyboard(rows))
}

function unlessUnchanged(error: unknown): void {
  const isUnchanged =
    error instanceof GrammyError && error.description.includes('message is not modified')
  if (!isUnchanged) throw error
}
