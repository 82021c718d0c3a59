import type { PictureSize } from './picture.ts'
import type { Silence } from './subscription.ts'

/** The page whose picture stands with a message, above its text or below. */
export type LinkPreview = { url: string; size: PictureSize; above: boolean }

/** One message of a digest, ready to send: Telegram HTML of at most 4,096 units, and its button. */
export type MessagePart = {
  html: string
  /** The data of the buttons under the message that go on, parted by spaces; null without any. */
  more: string | null
  /** Absent or null where no picture stands with it. */
  linkPreview?: LinkPreview | null
}

/** One message of an edition, with the numbers of the articles that it holds. */
export type EditionPart = MessagePart & { articleIds: number[] }

/** A part that is planned and not sent yet. */
export type PlannedPart = MessagePart & {
  deliveryId: number
  seq: number
  chatId: number
  /** The topic of a forum, or null. */
  threadId: number | null
  /** That of its words, and so of its buttons. */
  language: string
  /** By what it is decided whether it comes without a sound. */
  silence: Silence
  zone: string
  /** How often it was tried before. */
  attempts: number
  /** How many of these attempts got no answer: it may have arrived. */
  unclear: number
}
