import { expect, it } from 'vitest'
import { readTimesOfDay } from '../../src/domain/calendar.ts'
import { readPause } from '../../src/domain/pause.ts'
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
