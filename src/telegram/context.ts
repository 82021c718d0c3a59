import type { I18nFlavor } from '@grammyjs/i18n'
import type { Context } from 'grammy'

/** One update on its way through the bot, with the words of its sender's language. */
export type CourantContext = Context & I18nFlavor
