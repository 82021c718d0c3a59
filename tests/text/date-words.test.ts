import { describe, expect, it } from 'vitest'
import { joinDateWords, resolveDay } from '../../src/text/dates/date-words.ts'
import { dateNames } from '../../src/text/dates/names.ts'
import { findDateWords, readDateWords } from '../../src/text/dates/words.ts'

const names = dateNames(null)
const now = Temporal.ZonedDateTime.from('2024-07-01T09:00[Europe/Kyiv]')
const dayOf = (text: string) => {
  const words = readDateWords(text, names)
  return words && resolveDay(words, now)?.toString()
}

describe('date headings', () => {
  it.each([
    '14 June 2024',
    'June 14, 2024',
    'Jun 14th, 2024',
    'Friday, 14 June',
    'Fri 14 Jun',
    '14.06.2024',
    '14/06/24',
    '06/14/2024',
    '2024-06-14',
    '2024.06.14',
    'News of 14 June',
    'П’ятниця, 14 червня 2024 року',
    "п'ятниця, 14 червня",
    'Новини за 14 червня 2024 р.',
    '14 черв.',
    '14 июня 2024 г.',
  ])('reads %s', (text) => {
    expect(dayOf(text)).toBe('2024-06-14')
  })

  it('reads the days around today', () => {
    expect(dayOf('Today')).toBe('2024-07-01')
    expect(dayOf('Сьогодні, 1 липня')).toBe('2024-07-01')
    expect(dayOf('Yesterday')).toBe('2024-06-30')
    expect(dayOf('Вчора')).toBe('2024-06-30')
    expect(dayOf('учора')).toBe('2024-06-30')
    expect(dayOf('Позавчора')).toBe('2024-06-29')
  })

  it('takes the nearest past year where none is named, and heeds the weekday', () => {
    expect(dayOf('2 July')).toBe('2024-07-02')
    expect(dayOf('3 July')).toBe('2023-07-03')
    expect(dayOf('Wednesday, 14 June')).toBe('2023-06-14')
    expect(dayOf('31 December')).toBe('2023-12-31')
  })

  it('takes the second of two days, and knows how Americans write', () => {
    expect(dayOf('12–13 червня')).toBe('2024-06-13')
    expect(dayOf('14-15 June 2024')).toBe('2024-06-15')
    const american = readDateWords('06/05/2024', dateNames('en-US'))
    expect(american).toEqual({ year: 2024, month: 6, day: 5 })
    expect(readDateWords('14/06/2024', dateNames('en-US'))).toMatchObject({ month: 6, day: 14 })
  })

  it('joins a heading of two lines', () => {
    const [a, b] = ['2024, Friday', '14 June'].map((line) => readDateWords(line, names))
    expect(a && b && joinDateWords(a, b)).toEqual({ year: 2024, weekday: 5, day: 14, month: 6 })
    expect(b && joinDateWords(b, { day: 13 })).toBeNull()
  })

  it.each([
    'The bridge opens on 14 June',
    '31 February 2024',
    '14 June 2099',
    'More news',
    'the news',
    '12 comments',
    '',
    '| / |',
    '99.99',
    '1'.repeat(60),
  ])('reads no day in %s', (text) => {
    expect(dayOf(text) ?? null).toBeNull()
  })

  it('reads times of day, and how long ago', () => {
    const time = (text: string) => readDateWords(text, names)?.time?.toString()
    expect(time('14:35')).toBe('14:35:00')
    expect(time('2:05 p.m.')).toBe('14:05:00')
    expect(time('12 am')).toBe('00:00:00')
    expect(time('14.35')).toBe('14:35:00')
    expect(time('25:00')).toBeUndefined()
    expect(readDateWords('5 хвилин тому', names)).toEqual({ minutesAgo: 5 })
    expect(readDateWords('2 hours ago', names)).toEqual({ minutesAgo: 120 })
    const ago = (text: string) => readDateWords(text, names)?.minutesAgo
    expect(['just now', 'щойно', 'an hour ago', 'годину тому'].map(ago)).toEqual([0, 0, 60, 60])
    expect(['a week ago', 'тиждень тому', '3 тижні тому'].map(ago)).toEqual([10080, 10080, 30240])
    expect(['2 months ago', 'рік тому', 'год назад'].map(ago)).toEqual([86400, 525600, 525600])
  })

  it('finds the date among other words of a row', () => {
    expect(findDateWords('Ada Marsh, 14 June 2024 | 12:30', names)).toMatchObject({
      year: 2024,
      month: 6,
      day: 14,
      time: Temporal.PlainTime.from('12:30'),
    })
    expect(findDateWords('14:35 Politics', names)).toEqual({
      time: Temporal.PlainTime.from('14:35'),
    })
    expect(findDateWords('Comments, 12', names)).toBeNull()
  })

  it('knows the months of the page’s own language', () => {
    const german = readDateWords('Freitag, 14. März 2024', dateNames('de-AT'))
    expect(german).toMatchObject({ day: 14, month: 3, year: 2024 })
    expect(dateNames('no such language')).toBe(dateNames('en'))
  })
})

describe('how long ago', () => {
  const ago = (text: string, language: string) =>
    findDateWords(text, dateNames(language))?.minutesAgo

  it.each(
    'ar bg cs da de el en es et fi fr he hi hu id it ja ko lt lv nb nl pl pt ro ru sv th tr uk vi zh'.split(
      ' ',
    ),
  )('is read as %s tells it', (language) => {
    const format = new Intl.RelativeTimeFormat(language)
    for (const [unit, minutes] of [
      ['minute', 1],
      ['hour', 60],
      ['day', 1440],
    ] as const) {
      for (const count of [1, 2, 3, 7, 12]) {
        const shown = format.format(-count, unit)
        expect([shown, ago(shown, language)]).toEqual([shown, count * minutes])
      }
    }
  })

  it('may stand among other words, in words, and in two units', () => {
    expect(ago('Updated about 3 hours ago', 'en')).toBe(180)
    expect(ago('by Ada Marsh 3 hours ago', 'en')).toBe(180)
    expect(ago('1 hour, 20 minutes ago', 'en')).toBe(80)
    expect(ago('vor einer Stunde', 'de')).toBe(60)
    expect(ago('aktualisiert vor 5 Min.', 'de')).toBe(5)
    expect(ago('hace una hora', 'es')).toBe(60)
    expect(ago('3 min read', 'en')).toBeUndefined()
  })
})

it('finds a day with its year before other words, and none in a sentence', () => {
  expect(findDateWords('Posted on May 7, 2023 by Ada', names)).toMatchObject({ year: 2023, day: 7 })
  expect(findDateWords('May 7, 2023 4 min read', names)).toMatchObject({ year: 2023, day: 7 })
  expect(findDateWords('7 May 2023 Ada Marsh', names)).toMatchObject({ year: 2023, month: 5 })
  const blurb = 'The old ferry has not left the harbour since 7 May 2023, when the storm came in.'
  expect(findDateWords(blurb, names)).toBeNull()
})

it('knows the zone of a time', () => {
  const words = readDateWords('May 7, 2024, 6:05 p.m. PST', names)
  expect(words).toMatchObject({ time: Temporal.PlainTime.from('18:05'), zone: '-08:00' })
})
