import { GrammyError, type MiddlewareFn } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { CourantContext } from './context.ts'
import { speak } from './language.ts'
import type { Services } from './services.ts'
import { isInGroup } from './subject.ts'

/**
 * Answers with ephemeral messages, which the asker alone sees in the group, what came as one: a command
 * that its menu marks so, or a press under one. All else is answered for all, as nothing tells whether
 * an app can show them. Telegram takes such an answer for 15 seconds
 * (https://core.telegram.org/bots/api#ephemeral-messages-and-commands).
 */
export const answerEphemerally: MiddlewareFn<CourantContext> = async (ctx, next) => {
  const id = ephemeralId(ctx)
  const { from, chat, callbackQuery: press } = ctx
  ctx.isEphemeral = id !== null
  if (id !== null && from) {
    const to = { receiver_user_id: from.id, ...(press && { callback_query_id: press.id }) }
    const reply = press ? {} : { reply_parameters: { ephemeral_message_id: id } }
    ctx.api.config.use(async (call, method, payload, signal) => {
      const isAnswer = method === 'sendMessage' && Object(payload).chat_id === chat?.id
      if (!isAnswer || !ctx.isEphemeral) return call(method, payload, signal)
      const alone = { ...payload, ...reply, ephemeral_message_parameters: to }
      const outcome = await call(method, alone, signal)
      if (!outcome.ok && outcome.error_code === 400) throw new NotTakenError(outcome.description)
      return outcome
    })
  }
  await next()
}

/** Thrown where Telegram does not take an ephemeral answer. */
class NotTakenError extends Error {
  override name = 'NotTakenError'
}

/** The number of the ephemeral message that came, or whose button was pressed; null for any other. */
export function ephemeralId(ctx: Pick<CourantContext, 'chat' | 'msg'>): number | null {
  return isInGroup(ctx) ? (ctx.msg?.ephemeral_message_id ?? null) : null
}

/**
 * Answers; where Telegram does not take that as an ephemeral answer, answers for all. What only shows
 * something can be run twice; anything else is given another answer for all.
 */
export async function orForAll(
  ctx: CourantContext,
  services: Services,
  answer: () => Promise<void>,
  forAll = answer,
): Promise<void> {
  try {
    await answer()
  } catch (error) {
    if (!(error instanceof NotTakenError)) throw error
    await speakToAll(ctx, services)
    await forAll()
  }
}

/** Answers for all in the group from now on, in its language. */
export async function speakToAll(ctx: CourantContext, services: Services): Promise<void> {
  if (!ctx.isEphemeral) return
  ctx.isEphemeral = false
  await speak(ctx, services)
}

type Shown = { parse_mode: 'HTML'; reply_markup: InlineKeyboardMarkup }

/** Edits the ephemeral message of a pressed button; where that is refused, another takes its place. */
export async function editEphemeral(
  ctx: CourantContext,
  id: number,
  html: string,
  options: Shown,
): Promise<void> {
  const { api, chat, from } = ctx
  if (!chat || !from) return
  const place = [chat.id, from.id, id] as const
  try {
    await api.editEphemeralMessageText(...place, html, options)
  } catch (error) {
    if (!isRefused(error)) throw error
    if (error.description.includes('message is not modified')) return
    // Telegram has refused texts of over 1024 characters (https://github.com/tdlib/telegram-bot-api/issues/881).
    await ctx.reply(html, options)
    await api.deleteEphemeralMessage(...place).catch(() => {})
  }
}

/** Changes the buttons alone; those that cannot be changed stay. */
export async function editEphemeralButtons(
  { api, chat, from }: CourantContext,
  id: number,
  keyboard: InlineKeyboardMarkup,
): Promise<void> {
  if (!chat || !from) return
  await api
    .editEphemeralMessageReplyMarkup(chat.id, from.id, id, { reply_markup: keyboard })
    .catch((error) => {
      if (!isRefused(error)) throw error
    })
}

function isRefused(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 400
}
