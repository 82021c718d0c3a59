import { setTimeout as sleep } from 'node:timers/promises'
import { pauseBeforeRetry, type SendPart } from '../delivery/send.ts'
import type { PlannedPart } from '../domain/delivery.ts'
import { isSilent } from '../domain/subscription.ts'
import type { Log } from '../log.ts'
import {
  partsToSend,
  recordDeliveryFailed,
  recordPartDelayed,
  recordPartSent,
} from '../store/deliveries.ts'
import { endSubscription } from '../store/subscriptions.ts'
import type { Database } from '../store/tables.ts'

export type Sending = {
  db: Database
  send: SendPart
  now: () => Temporal.Instant
  log: Log
  /** Ends the run after the parts in flight. */
  signal: AbortSignal
}

/** How many messages may be on their way at once: what a crash can at most send twice. */
export const partsInFlight = 10

/**
 * Sends every part that is planned and due, digest by digest in order, and records each as soon as
 * Telegram has answered. Gives the number of parts sent. A chat that fails costs only itself.
 */
export async function sendPlanned(parts: Sending): Promise<number> {
  let sent = 0
  while (!parts.signal.aborted) {
    const due = await partsToSend(parts.db, parts.now(), partsInFlight)
    if (due.length === 0) break
    const pauses = await Promise.all(
      due.map(async (part) => {
        const outcome = await sendOne(parts, part)
        if (outcome.kind === 'sent') sent++
        return outcome.kind === 'paused' ? outcome.seconds : 0
      }),
    )
    const pauseMs = Math.max(...pauses) * 1000
    if (pauseMs > 0) await sleep(pauseMs, undefined, { signal: parts.signal }).catch(() => {})
  }
  return sent
}

async function sendOne({ db, send, now, log }: Sending, part: PlannedPart) {
  const { threadId } = part
  const outcome = await send(part.chatId, part, { threadId, silent: isSilent(part, now()) })
  const ids = { delivery: part.deliveryId, part: part.seq }
  switch (outcome.kind) {
    case 'sent':
      await recordPartSent(db, part, { messageId: outcome.messageId, at: now() })
      break
    case 'chat-gone':
      await recordDeliveryFailed(db, part.deliveryId, outcome.reason)
      await endSubscription(db, part.chatId, outcome.reason, now())
      log.info({ ...ids, reason: outcome.reason }, 'subscription ended')
      break
    case 'refused':
      await recordDeliveryFailed(db, part.deliveryId, outcome.reason)
      log.error({ ...ids, reason: outcome.reason }, 'message refused')
      break
    case 'paused':
      await recordPartDelayed(db, part, now().add({ seconds: outcome.seconds }))
      log.warn({ ...ids, seconds: outcome.seconds }, 'Telegram asks for a pause')
      break
    case 'unclear':
      await recordPartDelayed(db, part, now().add(pauseBeforeRetry(part.attempts)))
      log.warn({ ...ids, reason: outcome.reason }, 'message not sent, will be tried again')
  }
  return outcome
}
