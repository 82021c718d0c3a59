import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settleDueSlots } from '../../src/domain/schedule-due.ts'
import { nextSlot, slotAt } from '../../src/domain/slot.ts'
import { isSilent } from '../../src/domain/subscription.ts'
import { aSchedule } from '../helpers/schedules.ts'

const at = (iso: string) => Temporal.Instant.from(iso)

it('accounts for every slot once, however long nobody looked, in every zone', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const start = fc
    .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))
  const schedule = zones.chain((zone) => aSchedule({ zone }))
  const looks = fc.array(fc.nat(60 * 60), { minLength: 1, maxLength: 8 })
  const pauses = fc.option(fc.nat(72 * 60))
  fc.assert(
    fc.property(schedule, start, looks, pauses, (schedule, start, looks, pause) => {
      const pausedUntil = pause === null ? null : start.add({ minutes: pause })
      const told: { name: string; served: boolean }[] = []
      let now = start
      let next = nextSlot(schedule, start)
      for (const minutes of looks) {
        now = now.add({ minutes })
        const subscription = { ...schedule, pausedUntil, nextSlotAt: next.at }
        const due = settleDueSlots(subscription, now, 6)
        for (const { slot, reason } of due.skipped) {
          told.push({ name: slot.name, served: false })
          const wasPaused = pausedUntil && Temporal.Instant.compare(slot.at, pausedUntil) < 0
          expect(reason.code === 'paused').toBe(wasPaused === true)
        }
        if (due.digest) {
          told.push({ name: due.digest.slot.name, served: true })
          expect(now.since(due.digest.slot.at).total('hours')).toBeLessThan(6)
        }
        next = due.next
        expect(Temporal.Instant.compare(next.at, now)).toBe(1)
      }
      const all: string[] = []
      for (let slot = nextSlot(schedule, start); !slot.at.equals(next.at); ) {
        all.push(slot.name)
        slot = nextSlot(schedule, slot.at)
      }
      expect(told.map(({ name }) => name)).toEqual(all)
    }),
    { numRuns: 500 },
  )
})

it('is on time for ten minutes where nothing is caught up', () => {
  const zone = 'UTC'
  const daily = { zone, times: [new Temporal.PlainTime(12)], weekdays: [1, 2, 3, 4, 5, 6, 7] }
  const slot = slotAt(at('2024-06-14T12:00:00Z'), zone)
  const settle = (now: string) =>
    settleDueSlots({ ...daily, pausedUntil: null, nextSlotAt: slot.at }, at(now), 0)
  expect(settle('2024-06-14T12:09:00Z').digest).toEqual({ slot, isLate: false })
  expect(settle('2024-06-14T12:11:00Z').digest).toBeNull()
})

it('is silent from 22:00 to 07:00 local', () => {
  const night = { silence: 'night', zone: 'Europe/Kyiv' } as const
  const silent = (iso: string) => isSilent(night, at(iso))
  expect(['18:59', '19:00', '03:59', '04:00'].map((time) => silent(`2024-06-14T${time}Z`))).toEqual(
    [false, true, true, false],
  )
})
