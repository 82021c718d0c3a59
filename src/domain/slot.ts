/** One time at which a subscription is due; its local date and time name it, once per subscription. */
export type Slot = { name: string; at: Temporal.Instant }

/**
 * The first slot strictly after `now`. A local time that summer time skips comes at the first valid
 * instant after; a repeated one comes at its first pass (Temporal's `compatible` disambiguation).
 */
export function nextSlot(time: Temporal.PlainTime, zone: string, now: Temporal.Instant): Slot {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const first = today.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  const next =
    Temporal.Instant.compare(first, now) > 0
      ? first
      : today.add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  return slotAt(next, zone)
}

/** The slot at a known instant, named by its local date and time: `2024-06-14T07:30`. */
export function slotAt(at: Temporal.Instant, zone: string): Slot {
  const local = at.toZonedDateTimeISO(zone).toPlainDateTime()
  return { name: local.toString({ smallestUnit: 'minute' }), at }
}
