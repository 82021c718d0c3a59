import type { Filter, NextFunction } from 'grammy'
import type { CourantContext } from '../context.ts'

type Written = Filter<CourantContext, 'message'>

/**
 * Passes over what somebody sends by an inline query to this bot. Of all else it passes on only what a person wrote to the bot themselves, and no command that was forwarded, that a
 * bot wrote in their name, or that a group repeats from a channel. What else comes in a private chat is
 * `answer`ed; bots are not, or two of them would never stop. A person who writes as a chat looks like a
 * bot, but has a sender chat.
 */
export function onlyFirstHand(
  answer: (ctx: Written) => Promise<void>,
): (ctx: Written, next: NextFunction) => Promise<void> {
  return async (ctx, next) => {
    const { message } = ctx
    if (message.via_bot?.id === ctx.me.id) return
    const isRepeated = message.forward_origin !== undefined || message.is_automatic_forward === true
    const isWrittenFor =
      message.via_bot !== undefined ||
      message.sender_business_bot !== undefined ||
      message.business_connection_id !== undefined
    const isBot = message.from?.is_bot === true && message.sender_chat === undefined
    if (!isRepeated && !isWrittenFor && !isBot) return next()
    if (ctx.chat.type === 'private' && !isBot) await answer(ctx)
  }
}

/** Whether a pressed button belongs to a message of the bot's own that can still be read. */
export function isUnderOwnMessage(ctx: Filter<CourantContext, 'callback_query'>): boolean {
  const { message } = ctx.callbackQuery
  // https://core.telegram.org/bots/api#inaccessiblemessage
  if (!message || message.date === 0) return false
  if ('business_connection_id' in message) return false
  const isOfChannel = 'sender_chat' in message && message.sender_chat?.id === message.chat.id
  return isOfChannel ? message.chat.type === 'channel' : Object(message).from?.id === ctx.me.id
}
