import type { Schedule } from './schedule.ts'
import { isPaused } from './subscription.ts'

/** One time at which a subscription is due; its local date and time name it, once per subscription. */
export type Slot = { name: string; at: Temporal.Instant }

const longestWaitDays = 15
/** No schedule's next slot is further ahead than this. */
export const furthestSlot = Temporal.Duration.from({ hours: (longestWaitDays + 1) * 24 })

/**
 * The first slot strictly after an instant. A local time that summer time skips comes at the first
 * valid instant after, together with others that meet there; a repeated one comes at its first pass.
 */
export function nextSlot(schedule: Schedule, after: Temporal.Instant): Slot {
  // A slot of yesterday may come today, where summer time skips midnight.
  const yesterday = after.toZonedDateTimeISO(schedule.zone).toPlainDate().subtract({ days: 1 })
  for (const slot of slotsFrom(schedule, yesterday)) {
    if (Temporal.Instant.compare(slot.at, after) > 0) return slot
  }
  throw new RangeError('A schedule without times or weekdays has no slots')
}

/** When the next digest comes: the next slot, or the first one that a pause does not hold. */
export function nextDigestAt(
  subscription: Schedule & { nextSlotAt: Temporal.Instant; pausedUntil: Temporal.Instant | null },
): Temporal.Instant {
  const { nextSlotAt, pausedUntil } = subscription
  if (!pausedUntil || !isPaused(subscription, nextSlotAt)) return nextSlotAt
  return nextSlot(subscription, pausedUntil.subtract({ milliseconds: 1 })).at
}

/** The slots of a schedule from a local day on, in their order, for a fortnight and a day. */
export function* slotsFrom(schedule: Schedule, first: Temporal.PlainDate): Generator<Slot> {
  for (let days = 0; days < longestWaitDays; days++)
    yield* slotsOfDay(schedule, first.add({ days }))
}

/** The slots of one local day, in their order; none on other weekdays than those of their times. */
export function slotsOfDay(
  { zone, times, weekdays, hours = [] }: Schedule,
  day: Temporal.PlainDate,
): Slot[] {
  const daysOf = (time: Temporal.PlainTime) =>
    hours.find((hour) => hour.time.equals(time))?.weekdays ?? weekdays
  const slots = times
    .filter((time) => daysOf(time).includes(day.dayOfWeek))
    .map((time) => slotAt(firstInstant(day, time, zone), zone))
  return slots.filter((slot, i) => slot.name !== slots[i - 1]?.name)
}

/** The slot at a known instant, named by its local date and time: `2024-06-14T07:30`. */
export function slotAt(at: Temporal.Instant, zone: string): Slot {
  const local = at.toZonedDateTimeISO(zone).toPlainDateTime()
  return { name: local.toString({ smallestUnit: 'minute' }), at }
}

/** The local date in a slot's name. */
export function dateOf(name: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(name.slice(0, 10))
}

// Temporal's `compatible` takes the first pass of a repeated time, but moves a skipped one on by the
// length of the gap; the first valid instant is the transition itself.
function firstInstant(
  day: Temporal.PlainDate,
  time: Temporal.PlainTime,
  zone: string,
): Temporal.Instant {
  const local = day.toZonedDateTime({ timeZone: zone, plainTime: time })
  if (local.toPlainDateTime().equals(day.toPlainDateTime(time))) return local.toInstant()
  const transition = local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  return (transition ?? local).toInstant()
}
