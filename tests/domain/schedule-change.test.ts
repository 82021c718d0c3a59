import fc from 'fast-check'
import { expect, it } from 'vitest'
import { everyDay, type Schedule } from '../../src/domain/schedule.ts'
import { slotAfterChange } from '../../src/domain/schedule-change.ts'
import { dateOf, nextSlot, type Slot } from '../../src/domain/slot.ts'
import { aSchedule } from '../helpers/schedules.ts'

const daily = (zone: string, ...times: string[]): Schedule => ({
  zone,
  times: times.map((time) => Temporal.PlainTime.from(time)),
  weekdays: everyDay,
})
const local = (zone: string, time: string) => Temporal.ZonedDateTime.from(`${time}[${zone}]`)

type Change = { at: Temporal.Instant; schedule: Schedule }

/** Lives through changes of schedule as the planner does, and gives every slot that was served. */
function live(first: Schedule, start: Temporal.Instant, changes: Change[]): Slot[] {
  const served: Slot[] = []
  let schedule = first
  let next = nextSlot(schedule, start)
  const serveUntil = (until: Temporal.Instant) => {
    while (Temporal.Instant.compare(next.at, until) <= 0) {
      served.push(next)
      next = nextSlot(schedule, next.at)
    }
  }
  for (const change of changes) {
    serveUntil(change.at)
    schedule = change.schedule
    next = slotAfterChange(
      schedule,
      {
        owed: next,
        served: onNewestDate(served.map(({ name }) => name)),
        receivedAt: null,
      },
      change.at,
    )
  }
  serveUntil((changes.at(-1)?.at ?? start).add({ hours: 96 }))
  return served
}

function onNewestDate(names: string[]): string[] {
  const newest = names.at(-1)?.slice(0, 10)
  return names.filter((name) => name.slice(0, 10) === newest)
}

function served(from: Schedule, at: Temporal.ZonedDateTime, to: Schedule): string[] {
  const start = at.toInstant().subtract({ hours: 24 })
  return live(from, start, [{ at: at.toInstant(), schedule: to }])
    .slice(0, 4)
    .map(({ name }) => name)
}

it('does not serve a day again whose digest has come', () => {
  const at = local('Europe/Kyiv', '2024-06-14T10:00')
  expect(served(daily('Europe/Kyiv', '07:30'), at, daily('Europe/Kyiv', '19:00'))).toEqual([
    '2024-06-14T07:30',
    '2024-06-15T19:00',
    '2024-06-16T19:00',
    '2024-06-17T19:00',
  ])
})

it('adds an evening to a day whose morning has come', () => {
  const at = local('Europe/Kyiv', '2024-06-14T10:00')
  const both = daily('Europe/Kyiv', '08:00', '19:00')
  expect(served(daily('Europe/Kyiv', '07:30'), at, both).slice(0, 3)).toEqual([
    '2024-06-14T07:30',
    '2024-06-14T19:00',
    '2024-06-15T08:00',
  ])
})

it('loses no day whose digest was still to come', () => {
  const at = local('Europe/Kyiv', '2024-06-14T10:00')
  const evening = daily('Europe/Kyiv', '19:00')
  expect(served(evening, at, daily('Europe/Kyiv', '21:00'))[1]).toBe('2024-06-14T21:00')
  // All its new times have passed: it comes now.
  expect(served(evening, at, daily('Europe/Kyiv', '07:30')).slice(1, 3)).toEqual([
    '2024-06-14T10:00',
    '2024-06-15T07:30',
  ])
})

it('owes nothing on a day on which the first news have come', () => {
  const at = local('Europe/Kyiv', '2024-06-14T10:00').toInstant()
  const owed = { name: '2024-06-14T19:00', at: at.add({ hours: 9 }) }
  const next = (receivedAt: Temporal.Instant) =>
    slotAfterChange(daily('Europe/Kyiv', '07:30'), { owed, served: [], receivedAt }, at).name
  expect(next(at.subtract({ minutes: 5 }))).toBe('2024-06-15T07:30')
  expect(next(at.subtract({ hours: 11 }))).toBe('2024-06-14T10:00')
  // By a clock that was ahead.
  expect(next(at.add({ hours: 48 }))).toBe('2024-06-15T07:30')
})

