import { describe, expect, it } from 'vitest'
import { offsetOf, readDate, readDated } from '../../src/text/dates/read.ts'

const read = (words: string, language = '', offsetMinutes = 0) =>
  readDate(words, { language, offsetMinutes })?.toString() ?? null

describe('dates', () => {
  it.each([
    ['Fri, 14 Jun 2024 09:30:00 +0300', '2024-06-14T06:30:00Z'],
    ['Fri, 14 Jun 2024 09:30:00 EST', '2024-06-14T14:30:00Z'],
    ['14 Jun 24 09:30 GMT', '2024-06-14T09:30:00Z'],
    ['2024-06-14T09:30:00.5+03:00', '2024-06-14T06:30:00.5Z'],
    ['2024-06-14T09:30:00,500Z', '2024-06-14T09:30:00.5Z'],
    ['2024-06-14', '2024-06-14T00:00:00Z'],
    ['June 14, 2024', '2024-06-14T00:00:00Z'],
    ['14-06-2024 09:30', '2024-06-14T09:30:00Z'],
    ['01.02.2024', '2024-02-01T00:00:00Z'],
    ['14-06-2024 09:30 +0300', '2024-06-14T06:30:00Z'],
    ['Fri, 14 Jun 2024 09:30:00 CEST', '2024-06-14T07:30:00Z'],
  ])('reads %s', (words, instant) => {
    expect(read(words)).toBe(instant)
  })

  it.each([
    ['14 червня 2024 09:30', 'uk', '2024-06-14T09:30:00Z'],
    ['Пт, 14 июня 2024 09:30', 'ru', '2024-06-14T09:30:00Z'],
    ['14. Mai 2024 um 09:30', 'de-AT', '2024-05-14T09:30:00Z'],
    ['14 décembre 2024', 'fr', '2024-12-14T00:00:00Z'],
    ['06/14/2024', 'en-us', '2024-06-14T00:00:00Z'],
    ['03/06/2024', 'en-gb', '2024-06-03T00:00:00Z'],
    ['1 червня 2024, 10:00', '', '2024-06-01T10:00:00Z'],
    ['Чт, 14 Тра 2024 10:00:00 +0300', 'uk', '2024-05-14T07:00:00Z'],
    ['14 гру 2024', 'uk', '2024-12-14T00:00:00Z'],
    ['1 июня 2024', 'uk', '2024-06-01T00:00:00Z'],
    ['Пн, 03 Июн 2024 10:00:00 +0300', 'ru', '2024-06-03T07:00:00Z'],
    ['Do, 05 Dez 2024 10:00:00 +0100', 'de', '2024-12-05T09:00:00Z'],
    ['lun., 03 juin 2024 10:00:00 +0200', 'fr', '2024-06-03T08:00:00Z'],
    ['1 czerwca 2024', 'pl', '2024-06-01T00:00:00Z'],
    ['31 czerwca 2024', 'pl', null],
  ])('reads %s in %s', (words, language, instant) => {
    expect(read(words, language)).toBe(instant)
  })

  it.each(
    // Of those that Unicode CLDR knows, all that news is often written in.
    'ar az be bg bn bs ca cs cy da de el en-GB en-US es et fi fr gl hi hr hu hy id is it ja ka kk ko lt lv mk ms nb nl pl pt pt-PT ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh zh-TW'.split(
      ' ',
    ),
  )('reads every month as %s writes it out', (language) => {
    for (const dateStyle of ['full', 'long'] as const) {
      const calendar = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' }
      const format = new Intl.DateTimeFormat(language, { ...calendar, dateStyle })
      for (let month = 1; month <= 12; month++) {
        const day = Temporal.PlainDate.from({ year: 2024, month, day: 14 })
        const shown = format.format(Date.UTC(2024, month - 1, 14))
        const found = readDate(`${shown}, 9:30`, { language, offsetMinutes: 180 })
        expect(`${shown} ${found}`).toBe(`${shown} ${day}T06:30:00Z`)
      }
    }
  })

  it.each([
    ['Fri, 14 Jun 2024 9:30 PM EST', '2024-06-15T02:30:00Z'],
    ['14. 6. 2024 09:30', '2024-06-14T09:30:00Z'],
    ['2024/06/14 09:30 GMT+3', '2024-06-14T06:30:00Z'],
    ['20240614T093000Z', '2024-06-14T09:30:00Z'],
    ['14 June 2024 at 09:30 MSK', '2024-06-14T06:30:00Z'],
    ['Friday, June 14, 2024 - 09:30', '2024-06-14T09:30:00Z'],
    ['6/14/2024 3:04:05 PM', '2024-06-14T15:04:05Z'],
  ])('reads %s', (words, instant) => {
    expect(read(words)).toBe(instant)
  })

  it('reads numbers in slashes as the language orders them', () => {
    expect(read('03/06/2024', 'pl')).toBe('2024-06-03T00:00:00Z')
    expect(read('03/06/2024', 'en-US')).toBe('2024-03-06T00:00:00Z')
  })

  it('takes the zone of the feed for a date without one, never that of the machine', () => {
    const offset = offsetOf('Fri, 14 Jun 2024 09:30:00 +0300') ?? 0
    expect(offset).toBe(180)
    for (const words of ['2024-06-14T09:30:00', 'Fri, 14 Jun 2024 09:30:00', '14.06.2024 09:30'])
      expect(read(words, '', offset)).toBe('2024-06-14T06:30:00Z')
    expect(read('14 червня 2024 09:30', 'uk', offset)).toBe('2024-06-14T06:30:00Z')
  })

  it.each([
    '',
    'yesterday, I think',
    'soon',
    '0000-00-00',
    '0001-01-01T00:00:00Z',
    '12',
    'x'.repeat(5000),
  ])('makes nothing of %j', (words) => {
    expect(read(words, 'en')).toBeNull()
  })
})

