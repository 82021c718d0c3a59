import { dayOf } from '../domain/calendar.ts'
import { costInMillionths, type ModelBudget, type ModelPrices } from '../domain/model-budget.ts'
import type { Log } from '../lib/log.ts'
import { reserveUsage, settleUsage } from '../store/model-usage.ts'
import type { Database } from '../store/tables.ts'
import type { AskModel } from '../summaries/model/model.ts'
import type { Reserve } from '../summaries/model/twice.ts'

/** What is needed to ask a model ahead of the next digests. */
export type AskingAhead = {
  db: Database
  ask: AskModel
  prices: ModelPrices
  /** The zone in which the days of the budget are counted. */
  zone: string
  now: () => Temporal.Instant
  log: Log
  /** Once aborted, nothing more is asked. */
  signal: AbortSignal
  /** How long to wait before a server that failed is asked again within a round. */
  pauseMs?: number
}

/** So many requests to a model are under way at once. */
export const atOnce = 2

/** Reserves in the budget of the day. */
export function reserveFrom(
  { db, prices, zone, now }: Pick<AskingAhead, 'db' | 'prices' | 'zone' | 'now'>,
  budget: ModelBudget,
): Reserve {
  return async (most) => {
    const day = dayOf(now(), zone)
    const reserved = { ...most, costMillionths: costInMillionths(most, prices) }
    if (!(await reserveUsage(db, day, reserved, budget))) return null
    return async (used) => {
      const spent = used && { ...used, costMillionths: costInMillionths(used, prices) }
      if (spent) await settleUsage(db, day, reserved, spent)
    }
  }
}
