import { Api, GrammyError } from 'grammy'
import type { ScheduleDefaults } from '../domain/subscription.ts'
import type { Translate } from '../domain/translate.ts'
import type { Log } from '../lib/log.ts'
import { releaseAllParts } from '../store/outbox.ts'
import type { Database } from '../store/tables.ts'
import type { BotAddress } from '../telegram/bot.ts'
import { createSendPart } from '../telegram/send-part.ts'
import { createTellTopicGone } from '../telegram/tell-topic-gone.ts'
import type { Pace } from './pace.ts'
import { mergeMissedDigests, planDueDigests } from './plan-digests.ts'
import { partsInFlight } from './send-planned.ts'
import { startSender } from './sender.ts'

export type Deliverer = {
  /** Plans what is due, and has it sent. */
  deliver(): Promise<void>
  /** Settles when the signal has ended it and all is recorded; rejects when the token is refused. */
  ended: Promise<void>
}

export type Delivering = {
  db: Database
  t: Translate
  now: () => Temporal.Instant
  log: Log
  signal: AbortSignal
  address: BotAddress
  /** The bot's own, to tell admins something. */
  api: Api
  pace: Pace
  catchUpHours: number
  messagesPerSecond: number
  /** What stands in for a chat's zone and times that cannot be read. */
  defaults: ScheduleDefaults
}

/** Within the lease of a part, and soon enough that a stop need not wait for it. */
const answerSeconds = 10
/** Beyond this rate Telegram wants to be paid (https://core.telegram.org/bots/api#paid-broadcasts). */
const freePerSecond = 30

/** Starts what brings digests to chats; goes on with what an earlier run left unsent. */
export async function startDeliverer(delivering: Delivering): Promise<Deliverer> {
  const { db, t, now, log, signal, address, api, pace } = delivering
  const { catchUpHours, messagesPerSecond, defaults } = delivering
  // Apart from the bot's, so that digests are not taken for answers, and fail sooner.
  const own = new Api(address.token, { apiRoot: address.apiRoot, timeoutSeconds: answerSeconds })
  if (address.outages) own.config.use(address.outages)
  const planning = () => ({ db, t, log, now: now(), catchUpHours, defaults })
  await releaseAllParts(db)
  await mergeMissedDigests(planning())
  const sender = startSender({
    db,
    now,
    log,
    signal,
    pace,
    send: createSendPart(own, t, { paid: messagesPerSecond > freePerSecond }),
    inFlight: Math.max(partsInFlight, Math.ceil(messagesPerSecond / 10)),
    probe: () => answers(own),
    tellTopicGone: createTellTopicGone(api, t),
  })
  return {
    async deliver() {
      const planned = await planDueDigests(planning())
      if (planned > 0) log.info({ planned }, 'digests planned')
      sender.wake()
    },
    ended: sender.ended,
  }
}

async function answers(api: Api): Promise<boolean> {
  try {
    await api.getMe()
    return true
  } catch (error) {
    return error instanceof GrammyError && error.error_code < 500
  }
}
