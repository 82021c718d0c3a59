/** One message of a digest, ready to send: Telegram HTML of at most 4,096 units, and its button. */
export type MessagePart = {
  html: string
  /** Where `More news` under the message goes on, or null without that button. */
  more: string | null
}

/** A part that is planned and not sent yet. */
export type PlannedPart = MessagePart & {
  deliveryId: number
  seq: number
  chatId: number
  /** How often it was tried before. */
  attempts: number
}
