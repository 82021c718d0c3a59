import type { CourantContext } from './context.ts'
import { asHtml, foreign } from './say.ts'

/**
 * Asks for words by a forced reply. The question is known again by its own words, so these bear no marks.
 * Its last line names the chat that it is about, or in a group, after a press, whom it asks.
 */
export async function ask(ctx: CourantContext, key: string): Promise<void> {
  const { callbackQuery, from, msg, chat } = ctx
  // An ephemeral message, which bears 0, is replied to in another way, or not at all.
  const asked = callbackQuery ? 0 : (msg?.message_id ?? 0)
  const isToOne = callbackQuery && from && chat?.type !== 'private'
  // https://core.telegram.org/bots/api#forcereply: selective ones are for those who are mentioned.
  const mention = isToOne
    ? `\n<a href="tg://user?id=${from.id}">${foreign(from.first_name, 60)}</a>`
    : ''
  await ctx.reply(ctx.t(key) + (about(ctx) || mention), {
    ...asHtml,
    reply_markup: { force_reply: true, selective: chat?.type !== 'private' },
    ...(asked !== 0 && {
      reply_parameters: { message_id: asked, allow_sending_without_reply: true },
    }),
  })
}

const beforeName = ' · '

function about({ subject: { channel } }: CourantContext): string {
  return channel ? `\n${foreign(channel.title, 60)}${beforeName}${channel.name}` : ''
}

/**
 * What somebody answers to a question of the bot's, after the name of the chat that the question is
 * about; null where the message is no answer to it.
 */
export function readAnswer(ctx: CourantContext, key: string): string | null {
  const { text, chat, reply_to_message: asked } = ctx.message ?? {}
  if (text === undefined || asked?.from?.id !== ctx.me.id) return null
  const question = ctx.t(key)
  if (asked.text === question) return text
  if (!asked.text?.startsWith(`${question}\n`)) return null
  // In a group the last line holds a name that somebody has chosen.
  return chat?.type === 'private' ? `${asked.text.split(beforeName).at(-1)} ${text}` : text
}
