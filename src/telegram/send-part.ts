import type { Api } from 'grammy'
import type { SendPart } from '../delivering/send.ts'
import { plainHtml } from '../digests/telegram/plain-html.ts'
import type { TranslateInto } from '../domain/translate.ts'
import { partOptions } from './readers/more-news.ts'
import { readFailure } from './send-failure.ts'

/** Sends parts through the Bot API; with `paid`, above the free rate, for Telegram Stars. */
export function createSendPart(
  api: Api,
  translateInto: TranslateInto,
  { paid = false } = {},
): SendPart {
  return async (chatId, part, { threadId, language, silent, plain = false }) => {
    const { parse_mode, ...options } = partOptions(part, translateInto(language))
    try {
      const text = plain ? plainHtml(part.html) : part.html
      const message = await api.sendMessage(chatId, text, {
        ...options,
        ...(!plain && { parse_mode }),
        disable_notification: silent,
        ...(threadId !== null && { message_thread_id: threadId }),
        ...(paid && { allow_paid_broadcast: true }),
      })
      return { kind: 'sent', messageId: message.message_id }
    } catch (error) {
      return readFailure(error)
    }
  }
}