it('counts days by their dates when the reader travels', () => {
  const at = local('Europe/Kyiv', '2024-06-14T10:00')
  const morning = daily('Europe/Kyiv', '07:30')
  // It is still the 13th in Los Angeles, and then the 14th, which was served in Kyiv.
  expect(served(morning, at, daily('America/Los_Angeles', '07:30'))[1]).toBe('2024-06-15T07:30')
  expect(served(morning, at, daily('Pacific/Auckland', '07:30'))[1]).toBe('2024-06-15T07:30')
})

const minutes = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }).map((ms) => {
  return Temporal.Instant.fromEpochMilliseconds(ms - (ms % 60_000))
})
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const waits = fc.array(fc.nat(40 * 60), { minLength: 1, maxLength: 6 })

function changesAfter(start: Temporal.Instant, waits: number[], schedules: Schedule[]): Change[] {
  let at = start
  return waits.map((minutes, i) => {
    at = at.add({ minutes })
    return {
      at,
      schedule: schedules[i % schedules.length] ?? schedules[0] ?? daily('UTC', '07:30'),
    }
  })
}

it('never serves one local date and time twice, whatever is changed', () => {
  const schedule = zones.chain((zone) => aSchedule({ zone }))
  const schedules = fc.array(schedule, { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(schedule, minutes, waits, schedules, (first, start, waits, others) => {
      const slots = live(first, start, changesAfter(start, waits, others))
      const instants = slots.map(({ at }) => at.epochMilliseconds)
      expect(instants).toEqual(instants.toSorted((a, b) => a - b))
      expect(new Set(slots.map(({ name }) => name)).size).toBe(slots.length)
    }),
    { numRuns: 1500 },
  )
})

it('serves each date once, unless the reader travels past it', () => {
  const anyDay = zones.chain((zone) => aSchedule({ zone, mostTimes: 1 }))
  const schedule = anyDay.map((given) => ({ ...given, weekdays: everyDay }))
  const schedules = fc.array(schedule, { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(schedule, minutes, waits, schedules, (first, start, waits, others) => {
      const changes = changesAfter(start, waits, others)
      const dates = live(first, start, changes).map(({ name }) => dateOf(name).toString())
      expect(dates).toEqual([...new Set(dates)].toSorted())

      const travelledPast = changes.flatMap(({ at, schedule }, i) => {
        const before = at.toZonedDateTimeISO((changes[i - 1]?.schedule ?? first).zone).toPlainDate()
        const after = at.toZonedDateTimeISO(schedule.zone).toPlainDate()
        return daysBetween(before, after)
      })
      const [from = '', until = ''] = [dates[0], dates.at(-1)]
      const all = daysBetween(Temporal.PlainDate.from(from), Temporal.PlainDate.from(until))
      // A time that summer time skips comes at the first instant after, which may be of the next date.
      const schedules = [first, ...changes.map(({ schedule }) => schedule)]
      const isOfNextDate = (date: string) =>
        schedules.some(({ zone, times }) =>
          times.some((time) => {
            const at = Temporal.PlainDate.from(date).toZonedDateTime({
              timeZone: zone,
              plainTime: time,
            })
            return at.toPlainDate().toString() !== date
          }),
        )
      const skipped = all.filter(
        (date) => !dates.includes(date) && !travelledPast.includes(date) && !isOfNextDate(date),
      )
      expect(skipped).toEqual([])
    }),
    { numRuns: 1500 },
  )
})

/** The dates in [from, until). */
function daysBetween(from: Temporal.PlainDate, until: Temporal.PlainDate): string[] {
  const days: string[] = []
  for (let day = from; Temporal.PlainDate.compare(day, until) < 0; day = day.add({ days: 1 })) {
    days.push(day.toString())
  }
  return days
}
