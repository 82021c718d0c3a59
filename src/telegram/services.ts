import type { Pace } from '../delivering/pace.ts'
import type { Translate } from '../domain/translate.ts'
import type { Editing } from '../editing/editing.ts'
import type { Serving } from '../serving/serving.ts'

/** The dependencies of commands. */
export type Services = Serving &
  Editing & {
    /** Aborted when the bot stops. */
    signal: AbortSignal
    /** Keeps to Telegram's limits; shared with the sender of digests. */
    pace: Pace
    /** The languages that the bot speaks, by their codes. */
    languages: readonly string[]
    /** The words for a person who is not the one that is answered. */
    wordsFor: (personId: number) => Promise<Translate>
    /** Whether a model is asked, which can translate. */
    hasModel: boolean
    /** Telegram's user ids of the admins. */
    admins: ReadonlySet<number>
    /** Runs work that would block its chat; a stop waits for it. */
    background: (work: Promise<unknown>) => void
  }
