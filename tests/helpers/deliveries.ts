import { planDueDigests } from '../../src/delivering/plan-digests.ts'
import type { SendOutcome } from '../../src/delivering/send.ts'
import { sendPlanned } from '../../src/delivering/send-planned.ts'
import { parseReason } from '../../src/domain/reason.ts'
import { everyDay } from '../../src/domain/schedule.ts'
import { nextSlot } from '../../src/domain/slot.ts'
import type { Preferences } from '../../src/domain/subscription.ts'
import { createI18n, createTranslateInto } from '../../src/i18n/i18n.ts'
import { reasonWords } from '../../src/i18n/reason-words.ts'
import { createLog } from '../../src/lib/log.ts'
import { saveSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { noon } from './database.ts'

const translateInto = createTranslateInto(createI18n())
const t = translateInto('en')
const log = createLog('silent')

export type Sent = { chatId: number; html: string; silent: boolean }

/** Subscribes a chat, by default to a digest at noon in UTC; its first slot is the next from `from` on. */
export function subscribe(
  db: Database,
  chatId: number,
  preferences: Partial<Preferences> = {},
  from = noon,
): ReturnType<typeof saveSubscription> {
  const times = [Temporal.PlainTime.from('12:00')]
  const schedule = { zone: 'UTC', times, weekdays: everyDay, ...preferences }
  const nextSlotAt = nextSlot(schedule, from.subtract({ minutes: 1 })).at
  return saveSubscription(db, { chatId, ...schedule, nextSlotAt }, from)
}

export function plan(db: Database, now: Temporal.Instant, catchUpHours = 6): Promise<number> {
  return planDueDigests({ db, translateInto, log, now, catchUpHours })
}

/** Sends all that is planned, and gives what arrived; `outcomeOf` decides what becomes of each part. */
export async function sendAll(
  db: Database,
  now: Temporal.Instant,
  outcomeOf: (html: string) => SendOutcome = () => ({ kind: 'sent', messageId: 1 }),
): Promise<Sent[]> {
  const sent: Sent[] = []
  const { signal } = new AbortController()
  await sendPlanned({
    db,
    now: () => now,
    log,
    signal,
    async send(chatId, { html }, { silent }) {
      const outcome = outcomeOf(html)
      if (outcome.kind === 'sent') sent.push({ chatId, html, silent })
      return outcome
    },
  })
  return sent
}

/** Plans and sends, and gives what arrived. */
export async function serve(db: Database, now: Temporal.Instant): Promise<Sent[]> {
  await plan(db, now)
  return sendAll(db, now)
}

/** What became of each slot, in the order of their names: `2024-06-14T12:00 sent`. */
export async function accounts(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('delivery').selectAll().orderBy('slot').execute()
  return rows.map(({ slot, state, reason }) =>
    [slot, state, reason && reasonWords(parseReason(reason), t)].filter(Boolean).join(' '),
  )
}
