import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clockTime, dayHeading, readTimeOfDay, readZone } from '../../src/domain/calendar.ts'
import { nextSlot, slotAt } from '../../src/domain/slot.ts'

const at = (iso: string) => Temporal.Instant.from(iso)
const half7 = new Temporal.PlainTime(7, 30)

it('comes at the local time, today if that is still ahead', () => {
  expect(nextSlot(half7, 'Europe/Kyiv', at('2024-06-14T04:29:00Z'))).toEqual({
    name: '2024-06-14T07:30',
    at: at('2024-06-14T04:30:00Z'),
  })
  expect(nextSlot(half7, 'Europe/Kyiv', at('2024-06-14T04:30:00Z')).name).toBe('2024-06-15T07:30')
})

it('comes once where summer time skips or repeats the hour', () => {
  const half3 = new Temporal.PlainTime(3, 30)
  const spring = nextSlot(half3, 'Europe/Kyiv', at('2024-03-30T12:00:00Z'))
  expect(clockTime(spring.at, 'Europe/Kyiv')).toBe('04:30')
  const autumn = nextSlot(half3, 'Europe/Kyiv', at('2024-10-26T12:00:00Z'))
  expect(autumn.at).toEqual(at('2024-10-27T00:30:00Z'))
  expect(nextSlot(half3, 'Europe/Kyiv', autumn.at).name).toBe('2024-10-28T03:30')
})

it('is always ahead, at most 25 hours, in every zone', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })
  fc.assert(
    fc.property(zones, instants, fc.nat(1439), (zone, ms, minute) => {
      const now = Temporal.Instant.fromEpochMilliseconds(ms)
      const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)
      const slot = nextSlot(time, zone, now)
      const ahead = slot.at.since(now).total('hours')
      expect(ahead).toBeGreaterThan(0)
      expect(ahead).toBeLessThanOrEqual(25.5)
      expect(slotAt(slot.at, zone)).toEqual(slot)
    }),
  )
})

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
