import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clockTime, dayHeading, readTimeOfDay, readZone } from '../../src/domain/calendar.ts'
import { everyDay, type Schedule } from '../../src/domain/schedule.ts'
import { nextDigestAt, nextSlot, type Slot, slotAt } from '../../src/domain/slot.ts'
import { aSchedule } from '../helpers/schedules.ts'

const at = (iso: string) => Temporal.Instant.from(iso)
const kyiv = (...times: string[]): Schedule => ({
  zone: 'Europe/Kyiv',
  times: times.map((time) => Temporal.PlainTime.from(time)),
  weekdays: everyDay,
})

it('comes after a pause at the first time that the pause does not hold', () => {
  const nextSlotAt = at('2024-06-14T04:30:00Z')
  const next = (pausedUntil: Temporal.Instant | null) =>
    nextDigestAt({ ...kyiv('07:30'), nextSlotAt, pausedUntil }).toString()
  expect(next(null)).toBe('2024-06-14T04:30:00Z')
  expect(next(at('2024-06-13T21:00:00Z'))).toBe('2024-06-14T04:30:00Z')
  expect(next(at('2024-06-16T21:00:00Z'))).toBe('2024-06-17T04:30:00Z')
  expect(next(at('2024-06-17T04:30:00Z'))).toBe('2024-06-17T04:30:00Z')
})

it('comes at the local time, today if that is still ahead', () => {
  expect(nextSlot(kyiv('07:30'), at('2024-06-14T04:29:00Z'))).toEqual({
    name: '2024-06-14T07:30',
    at: at('2024-06-14T04:30:00Z'),
  })
  expect(nextSlot(kyiv('07:30'), at('2024-06-14T04:30:00Z')).name).toBe('2024-06-15T07:30')
  expect(nextSlot(kyiv('07:30', '19:00'), at('2024-06-14T04:30:00Z')).name).toBe('2024-06-14T19:00')
})

it('comes on the chosen weekdays only', () => {
  const weekend = { ...kyiv('07:30'), weekdays: [6, 7] }
  expect(nextSlot(weekend, at('2024-06-14T12:00:00Z')).name).toBe('2024-06-15T07:30')
  expect(nextSlot(weekend, at('2024-06-16T12:00:00Z')).name).toBe('2024-06-22T07:30')
})

it('comes at the first valid instant after a time that summer time skips, and once', () => {
  const skipped = kyiv('03:10', '03:40', '04:00')
  const spring = nextSlot(skipped, at('2024-03-30T12:00:00Z'))
  expect(clockTime(spring.at, 'Europe/Kyiv')).toBe('04:00')
  expect(nextSlot(skipped, spring.at).name).toBe('2024-04-01T03:10')
})

it('comes at the first pass of a time that is repeated, and once', () => {
  const autumn = nextSlot(kyiv('03:30'), at('2024-10-26T12:00:00Z'))
  expect(autumn.at).toEqual(at('2024-10-27T00:30:00Z'))
  expect(nextSlot(kyiv('03:30'), autumn.at).name).toBe('2024-10-28T03:30')
})

/** All slots of a schedule in (from, until], and a little beyond. */
function slotsBetween(schedule: Schedule, from: Temporal.Instant, until: Temporal.Instant): Slot[] {
  const slots = [nextSlot(schedule, from)]
  for (;;) {
    const last = slots.at(-1)
    if (!last || Temporal.Instant.compare(last.at, until) > 0) return slots
    slots.push(nextSlot(schedule, last.at))
  }
}

/** Whether a wall clock in the zone ever shows this time on this day. */
function isShown(day: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): boolean {
  return day.toZonedDateTime({ timeZone, plainTime: time }).toPlainTime().equals(time)
}

it('comes once for each chosen time that a clock shows, in order, in every zone', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    fc.assert(
      fc.property(aSchedule({ zone }), aMoment(zone), (schedule, from) => {
        const start = from.toZonedDateTimeISO(zone).toPlainDate()
        // Not 72 hours: a day on which clocks go back has more than 24.
        const until = start.add({ days: 3 }).toZonedDateTime(zone).toInstant()
        const slots = slotsBetween(schedule, from, until)
        const instants = slots.map((slot) => slot.at.epochMilliseconds)
        expect(instants).toEqual([...new Set(instants)].toSorted((a, b) => a - b))
        expect(new Set(slots.map(({ name }) => name)).size).toBe(slots.length)
        for (const slot of slots) expect(slotAt(slot.at, zone)).toEqual(slot)

        const names = new Set(slots.map(({ name }) => name))
        for (const day of [1, 2].map((days) => start.add({ days }))) {
          for (const time of schedule.times) {
            if (!schedule.weekdays.includes(day.dayOfWeek) || !isShown(day, time, zone)) continue
            expect(names).toContain(`${day}T${time.toString({ smallestUnit: 'minute' })}`)
          }
        }
        for (const slot of slots) {
          const local = slot.at.toZonedDateTimeISO(zone)
          const isChosen = schedule.times.some((time) => time.equals(local.toPlainTime()))
          const endsGap = local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
          expect(isChosen || endsGap?.toInstant().equals(slot.at)).toBe(true)
        }
      }),
      { numRuns: 12 },
    )
  }
})

/** Moments of 2020 to 2035, half of them within two days before the zone's clocks change. */
function aMoment(zone: string): fc.Arbitrary<Temporal.Instant> {
  const any = fc
    .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 11, 31) })
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms - (ms % 60_000)))
  const nearChange = fc.tuple(any, fc.nat(48 * 60)).map(([instant, minutes]) => {
    const change = instant.toZonedDateTimeISO(zone).getTimeZoneTransition('next')
    return change && change.year <= 2035 ? change.toInstant().subtract({ minutes }) : instant
  })
  return fc.oneof(any, nearChange)
}

it('reads times and zones as people write them, and nothing else', () => {
  expect(readTimeOfDay(' 7:30 ')?.toString()).toBe('07:30:00')
  expect(readTimeOfDay('19.05')?.toString()).toBe('19:05:00')
  for (const wrong of ['24:00', '7', '7:60', 'noon', '-1:00', '07:30:00']) {
    expect(readTimeOfDay(wrong)).toBeNull()
  }
  expect(readZone('europe/kyiv')).toBe('Europe/Kyiv')
  expect(readZone('UTC')).toBe('UTC')
  for (const wrong of ['Mars/Base', '+02:00', '', 'Europe/Kyiv; drop']) {
    expect(readZone(wrong)).toBeNull()
  }
})

it('heads a day as a news site does', () => {
  const day = Temporal.PlainDate.from('2024-06-14')
  expect(dayHeading(day, 'en-GB')).toBe('Friday, 14 June 2024')
  expect(dayHeading(day, 'uk')).toMatch(/^П.ятниця, 14 червня 2024/)
})
