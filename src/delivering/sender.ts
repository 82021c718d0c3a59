import { describeError } from '../lib/describe-error.ts'
import { nextAttemptAt } from '../store/outbox.ts'
import { type Sending, sendPlanned } from './send-planned.ts'
import { TokenRefusedError } from './settle-part.ts'

export type Sender = {
  /** Says that there is something new to send. */
  wake(): void
  /** Settles once it has stopped; rejects with TokenRefusedError when it has to end before. */
  ended: Promise<void>
}

/** It looks by itself this often, whatever happens. */
const longestRestMs = 60_000
const shortestRestMs = 200
/** After the database could not be read or written. */
const failureRestMs = 5000

/** Sends what is planned as it comes due, until the signal ends it. */
export function startSender(sending: Sending): Sender {
  const { db, now, log, signal } = sending
  let isAwake = false
  let wake = () => {
    isAwake = true
  }
  const rest = (durationMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, durationMs)
      wake = () => {
        isAwake = true
        clearTimeout(timer)
        resolve()
      }
      if (isAwake || signal.aborted) wake()
    })
  signal.addEventListener('abort', () => wake(), { once: true })

  const run = async () => {
    while (!signal.aborted) {
      isAwake = false
      try {
        const sent = await sendPlanned(sending)
        if (sent > 0) log.info({ sent }, 'messages sent')
        const next = await nextAttemptAt(db)
        const untilMs = next ? next.since(now()).total('milliseconds') : longestRestMs
        await rest(Math.max(shortestRestMs, Math.min(untilMs, longestRestMs)))
      } catch (error) {
        if (error instanceof TokenRefusedError) throw error
        log.error({ reason: describeError(error) }, 'sending failed, will be tried again')
        await rest(failureRestMs)
      }
    }
  }
  const ended = run()
  // Whoever asks for it may come after it has ended.
  ended.catch(() => {})
  return { wake: () => wake(), ended }
}
