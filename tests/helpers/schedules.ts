import fc from 'fast-check'
import { everyDay, inOrder, type Schedule } from '../../src/domain/schedule.ts'

/** A time of day, so many minutes after midnight. */
export function timeAt(minute: number): Temporal.PlainTime {
  return new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)
}

/** Schedules with up to four times, near midnight and the hours of clock changes more often. */
export function aSchedule({ zone, mostTimes = 4 }: { zone: string; mostTimes?: number }) {
  const minute = fc.oneof(fc.nat(1439), fc.nat(239), fc.constantFrom(0, 60, 120, 180, 1410, 1439))
  return fc
    .record({
      times: fc.array(minute.map(timeAt), { minLength: 1, maxLength: mostTimes }).map(inOrder),
      weekdays: fc.oneof(fc.constant(everyDay), fc.subarray([...everyDay], { minLength: 1 })),
    })
    .map((given): Schedule => ({ zone, ...given }))
}
