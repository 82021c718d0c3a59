import { dayOf } from './calendar.ts'
import type { Reason } from './reason.ts'
import type { Schedule } from './schedule.ts'
import { dateOf, furthestSlot, nextSlot, type Slot, slotAt } from './slot.ts'
import { isPaused, type Subscription } from './subscription.ts'

/** What becomes of the slots that have come. */
export type DueSlots = {
  /** The slot that is served now, if any. `late` once its local day has passed. */
  digest: { slot: Slot; isLate: boolean } | null
  skipped: { slot: Slot; reason: Reason }[]
  next: Slot
}

/** A slot planned this much later is on time: planning comes once a minute and takes a while. */
export const onTimeMinutes = 10

/** Slots missed longer ago than this are not told one by one. */
const longestMissed = Temporal.Duration.from({ hours: 14 * 24 })

/**
 * Settles the slots of a subscription up to `now`: the last one is served if it is less than
 * `catchUpHours` old, those before it merge into it; older ones merge into the next that comes. Where
 * slots bring different things by `kindOf`, the last of each kind is served, one with each call.
 * Paused ones are skipped. A slot further ahead than any schedule has comes of a clock that was ahead:
 * the next one is that after now.
 */
export function settleDueSlots(
  subscription: Schedule & Pick<Subscription, 'pausedUntil' | 'nextSlotAt'>,
  now: Temporal.Instant,
  catchUpHours: number,
  kindOf: (slot: Slot) => string = () => '',
): DueSlots {
  const { zone, nextSlotAt } = subscription
  const due: Slot[] = []
  const oldestTold = now.subtract(longestMissed)
  let slot = slotAt(nextSlotAt, zone)
  if (isBefore(nextSlotAt, oldestTold)) slot = nextSlot(subscription, oldestTold)
  if (isBefore(now.add(furthestSlot), nextSlotAt)) slot = nextSlot(subscription, now)
  while (!isBefore(now, slot.at)) {
    due.push(slot)
    slot = nextSlot(subscription, slot.at)
  }
  const patienceMinutes = Math.max(catchUpHours * 60, onTimeMinutes)
  const oldest = now.subtract({ minutes: patienceMinutes })
  const lastOfKinds = new Set(new Map(due.map((each) => [kindOf(each), each])).values())
  const place = due.findIndex(
    (each) =>
      lastOfKinds.has(each) && !isPaused(subscription, each.at) && isBefore(oldest, each.at),
  )
  const served = due[place]
  const missed = served ? due.slice(0, place) : due
  return {
    digest: served ? { slot: served, isLate: isPast(dateOf(served.name), now, zone) } : null,
    skipped: missed.map((each) => ({
      slot: each,
      reason: { code: isPaused(subscription, each.at) ? 'paused' : 'merged-into-next' },
    })),
    next: (served && due[place + 1]) ?? slot,
  }
}

function isPast(date: Temporal.PlainDate, now: Temporal.Instant, zone: string): boolean {
  return Temporal.PlainDate.compare(date, dayOf(now, zone)) < 0
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
