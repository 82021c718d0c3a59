import type { OwnHour } from './own-hour.ts'
import type { Paper } from './paper.ts'
import type { Reason } from './reason.ts'
import type { Schedule } from './schedule.ts'

/** Whether a digest comes without a sound: between 22:00 and 07:00 local, always, or never. */
export type Silence = (typeof silences)[number]

export const silences = ['night', 'always', 'never'] as const

/** What a chat may choose. */
export type Preferences = Schedule & {
  /** No digest comes before this instant; null when not paused. */
  pausedUntil: Temporal.Instant | null
  /** Asks for a line also when nothing is new. */
  quietNote: boolean
  silence: Silence
  /** What it brings. */
  paper: Paper
  /** The code of the language that was chosen; null for what the person's own app speaks. */
  language: string | null
}

/** Why a digest ended that its reader did not want any more: nothing else brings it back. */
export const stoppedByReader: Reason = { code: 'stopped-by-reader' }

/** What has a digest of its own: a topic of a chat, or the chat itself. */
export type ChatTopic = {
  /** Telegram's chat identifier. */
  chatId: number
  /** That of the forum's topic; null for the chat itself, which in a forum is its general topic. */
  threadId: number | null
}

/** A chat apart from its topics. */
export function chatItself(chatId: number): ChatTopic {
  return { chatId, threadId: null }
}

/** Why the digest of a topic ended that is closed or deleted: it comes back by /start alone. */
export const topicGone: Reason = { code: 'topic-gone' }

/** What gets digests, and how far it has got. */
export type Subscription = Omit<Preferences, 'hours'> &
  ChatTopic & {
    id: number
    /** The slot that comes next. */
    nextSlotAt: Temporal.Instant
    /** The hours that bring papers of their own. */
    hours?: readonly OwnHour[]
    /** The articles up to this number have been delivered; null when none have. */
    coveredThrough: number | null
  }

const nightFrom = new Temporal.PlainTime(22)
const nightUntil = new Temporal.PlainTime(7)

/** Whether a message sent at this instant comes without a sound. */
export function isSilent(
  { silence, zone }: Pick<Subscription, 'silence' | 'zone'>,
  at: Temporal.Instant,
): boolean {
  if (silence !== 'night') return silence === 'always'
  const time = at.toZonedDateTimeISO(zone).toPlainTime()
  const { compare } = Temporal.PlainTime
  return compare(time, nightFrom) >= 0 || compare(time, nightUntil) < 0
}

/** Longer than any pause that can be asked for, seen from a slot of some days ago. */
const absurdPause = Temporal.Duration.from({ hours: 400 * 24 })

/** Whether digests are paused at an instant; not for years on end, by a clock that was ahead. */
export function isPaused(
  { pausedUntil }: Pick<Preferences, 'pausedUntil'>,
  at: Temporal.Instant,
): boolean {
  if (pausedUntil === null) return false
  const { compare } = Temporal.Instant
  return compare(at, pausedUntil) < 0 && compare(pausedUntil, at.add(absurdPause)) <= 0
}

/** Preferences that could no longer be read, so that defaults replaced them. */
export type ResetPreference = (typeof resetPreferences)[number]

export const resetPreferences = ['zone', 'times', 'weekdays', 'pause'] as const

/** What a digest tells at its head: a preference that was reset, or that something saved waits to be read. */
export type DigestNote = (typeof digestNotes)[number]

export const digestNotes = [...resetPreferences, 'saved'] as const

/** What stands in for the zone and the times of a chat that chose none, or whose cannot be read. */
export type ScheduleDefaults = { zone: string; time: Temporal.PlainTime }
