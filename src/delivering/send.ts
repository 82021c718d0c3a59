import type { MessagePart } from '../domain/delivery.ts'
import type { Reason } from '../domain/reason.ts'

/** What came of sending one message. */
export type SendOutcome =
  | { kind: 'sent'; messageId: number }
  /** The chat is gone: blocked, deleted, left, never there, or the bot may not write in it. */
  | { kind: 'chat-gone'; reason: Reason }
  /** The group has become a supergroup with this number. */
  | { kind: 'chat-moved'; chatId: number }
  /** The topic is closed or deleted; the chat is there. */
  | { kind: 'topic-gone'; reason: Reason }
  /** Telegram cannot read our HTML: a bug of ours. */
  | { kind: 'unreadable'; reason: Reason }
  /** Telegram will never take this message. */
  | { kind: 'refused'; reason: Reason }
  /** Telegram asks for a pause of the whole bot. */
  | { kind: 'paused'; seconds: number }
  /** The token is worth nothing any more. */
  | { kind: 'unauthorised' }
  /** Telegram could not be reached, or failed: the message was not sent. */
  | { kind: 'unreachable'; reason: Reason }
  /** The request went out and no answer came: whether the message was sent is not known. */
  | { kind: 'unclear'; reason: Reason }

/** Where in the chat, in which language its buttons are, whether without a sound, and whether as plain text. */
export type SendOptions = {
  threadId: number | null
  language: string
  silent: boolean
  plain?: boolean
}

/** Sends one part to a chat. Never throws. */
export type SendPart = (
  chatId: number,
  part: MessagePart,
  options: SendOptions,
) => Promise<SendOutcome>
