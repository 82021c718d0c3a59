import type { PlannedPart } from '../domain/delivery.ts'
import type { Reason } from '../domain/reason.ts'
import { isSilent, topicGone } from '../domain/subscription.ts'
import { describeError } from '../lib/describe-error.ts'
import { inBatches } from '../lib/in-batches.ts'
import type { Log } from '../lib/log.ts'
import { endDeliveries, recordDeliveryFailed } from '../store/deliveries.ts'
import { moveChat } from '../store/move-chat.ts'
import { recordPartDelayed, releaseParts } from '../store/outbox.ts'
import { recordSent } from '../store/record-sent.ts'
import { endSubscription, endSubscriptionsOfChat } from '../store/subscriptions.ts'
import type { Database } from '../store/tables.ts'
import { pauseBeforeRetry } from './backoff.ts'
import type { Outage } from './outage.ts'
import type { Pace } from './pace.ts'
import type { SendOutcome, SendPart } from './send.ts'

/** Says that Telegram does not take the bot's token any more: nothing can be sent. */
export class TokenRefusedError extends Error {
  override name = 'TokenRefusedError'
}

export type Settling = {
  db: Database
  send: SendPart
  now: () => Temporal.Instant
  log: Log
  signal: AbortSignal
  pace: Pace
  sleep: (durationMs: number) => Promise<void>
  random: () => number
  probe: () => Promise<boolean>
  notifyTopicGone: (chatId: number) => Promise<void>
}

/** How long messages in flight may still take for their answer once the bot is to stop. */
const graceMs = 4000
const mostAtOnce = 200
const longestRecordPauseMs = 5000

/** Sends a part and records what came of it; answers whether Telegram took it. */
export function createSettle(
  settling: Settling,
  outage: Outage,
): (part: PlannedPart) => Promise<boolean> {
  const { db, send, now, log, signal, pace, sleep, random, probe, notifyTopicGone } = settling
  const record = inBatches(
    (parts: Parameters<typeof recordSent>[1][number][]) => recordSent(db, parts),
    { most: mostAtOnce },
  )
  /** Parts that Telegram could not read as HTML. */
  const plain = new Set<string>()
  const waitForAnswer = endsAfterStop(signal, sleep)

  // While it cannot be recorded, it takes up one of the places in flight, so that little can repeat.
  const recordStubbornly = async (sent: Parameters<typeof record>[0]) => {
    for (let pauseMs = 250; ; pauseMs = Math.min(pauseMs * 2, longestRecordPauseMs)) {
      try {
        await record(sent)
        return
      } catch (error) {
        if (signal.aborted) throw error
        const { deliveryId: delivery, seq: part } = sent
        const reason = describeError(error)
        log.error({ delivery, part, reason }, 'message sent, but not recorded: trying again')
        await sleep(pauseMs)
      }
    }
  }
  const delay = (part: PlannedPart, unclear: boolean) => {
    const until = now().add(pauseBeforeRetry(part.attempts, random()))
    return recordPartDelayed(db, part, { until, unclear })
  }
  const giveUp = (part: PlannedPart, reason: Reason) =>
    recordDeliveryFailed(db, part.deliveryId, reason)

  return async (part) => {
    const { deliveryId, seq, chatId, threadId, language } = part
    const ids = { delivery: deliveryId, part: seq }
    const key = `${deliveryId} ${seq}`
    // What may have arrived is sent again only where an answer can be expected.
    if (part.unclear > 0 && !(await probe())) {
      outage.failed()
      await delay(part, false)
      return false
    }
    const silent = isSilent(part, now())
    const options = { threadId, language, silent, plain: plain.has(key) }
    const outcome = await waitForAnswer(send(chatId, part, options))
    if (outcome.kind === 'unreachable' || outcome.kind === 'unclear') outage.failed()
    else outage.worked()
    switch (outcome.kind) {
      case 'sent':
        await recordStubbornly({ deliveryId, seq, messageId: outcome.messageId, at: now() })
        return true
      case 'chat-gone':
        await db.transaction().execute(async (trx) => {
          await endDeliveries(trx, [deliveryId], 'failed', outcome.reason)
          await endSubscriptionsOfChat(trx, chatId, outcome.reason, now())
        })
        log.info({ ...ids, reason: outcome.reason }, 'subscription ended')
        return false
      case 'chat-moved':
        await db.transaction().execute(async (trx) => {
          await moveChat(trx, { from: chatId, to: outcome.chatId }, now())
          await releaseParts(trx, [part])
        })
        log.info(ids, 'chat moved')
        return false
      case 'topic-gone':
        if (threadId === null) {
          await giveUp(part, outcome.reason)
          return false
        }
        await db.transaction().execute(async (trx) => {
          await endDeliveries(trx, [deliveryId], 'failed', outcome.reason)
          await endSubscription(trx, { chatId, threadId }, topicGone, now())
        })
        log.info({ ...ids, reason: outcome.reason }, 'topic gone: its subscription ended')
        await notifyTopicGone(chatId).catch(() => {})
        return false
      case 'unreadable':
        log.error({ ...ids, reason: outcome.reason }, 'a bug: Telegram cannot read our HTML')
        if (options.plain) await giveUp(part, outcome.reason)
        else await releaseParts(db, [part])
        plain.add(key)
        return false
      case 'refused':
        await giveUp(part, outcome.reason)
        log.error({ ...ids, reason: outcome.reason }, 'message refused')
        return false
      case 'paused':
        pace.pause(outcome.seconds)
        await releaseParts(db, [part])
        log.warn({ ...ids, seconds: outcome.seconds }, 'Telegram asks for a pause')
        return false
      case 'unauthorised':
        await releaseParts(db, [part])
        throw new TokenRefusedError('Telegram does not take this token any more')
      case 'unreachable':
        await delay(part, false)
        log.warn({ ...ids, reason: outcome.reason }, 'message not sent, will be tried again')
        return false
      case 'unclear':
        if (part.unclear === 0) await delay(part, true)
        else await giveUp(part, { code: 'unclear-twice', reason: outcome.reason })
        log.warn({ ...ids, reason: outcome.reason }, 'message sent without an answer')
        return false
    }
  }
}

/** Stops waiting for answers a few seconds after the stop. */
function endsAfterStop(signal: AbortSignal, sleep: (durationMs: number) => Promise<void>) {
  const waiting = new Set<(outcome: SendOutcome) => void>()
  const endAll = async () => {
    await sleep(graceMs)
    for (const end of waiting) end({ kind: 'unclear', reason: { code: 'stopped-before-answer' } })
  }
  if (signal.aborted) void endAll()
  else signal.addEventListener('abort', endAll, { once: true })
  return (answer: Promise<SendOutcome>): Promise<SendOutcome> =>
    new Promise((resolve, reject) => {
      waiting.add(resolve)
      answer.then(resolve, reject).finally(() => waiting.delete(resolve))
    })
}
