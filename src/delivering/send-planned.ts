import type { PlannedPart } from '../domain/delivery.ts'
import type { Log } from '../lib/log.ts'
import { claimParts, releaseParts } from '../store/outbox.ts'
import type { Database } from '../store/tables.ts'
import { longestPauseSeconds } from './backoff.ts'
import { createClaimedParts } from './claimed-parts.ts'
import { createOutage } from './outage.ts'
import { createPace, type Pace } from './pace.ts'
import type { SendPart } from './send.ts'
import { createSettle } from './settle-part.ts'
import { createWindow, type Window } from './window.ts'

export type Sending = {
  db: Database
  send: SendPart
  now: () => Temporal.Instant
  log: Log
  /** Ends the run; parts in flight are waited for, and recorded. */
  signal: AbortSignal
  /** Keeps to Telegram's limits; without it nothing is limited. */
  pace?: Pace
  /** Settles after so many milliseconds. */
  sleep?: (durationMs: number) => Promise<void>
  /** Numbers from 0 up to 1. */
  random?: () => number
  /** How many messages may be on their way at once; the usual rate's, if none is given. */
  window?: Window
  /** Whether Telegram answers at all; asked for when messages fail. */
  probe?: () => Promise<boolean>
  /** Tells a chat's admins that its topic is gone. */
  notifyTopicGone?: (chatId: number) => Promise<void>
}

const usualPerSecond = 30
/** Claimed ahead: few enough for a short turn, and enough to claim a few times a second at any rate. */
const mostAhead = 100

/**
 * A crashed sender's parts come back after this. A claimed part is sent only while its lease outlasts
 * the wait for an answer.
 */
const leaseMs = 25_000
const answerMs = 12_000

const systemSleep = (durationMs: number) =>
  new Promise<void>((done) => {
    // A bot that stops does not wait for it.
    setTimeout(done, Math.ceil(durationMs)).unref()
  })

/**
 * Sends every part that is planned and due, digest by digest in order, at Telegram's pace, and records
 * each as soon as Telegram has answered. Returns the number of parts sent. A chat that fails costs only
 * itself. Throws TokenRefusedError, and what the database throws when parts cannot be claimed.
 */
export async function sendPlanned(given: Sending): Promise<number> {
  const sending = {
    pace: createPace(Number.POSITIVE_INFINITY, () => performance.now()),
    sleep: systemSleep,
    random: Math.random,
    window: createWindow(usualPerSecond),
    probe: async () => true,
    notifyTopicGone: async () => {},
    ...given,
  }
  const { db, pace, sleep, signal, now, window } = sending
  const claimed = createClaimedParts(pace)
  const inFlightParts = new Set<number>()
  const outage = createOutage(sending)
  const settle = createSettle(sending, outage)
  let sent = 0
  let failure: unknown
  let isDry = false
  let wake = () => {}
  const changed = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)

  const refill = async () => {
    const ahead = Math.min(window.size(), mostAhead)
    if (isDry || claimed.ready() >= ahead) return
    const longestPauseMs = longestPauseSeconds * 1000
    const parts = await claimParts(db, now(), { limit: ahead * 2, leaseMs, longestPauseMs })
    // After a jump of the clock a lease may look expired that is ours.
    const fresh = parts.filter(
      ({ deliveryId }) => !inFlightParts.has(deliveryId) && !claimed.has(deliveryId),
    )
    claimed.add(fresh)
    isDry = fresh.length === 0
  }
  const sendPart = async (part: PlannedPart) => {
    claimed.remove(part)
    inFlightParts.add(part.deliveryId)
    pace.takeDigest(part.chatId)
    const startedMs = pace.nowMs()
    try {
      if (await settle(part)) {
        sent++
        window.measure(pace.nowMs() - startedMs)
      }
    } catch (error) {
      failure ??= error
    }
    inFlightParts.delete(part.deliveryId)
    isDry = false
    wake()
  }
  const releaseClaimed = async () => {
    const parts = claimed.empty()
    await releaseParts(db, parts)
    isDry = false
  }

  try {
    while (!signal.aborted && failure === undefined) {
      if (outage.isStandstill()) {
        // What is in flight may end it.
        if (inFlightParts.size > 0) {
          await changed()
        } else {
          await releaseClaimed()
          await outage.wait(changed)
        }
        continue
      }
      await refill()
      const part = claimed.next(leaseMs - answerMs)
      const restMs = claimed.restMs()
      if (part && inFlightParts.size < window.size()) {
        const waitMs = pace.botWaitMs()
        if (waitMs === 0) void sendPart(part)
        else await Promise.race([sleep(waitMs), changed()])
      } else if (!part && restMs !== null) {
        await Promise.race([sleep(restMs), changed()])
      } else if (inFlightParts.size > 0) {
        await changed()
      } else if (isDry) {
        break
      }
    }
  } finally {
    while (inFlightParts.size > 0) await changed()
    signal.removeEventListener('abort', onAbort)
    await releaseClaimed().catch(() => {})
  }
  if (failure !== undefined) throw failure
  return sent
}
