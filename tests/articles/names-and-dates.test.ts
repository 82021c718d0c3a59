import { expect, it } from 'vitest'
import { readDate } from '../../src/articles/dates.ts'
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
  expect(readDate(text)?.toString()).toBe(instant)
})

it.each(['', 'yesterday', '31 June 2024', '14/06', '1 May 1850', 'Version 4.06.20'])(
  'reads no date in %j',
  (text) => {
    expect(readDate(text)).toBeNull()
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
