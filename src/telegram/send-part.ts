import { type Api, GrammyError } from 'grammy'
import type { SendOutcome, SendPart } from '../delivery/send.ts'
import { describeError } from '../domain/describe-error.ts'
import type { Translate } from '../domain/translate.ts'
import { partOptions } from './say.ts'

/** Sends parts through the Bot API and says what Telegram's answer means for the delivery. */
export function createSendPart(api: Api, t: Translate): SendPart {
  return async (chatId, part, { threadId, silent }) => {
    try {
      const message = await api.sendMessage(chatId, part.html, {
        ...partOptions(part, t),
        disable_notification: silent,
        ...(threadId !== null && { message_thread_id: threadId }),
      })
      return { kind: 'sent', messageId: message.message_id }
    } catch (error) {
      return readFailure(error)
    }
  }
}

/** The texts stand in Telegram's own server (tdlib/telegram-bot-api, Client.cpp). */
function readFailure(error: unknown): SendOutcome {
  if (!(error instanceof GrammyError)) return { kind: 'unclear', reason: describeError(error) }
  const { error_code: code, description: reason, parameters } = error
  if (code === 429) return { kind: 'paused', seconds: parameters.retry_after ?? 5 }
  if (code === 403 || /chat not found/.test(reason)) return { kind: 'chat-gone', reason }
  if (code >= 500) return { kind: 'unclear', reason }
  return { kind: 'refused', reason }
}
