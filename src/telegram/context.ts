import type { I18nFlavor } from '@grammyjs/i18n'
import type { Context } from 'grammy'
import type { ChatTopic } from '../domain/subscription.ts'

/**
 * The chat or topic whose digest an update is about: mostly its own, or a channel named in a private chat.
 */
export type Subject = ChatTopic & {
  /** What it is called where it is spoken of in another chat. */
  channel?: { title: string; name: string }
  /** The hour whose own paper a button is about. */
  hour?: Temporal.PlainTime
}

/** The context of one update, with the translations for its sender. */
export type CourantContext = Context &
  I18nFlavor & {
    subject: Subject
    /** Whether what answers it is seen by its sender alone. */
    isEphemeral: boolean
    /** The language that the translations are in. */
    language: string
  }
