import type { I18nFlavor } from '@grammyjs/i18n'
import type { Context } from 'grammy'

/** The chat whose digest an update is about: mostly its own, or a channel named in a private chat. */
export type Subject = {
  chatId: number
  /** The topic of a forum, or null. */
  threadId: number | null
  /** What it is called where it is spoken of in another chat. */
  channel?: { title: string; name: string }
}

/** The context of one update, with the translations for its sender. */
export type CourantContext = Context &
  I18nFlavor & {
    subject: Subject
    /** The language that the translations are in. */
    language: string
  }
