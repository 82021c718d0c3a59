import { GrammyError, InlineKeyboard } from 'grammy'
import { verbatim } from '../digests/telegram/markup.ts'
import { type Block, layOutMessages } from '../digests/telegram/split.ts'
import { oneLine } from '../text/controls.ts'
import type { CourantContext } from './context.ts'

type Values = Record<string, string | number>

/** No value makes an answer longer than a message: what somebody typed can be as long as one. */
const longestValue = 300

/** Words of the locales with foreign values cut short and escaped for Telegram's HTML. */
export function words(ctx: CourantContext, key: string, values: Values = {}): string {
  const escaped = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? foreign(value) : value,
  ])
  return ctx.t(key, Object.fromEntries(escaped))
}

/** A foreign value as it may stand in an answer. */
export function foreign(value: string): string {
  return verbatim(oneLine(value, longestValue)).html
}

/** How every message of the bot is sent: as HTML, and without a preview of the first link. */
export const asHtml = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const

/** Answers with words of the locales. */
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

/** The longest list, in messages: each is a call to Telegram, one a second in a chat. */
const mostMessages = 10

/** Answers with a list, in as many messages as it takes; says how much of a longer one is left. */
export async function sayList(ctx: CourantContext, blocks: readonly Block[]): Promise<void> {
  const shown = layOutMessages(blocks).messages.slice(0, mostMessages)
  for (const { html } of shown) await ctx.reply(html, asHtml)
  const left = blocks.length - 1 - (shown.at(-1)?.blocks.at(-1) ?? -1)
  if (shown.length === mostMessages && left > 0) await say(ctx, 'list-more', { count: left })
}

/** Edits the message under a pressed button; one that reads the same already is left alone. */
export async function editInPlace(
  ctx: CourantContext,
  html: string,
  keyboard = new InlineKeyboard(),
): Promise<void> {
  await ctx.editMessageText(html, { ...asHtml, reply_markup: keyboard }).catch(unlessUnchanged)
}

/** Takes the buttons from the message under a pressed one, if it still has any. */
export async function removeButtons(ctx: CourantContext): Promise<void> {
  await ctx.editMessageReplyMarkup({ reply_markup: new InlineKeyboard() }).catch(unlessUnchanged)
}

function unlessUnchanged(error: unknown): void {
  const isUnchanged =
    error instanceof GrammyError && error.description.includes('message is not modified')
  if (!isUnchanged) throw error
}
