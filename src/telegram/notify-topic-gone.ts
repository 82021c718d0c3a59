import type { Api } from 'grammy'
import type { Translate } from '../domain/translate.ts'
import { asHtml, foreign } from './say.ts'

/** Notifies those admins of a chat whom the bot can write to that its topic is gone. */
export function createNotifyTopicGone(api: Api, t: Translate): (chatId: number) => Promise<void> {
  return async (chatId) => {
    const [chat, admins] = await Promise.all([
      api.getChat(chatId),
      api.getChatAdministrators(chatId),
    ])
    const words = t('topic-gone', { title: foreign(chat.title ?? '') })
    for (const { user } of admins) {
      // Those who never wrote to the bot cannot be reached.
      if (!user.is_bot) await api.sendMessage(user.id, words, asHtml).catch(() => {})
    }
  }
}
