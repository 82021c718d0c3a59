import type { MessagePart } from '../domain/delivery.ts'

/** What came of sending one message. `reason` is a sentence for admins. */
export type SendOutcome =
  | { kind: 'sent'; messageId: number }
  /** The chat is gone for good: blocked, deleted, or never there. */
  | { kind: 'chat-gone'; reason: string }
  /** Telegram asks for a pause of the whole bot. */
  | { kind: 'paused'; seconds: number }
  /** Telegram will never take this message. */
  | { kind: 'refused'; reason: string }
  /** The network or Telegram failed: whether it was sent is not known. */
  | { kind: 'unclear'; reason: string }

/** Where in the chat, and whether without a sound. */
export type SendOptions = { threadId: number | null; silent: boolean }

/** Sends one part to a chat. Never throws. */
export type SendPart = (
  chatId: number,
  part: MessagePart,
  options: SendOptions,
) => Promise<SendOutcome>

const firstPauseSeconds = 5
const longestPauseSeconds = 15 * 60

/** How long a part rests after so many failed attempts: 5 seconds, doubling up to 15 minutes. */
export function pauseBeforeRetry(attempts: number): Temporal.Duration {
  const seconds = Math.min(firstPauseSeconds * 2 ** attempts, longestPauseSeconds)
  return Temporal.Duration.from({ seconds })
}
