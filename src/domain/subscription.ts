/** A chat's wishes: when its digest comes, and in which zone its days are counted. */
export type Subscription = {
  id: number
  /** Telegram's chat identifier. */
  chatId: number
  /** IANA zone. */
  zone: string
  /** Local time of the daily digest. */
  time: Temporal.PlainTime
  /** The slot that comes next. */
  nextSlotAt: Temporal.Instant
  /** What was first seen before this instant has been delivered already. */
  coveredUntil: Temporal.Instant | null
}
