import type { I18nFlavor } from '@grammyjs/i18n'
import type { Context } from 'grammy'

/** Whose digest is spoken of: mostly the chat's own, or that of a channel, spoken of from afar. */
export type Subject = {
  chatId: number
  /** The topic of a forum, or null. */
  threadId: number | null
}

/** One update on its way through the bot, with the words of its sender's language. */
export type CourantContext = Context & I18nFlavor & { subject: Subject }
