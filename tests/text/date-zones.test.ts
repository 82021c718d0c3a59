import { expect, it } from 'vitest'
import { offsetOf, readDate } from '../../src/text/dates/read.ts'

const read = (words: string, language = 'en') =>
  readDate(words, { language, offsetMinutes: 0 })?.toString() ?? null

it.each([
  ['Tue, 07 May 2024 18:00:00 America/Chicago', 'en', '2024-05-07T23:00:00Z'],
  ['2024-05-07T18:00:00[Asia/Kolkata]', 'en', '2024-05-07T12:30:00Z'],
  ['Tue May 07 18:00:00 CDT 2024', 'en', '2024-05-07T23:00:00Z'],
  ['Tue, 07 May 2024 18:00:00 US/Pacific', 'en', '2024-05-08T01:00:00Z'],
  ['Tue, 07 May 2024 18:00:00 NZST', 'en', '2024-05-07T06:00:00Z'],
  ['7 May 2024, 6 p.m. ET', 'en', '2024-05-07T22:00:00Z'],
  ['7 January 2024, 6 p.m. ET', 'en', '2024-01-07T23:00:00Z'],
  ['7 May 2024 18:00 (GMT+7)', 'en', '2024-05-07T11:00:00Z'],
  ['7 May 2024 18:00 MSK+2', 'en', '2024-05-07T13:00:00Z'],
  ['7 May 2024 18:00 Central European Summer Time', 'en', '2024-05-07T16:00:00Z'],
  ['7 May 2024 18:00 FLE Standard Time', 'en', '2024-05-07T15:00:00Z'],
  ['7 May 2024 18:00 Kyiv time', 'en', '2024-05-07T15:00:00Z'],
  ['7 May 2024 18:00 Tokyo', 'en', '2024-05-07T09:00:00Z'],
  ['7 травня 2024, 18:00 за київським часом', 'uk', '2024-05-07T15:00:00Z'],
  ['7 мая 2024, 18:00 (Москва)', 'ru', '2024-05-07T15:00:00Z'],
  ['7 мая 2024, 18:00 мск', 'ru', '2024-05-07T15:00:00Z'],
  ['7. Mai 2024, 18:00 Uhr MESZ', 'de', '2024-05-07T16:00:00Z'],
  ['7 mai 2024 à 18h00 (heure de Paris)', 'fr', '2024-05-07T16:00:00Z'],
  ['7 de mayo de 2024 18:00 hora de Madrid', 'es', '2024-05-07T16:00:00Z'],
  ['北京时间2024年5月7日18:00', 'zh', '2024-05-07T10:00:00Z'],
  ['2024-05-07 18:00 CST', 'zh', '2024-05-07T10:00:00Z'],
  ['2024-05-07 18:00 CST', 'en', '2024-05-08T00:00:00Z'],
])('knows the zone of %s', (words, language, instant) => {
  expect(read(words, language)).toBe(instant)
})

it('tells the offset that a date gives at its time of the year', () => {
  expect(offsetOf('Tue, 07 May 2024 18:00:00 Europe/Paris')).toBe(120)
  expect(offsetOf('Sun, 07 Jan 2024 18:00:00 Europe/Paris')).toBe(60)
  expect(offsetOf('Sun, 07 Jan 2024 18:00:00')).toBeNull()
})
