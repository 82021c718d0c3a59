import pLimit from 'p-limit'
import type { Search, SearchRequest } from '../domain/search.ts'
import type { ScheduleDefaults } from '../domain/subscription.ts'
import type { TranslateInto } from '../domain/translate.ts'
import type { Log } from '../lib/log.ts'
import type { Checkpoints } from '../store/dialect.ts'
import { forgetSentEditions } from '../store/forget-editions.ts'
import { releaseAllParts } from '../store/outbox.ts'
import type { Database } from '../store/tables.ts'
import type { Pace } from './pace.ts'
import { planAlerts } from './plan-alerts.ts'
import { mergeMissedDigests, planDueDigests } from './plan-digests.ts'
import type { SendPart } from './send.ts'
import { startSender } from './sender.ts'
import { createWindow } from './window.ts'

export type Deliverer = {
  /** Plans what is due and what is told at once, and has it sent; forgets the editions that have been. One call waits for another. */
  deliver(): Promise<void>
  /** The same once something is done, during which nothing is planned. */
  deliverAfter(work: () => Promise<void>): Promise<void>
  /** Settles when the signal has ended it and all is recorded; rejects when the token is refused. */
  ended: Promise<void>
}

/** The way to Telegram. */
export type Outgoing = {
  send: SendPart
  /** Whether Telegram answers. */
  probe(): Promise<boolean>
  /** Tells the admins of a chat that its topic is gone. */
  notifyTopicGone(chatId: number): Promise<void>
}

export type Delivering = {
  db: Database
  translateInto: TranslateInto
  now: () => Temporal.Instant
  log: Log
  signal: AbortSignal
  telegram: Outgoing
  pace: Pace
  botName?: () => string | null
  /** Looks in the archive for what followed searches find. */
  findArticles?: (request: SearchRequest) => Promise<Search>
  catchUpHours: number
  messagesPerSecond: number
  /** What stands in for a chat's zone and times that cannot be read. */
  defaults: ScheduleDefaults
  checkpoints?: Checkpoints
}

/** Starts what brings digests to chats; goes on with what an earlier run left unsent. */
export async function startDeliverer(delivering: Delivering): Promise<Deliverer> {
  const { db, translateInto, now, log, signal, telegram, pace, botName } = delivering
  const { catchUpHours, messagesPerSecond, defaults, findArticles, checkpoints } = delivering
  const planning = () => ({
    ...{ db, translateInto, log, now: now(), catchUpHours, defaults, checkpoints },
    botName: botName?.() ?? null,
    ...(findArticles && { findArticles }),
  })
  await releaseAllParts(db)
  await mergeMissedDigests(planning())
  const sender = startSender({
    db,
    now,
    log,
    signal,
    pace,
    ...telegram,
    window: createWindow(messagesPerSecond),
  })
  const deliver = async () => {
    const planned = await planDueDigests({ ...planning(), onPlanned: sender.wake })
    if (planned > 0) log.info({ planned }, 'digests planned')
    const alerts = await planAlerts(planning())
    if (alerts > 0) log.info({ alerts }, 'alerts planned')
    sender.wake()
    await forgetSentEditions(db)
  }
  // An edition that is composed has no delivery yet: it may not be forgotten meanwhile.
  const oneAtATime = pLimit(1)
  return {
    deliver: () => oneAtATime(deliver),
    deliverAfter: (work) => oneAtATime(() => work().then(deliver)),
    ended: sender.ended,
  }
}
