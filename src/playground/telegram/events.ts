import type { Message } from 'grammy/types'

/** One message that the bot got into a chat for all who read there, whatever came of it later. */
export type SentMessage = {
  at: Temporal.Instant
  chatId: number
  messageId: number
  threadId: number | null
  silent: boolean
  /** Which of the bot's messages in this chat it is, counted from 1. */
  part: number
  text: string
  /** False when the bot was left without an answer. */
  answered: boolean
}

/**
 * What happens in a chat, for those who watch it: the browser page and tests. What has to do with an
 * ephemeral message is seen by one person only.
 */
export type WorldEvent =
  | { kind: 'message'; chatId: number; message: Message; onlyFor?: number }
  | { kind: 'edit'; chatId: number; message: Message; onlyFor?: number }
  | { kind: 'delete'; chatId: number; messageId: number }
  | { kind: 'delete'; chatId: number; ephemeralId: number; onlyFor: number }
  | { kind: 'action'; chatId: number; action: string }
  | { kind: 'commands' }

/** What the person sees after pressing an inline button: the bot's answerCallbackQuery. */
export type PressOutcome = { text?: string; showAlert: boolean; url?: string }
