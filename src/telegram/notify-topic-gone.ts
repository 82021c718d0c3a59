import type { Api } from 'grammy'
import type { Translate } from '../domain/translate.ts'
import { asHtml, foreign } from './say.ts'

/** Notifies those admins of a chat whom the bot can write to that its topic is gone. */
export function createNotifyTopicGone(
  api: Api,
  wordsFor: (personId: number) => Promise<Translate>,
): (chatId: number) => Promise<void> {
  return async (chatId) => {
    const [chat, admins] = await Promise.all([
      api.getChat(chatId),
      api.getChatAdministrators(chatId),
    ])
    const title = foreign(chat.title ?? '')
    for (const { user } of admins) {
      if (user.is_bot) continue
      const t = await wordsFor(user.id)
      const words = t('topic-gone', { title })
      // Those who never wrote to the bot cannot be reached.
      await api.sendMessage(user.id, words, asHtml).catch(() => {})
    }
  }
}
