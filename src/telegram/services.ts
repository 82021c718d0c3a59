import type { Pace } from '../delivering/pace.ts'
import type { Editing } from '../editing/editing.ts'
import type { Serving } from '../serving/serving.ts'

/** What the commands work with. */
export type Services = Serving &
  Editing & {
    /** The bot is to stop. */
    signal: AbortSignal
    /** Keeps to Telegram's limits; shared with what sends digests. */
    pace: Pace
    /** Telegram's user numbers of the admins. */
    admins: ReadonlySet<number>
    /** Goes on with work that would keep its chat waiting; a stop waits for it. */
    background: (work: Promise<unknown>) => void
  }
