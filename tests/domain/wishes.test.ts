import { expect, it } from 'vitest'
import { readTimesOfDay } from '../../src/domain/calendar.ts'
import { firstPausedDay, readPause } from '../../src/domain/pause.ts'
import { everyDay } from '../../src/domain/schedule.ts'
import { readWeekdays } from '../../src/domain/weekdays.ts'

it('reads one to four times, in order and each once', () => {
  const read = (text: string) => readTimesOfDay(text)?.join(' ')
  expect(read('19:00 7:30')).toBe('07:30:00 19:00:00')
  expect(read('7.30, 12:00 and 19:00')).toBe('07:30:00 12:00:00 19:00:00')
  expect(read('07:30 07:30')).toBe('07:30:00')
  for (const wrong of ['', 'soon', '07:30 25:00', '1:00 2:00 3:00 4:00 5:00']) {
    expect(read(wrong)).toBeUndefined()
  }
})

it('reads times as people type them', () => {
  const read = (text: string) =>
    readTimesOfDay(text)
      ?.map((time) => time.toString({ smallestUnit: 'minute' }))
      .join(' ')
  for (const [text, times] of [
    ['8', '08:00'],
    ['8am', '08:00'],
    ['8 AM', '08:00'],
    ['0800', '08:00'],
    ['800', '08:00'],
    ['8.30', '08:30'],
    ['8h', '08:00'],
    ['19h05', '19:05'],
    ['8 30', '08:30'],
    ['8 20', '08:00 20:00'],
    ['8, 19 and 22:15', '08:00 19:00 22:15'],
    ['8.30 p.m.', '20:30'],
    ['8:30pm 7am', '07:00 20:30'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['24:00', '00:00'],
    ['noon', '12:00'],
    ['at 9', '09:00'],
    ["9 o'clock", '09:00'],
    ['о 8 ранку', '08:00'],
    ['8 ранку і 7 вечора', '08:00 19:00'],
    ['12 ночі', '00:00'],
  ]) {
    expect([text, read(text ?? '')]).toEqual([text, times])
  }
  for (const wrong of ['25', '8:60', '2460', '12345', '8m', 'am', '-8', 'x'.repeat(9000)]) {
    expect([wrong, read(wrong)]).toEqual([wrong, undefined])
  }
})

it('reads weekdays as words, numbers and ranges', () => {
  const read = (text: string) => readWeekdays(text)?.join('')
  expect(read('Mon wed, FRIDAY')).toBe('135')
  expect(read('weekdays')).toBe('12345')
  expect(read('every  day')).toBe('1234567')
  expect(read('weekend')).toBe('67')
  expect(read('mon – fri')).toBe('12345')
  expect(read('fri-mon')).toBe('1567')
  expect(read('saturday and sunday')).toBe('67')
  expect(read('531')).toBe('135')
  expect(read('1 3 5')).toBe('135')
  for (const wrong of ['', '0', '8', 'm', 'never', 'constructor', 'mon-', '-', 'mon-wed-fri']) {
    expect(read(wrong)).toBeUndefined()
  }
})

it('reads a pause as days, weeks or a date ahead, in local days', () => {
  const now = Temporal.Instant.from('2024-03-29T10:00:00Z')
  const read = (text: string) => readPause(text, 'Europe/Kyiv', now)?.toString()
  // Over the change to summer time: the same hour of the local day.
  expect(read('3d')).toBe('2024-04-01T09:00:00Z')
  expect(read('2 weeks')).toBe('2024-04-12T09:00:00Z')
  expect(read('until 2024-07-01')).toBe('2024-06-30T21:00:00Z')
  for (const wrong of ['', '0d', '999w', '2024-03-01', '2024-13-01', '2034-01-01', 'long']) {
    expect(read(wrong)).toBeUndefined()
  }
})

it('reads days and pauses as people type them', () => {
  const days = (text: string) => readWeekdays(text)?.join('')
  expect(days('пн, ср і пт')).toBe('135')
  expect(days('субота та неділя')).toBe('67')
  expect(days('понеділок-п’ятницю')).toBe('12345')
  expect(days('Будні')).toBe('12345')
  expect(days('кінь')).toBeUndefined()
  const now = Temporal.Instant.from('2024-05-01T10:00:00Z')
  const pause = (text: string) => {
    const end = readPause(text, 'UTC', now)
    return end && now.until(end).total('days')
  }
  for (const [text, length] of [
    ['5', 5],
    ['for 3 days', 3],
    ['a week', 7],
    ['week', 7],
    ['2 тижні', 14],
    ['на 3 дні', 3],
    ['until 11.5.2024', 9 + 14 / 24],
    ['till 2024-05-11', 9 + 14 / 24],
  ] as const) {
    expect([text, pause(text)]).toEqual([text, length])
  }
  for (const wrong of ['a', 'for', '32.5.2024', '1.13.2024', '-3', '3 years', '0']) {
    expect([wrong, pause(wrong)]).toEqual([wrong, null])
  }
})

it('counts the days of a pause from the first that still has a digest', () => {
  const zone = 'Europe/Kyiv'
  const from = (times: string[], now: string) => {
    const schedule = {
      zone,
      times: times.map((time) => Temporal.PlainTime.from(time)),
      weekdays: everyDay,
    }
    return firstPausedDay(schedule, Temporal.Instant.from(now))
      .toZonedDateTimeISO(zone)
      .toPlainDate().day
  }
  // 07:29, and just after the digest of 07:30.
  expect(from(['07:30'], '2024-06-14T04:29:00Z')).toBe(14)
  expect(from(['07:30'], '2024-06-14T04:30:05Z')).toBe(15)
  expect(from(['07:30', '19:00'], '2024-06-14T04:31:00Z')).toBe(14)
  expect(from(['07:30', '19:00'], '2024-06-14T16:01:00Z')).toBe(15)
})
