import { expect, it } from 'vitest'
import { holdsDate, readPageDate } from '../../src/articles/page-date.ts'
import { personNames } from '../../src/articles/person-name.ts'
import { nominativeName } from '../../src/articles/ukrainian-name.ts'

it.each([
  ['14 June 2024, 10:30', '2024-06-14T10:30:00Z'],
  ['June 14, 2024 at 9:05 p.m. EDT', '2024-06-15T01:05:00Z'],
  ['Published: Friday 14th June 2024 | 07:12 BST', '2024-06-14T06:12:00Z'],
  ['п’ятниця, 14 червня 2024, 10:30', '2024-06-14T10:30:00Z'],
  ['14.06.2024 10:30', '2024-06-14T10:30:00Z'],
  ['2024-06-14T10:30:00+0300', '2024-06-14T07:30:00Z'],
  ['Fri, 14 Jun 2024 09:30:00 GMT', '2024-06-14T09:30:00Z'],
  ['2024-06-14', '2024-06-14T12:00:00Z'],
])('reads the date %s', (text, instant) => {
  expect(readPageDate(text, { language: null, offsetMinutes: 0 })?.at.toString()).toBe(instant)
})

it.each([
  ['14 czerwca 2024, 10:30', 'pl', '2024-06-14T10:30:00Z'],
  ['Am 14. Juni 2024 um 10:30 Uhr', 'de', '2024-06-14T10:30:00Z'],
  ['Publicado el 14 de junio de 2024 a las 10:30', 'es', '2024-06-14T10:30:00Z'],
  ['2024年6月14日 10:30', 'ja', '2024-06-14T10:30:00Z'],
  ['в п’ятницю, 14 червня 2024', 'uk', '2024-06-14T12:00:00Z'],
])('reads the date %s in %s', (text, language, instant) => {
  expect(readPageDate(text, { language, offsetMinutes: 0 })?.at.toString()).toBe(instant)
  expect(holdsDate(text, language)).toBe(true)
})

it.each(['06/07/2024', 'Updated 06/07/2024', 'In May 2024, 14 people'])(
  'leaves alone what may be read in two ways: %s',
  (text) => {
    expect(readPageDate(text, { language: 'en', offsetMinutes: 0 })).toBeNull()
    expect(holdsDate(text, 'en')).toBe(false)
  },
)

it.each(['', 'yesterday', '31 June 2024', '14/06', '1 May 1850', 'Version 4.06.20'])(
  'reads no date in %j',
  (text) => {
    expect(readPageDate(text, { language: null, offsetMinutes: 0 })).toBeNull()
  },
)

it.each([
  ['By Jane Doe', 'Jane Doe'],
  ['BY JANE DOE AND JOHN ROE', 'Jane Doe, John Roe'],
  ['Автор: Сергій Згурець', 'Сергій Згурець'],
  ['14 June 2024 by Conor O’Brien-Smith in London', 'Conor O’Brien-Smith'],
  ['Олена Коваль та Іван Франко', 'Олена Коваль, Іван Франко'],
  ['Staff Reporter', ''],
])('reads the byline %s', (byline, names) => {
  expect(personNames(byline).join(', ')).toBe(names)
})

it.each([
  ['Сергія Згурця', 'Сергій Згурець'],
  ['Дмитра Шевченка', 'Дмитро Шевченко'],
  ['Ігоря Бондаря', 'Ігор Бондар'],
  ['Миколи Рябчука', 'Микола Рябчук'],
  ['Василя Залізного', 'Василь Залізний'],
  ['Оксани Забужко', 'Оксана Забужко'],
  ['Марії Новицької', 'Марія Новицька'],
  ['Ольги Коваль', 'Ольга Коваль'],
])('brings %s back to the nominative', (genitive, nominative) => {
  expect(nominativeName(genitive)).toBe(nominative)
})
