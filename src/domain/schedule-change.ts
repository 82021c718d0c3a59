import { dayOf } from './calendar.ts'
import type { Schedule } from './schedule.ts'
import { dateOf, nextSlot, type Slot, slotAt, slotsFrom, slotsOfDay } from './slot.ts'

/** How far a subscription has got when its schedule is changed. */
export type Progress = {
  /** The slot of the old schedule that would have come next. */
  owed: Slot
  /** The names of the slots that were served on the newest date of all, ascending. */
  served: readonly string[]
  /** When the newest arrived of what has come since without a slot; null where nothing has. */
  receivedAt: Temporal.Instant | null
}

/**
 * The first slot after a change of zone, times or weekdays. Local dates and times only go forward: a
 * date on which k digests came passes over the first k of its new times, and over all up to the last
 * that was served, so that no day is served again, not even to one who travels west. A day whose
 * digest was still to come, but whose new times have all passed, gets it now, unless something of the
 * day came without a slot, as the first news do.
 */
export function slotAfterChange(
  schedule: Schedule,
  { owed, served, receivedAt }: Progress,
  now: Temporal.Instant,
): Slot {
  const today = dayOf(now, schedule.zone)
  const isReceived = receivedAt !== null && isUpTo(today, dayOf(receivedAt, schedule.zone))
  const next = firstUnserved(schedule, served, now)
  const newest = served.at(-1)
  const todayIsOwed =
    !isReceived &&
    isUpTo(dateOf(owed.name), today) &&
    slotsOfDay(schedule, today).length > 0 &&
    (newest === undefined || !isUpTo(today, dateOf(newest)))
  return todayIsOwed && !isUpTo(dateOf(next.name), today) ? slotAt(now, schedule.zone) : next
}

function firstUnserved(schedule: Schedule, served: readonly string[], now: Temporal.Instant): Slot {
  const newest = served.at(-1) ?? ''
  const yesterday = dayOf(now, schedule.zone).subtract({ days: 1 })
  let toPass = served.length
  for (const slot of slotsFrom(schedule, yesterday)) {
    const isServed = slot.name.slice(0, 10) === newest.slice(0, 10) && toPass-- > 0
    const isAhead = Temporal.Instant.compare(slot.at, now) > 0
    if (isAhead && !isServed && slot.name > newest) return slot
  }
  return nextSlot(schedule, now)
}

function isUpTo(date: Temporal.PlainDate, limit: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, limit) <= 0
}
