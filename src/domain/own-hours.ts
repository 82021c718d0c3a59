import type { OwnHour } from './own-hour.ts'
import type { Paper } from './paper.ts'
import { everyDay, type Schedule } from './schedule.ts'
import { dateOf, type Slot, slotsOfDay } from './slot.ts'

/** `18:00` */
export function nameOfHour(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' })
}

/** `1800`, as in the data of a button. */
export function digitsOfHour(time: Temporal.PlainTime): string {
  return nameOfHour(time).replace(':', '')
}

/** Reads what `digitsOfHour` wrote. Alone, digits could be a month and a day. */
export function hourOfDigits(digits: string): Temporal.PlainTime {
  return Temporal.PlainTime.from(`T${digits}`)
}

/** What is muted and followed holds at every hour. */
export function paperOfHour({ paper }: Pick<OwnHour, 'paper'>, main: Paper): Paper {
  return { ...paper, mutes: main.mutes, follows: main.follows }
}

/** The hour of its own to which a slot belongs; null where the usual paper comes, also if only one of two that summer time brings together is usual. */
export function ownHourAt<Hour extends Pick<OwnHour, 'time'>>(
  schedule: Schedule,
  hours: readonly Hour[],
  slot: Slot,
): Hour | null {
  if (hours.length === 0) return null
  const date = dateOf(slot.name)
  const isAt = (time: Temporal.PlainTime) =>
    [date, date.subtract({ days: 1 })].some((day) =>
      slotsOfDay({ zone: schedule.zone, times: [time], weekdays: everyDay }, day).some(({ at }) =>
        at.equals(slot.at),
      ),
    )
  const own = schedule.times
    .filter(isAt)
    .map((time) => hours.find((hour) => hour.time.equals(time)) ?? null)
  return own.includes(null) ? null : (own[0] ?? null)
}

/**
 * Which hours keep papers of their own when the hours change, as [before, after]: those that stay, and as
 * many as were moved to others, in their order. None, where no hour would be left for the usual paper.
 */
export function keptHours(
  own: readonly Temporal.PlainTime[],
  before: readonly Temporal.PlainTime[],
  after: readonly Temporal.PlainTime[],
): [Temporal.PlainTime, Temporal.PlainTime][] {
  const isIn = (times: readonly Temporal.PlainTime[], time: Temporal.PlainTime) =>
    times.some((each) => each.equals(time))
  const removed = before.filter((time) => !isIn(after, time))
  const added = after.filter((time) => !isIn(before, time))
  const kept = own.flatMap((time): [Temporal.PlainTime, Temporal.PlainTime][] => {
    if (isIn(after, time)) return [[time, time]]
    const moved =
      removed.length === added.length
        ? added[removed.findIndex((each) => each.equals(time))]
        : undefined
    return moved ? [[time, moved]] : []
  })
  return kept.length < after.length ? kept : []
}