describe('the precision of a date', () => {
  const precision = (words: string, language = 'en') =>
    readDated(words, { language, offsetMinutes: 0 })?.precision

  it('is the day where only the day is told', () => {
    for (const words of ['2024-06-14', '20240614', 'June 14, 2024', '14.06.2024'])
      expect(precision(words)).toBe('day')
    expect(precision('14 червня 2024', 'uk')).toBe('day')
  })

  it('is the minute where a time is told, be it midnight', () => {
    for (const words of ['2024-06-14T00:00:00Z', 'Fri, 14 Jun 2024 00:00 GMT', '14.06.2024 9:30'])
      expect(precision(words)).toBe('minute')
  })
})

it.each([
  ['Di, 07 Mai 2024 18:00:00 +0200', '2024-05-07T16:00:00Z'],
  ['mar., 07 may. 2024 18:00:00 +0200', '2024-05-07T16:00:00Z'],
  ['wt., 07 maj 2024 18:00', '2024-05-07T18:00:00Z'],
  ['火, 07 5月 2024 18:00:00 +0900', '2024-05-07T09:00:00Z'],
  ['7 พ.ค. 2567 18:00', '2024-05-07T18:00:00Z'],
  ['2024년 5월 7일 오후 6:05', '2024-05-07T18:05:00Z'],
  ['令和6年5月7日 18時05分', '2024-05-07T18:05:00Z'],
  ['٧ مايو ٢٠٢٤ ١٨:٠٥', '2024-05-07T18:05:00Z'],
  ['7 Tháng Năm, 2024 18:05', '2024-05-07T18:05:00Z'],
  ['7 במאי 2024, 18:05', '2024-05-07T18:05:00Z'],
])('reads %s where no language is named', (words, instant) => {
  expect(read(words)).toBe(instant)
})

it.each(
  'ar bg cs da de el en-GB es et fi fr he hi hu it ja ko lt lv nl pl pt ro sv th tr uk vi zh'.split(
    ' ',
  ),
)('reads date and time as %s writes them', (language) => {
  const format = new Intl.DateTimeFormat(language, {
    calendar: 'gregory',
    timeZone: 'UTC',
    dateStyle: 'long',
    timeStyle: 'short',
  })
  for (let month = 0; month < 12; month++) {
    const ms = Date.UTC(2024, month, 14, 21, 35)
    const shown = format.format(ms)
    expect([shown, readDate(shown, { language, offsetMinutes: 0 })?.epochMilliseconds]).toEqual([
      shown,
      ms,
    ])
  }
})

it.each([
  ['14 June 2024 | 9.05', 'en'],
  ['14 June 2024 @ 9:05', 'en'],
  ['14. Juni 2024 – 9:05 Uhr', 'de'],
  ['14 juin 2024 à 9h05', 'fr'],
  ['14 giugno 2024 / ore 9:05', 'it'],
  ['14.6.2024 klo 9.05', 'fi'],
  ['14 czerwca 2024 godz. 9:05', 'pl'],
  ['1718355900', 'en'],
  ['1718355900000', 'en'],
])('finds the time in %s', (words, language) => {
  expect(read(words, language)).toBe('2024-06-14T09:05:00Z')
})

it.each([
  'Mon, 01 Jan 0001 00:00:00 GMT',
  'Wed, 30 Nov -0001 00:00:00 +0000',
  'Tue, 20 Jan 1970 18:13:11 GMT',
  '1970-01-01T08:00:00+08:00',
  '0',
  'Fri, 30 Feb 2024 10:00:00 GMT',
  '2023-02-29T10:00:00Z',
])('takes %s for no date', (words) => {
  expect(read(words)).toBeNull()
})
