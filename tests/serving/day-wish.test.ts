import { expect, it } from 'vitest'
import { readDayWish } from '../../src/serving/day-wish.ts'
import type { NamedFilter } from '../../src/serving/news-filters.ts'

/** A Friday. */
const now = Temporal.ZonedDateTime.from('2024-06-14T09:00[Europe/Kyiv]')
const named = (name: string, id: number): NamedFilter => ({
  name,
  filter: { kind: 'feed', id },
  of: { feeds: [id] },
})
const known = [
  'Sport',
  'Harbour Post',
  'Harbour Record',
  'Спорт',
  'Ада Марш',
  'May',
  '24 Hours',
  "Sinead O'Connor",
  'Марʼяна Дем’янчук',
].map(named)
const read = (input: string) => {
  const wish = readDayWish(input, known, now)
  return (
    wish &&
    [wish.date, wish.size, wish.filters?.map(({ name }) => name).join('|')]
      .filter(Boolean)
      .join(' ')
  )
}

it('reads days in English and Ukrainian, the last one of that name', () => {
  for (const [input, day] of [
    ['today', '2024-06-14'],
    ['Yesterday', '2024-06-13'],
    ['вчора', '2024-06-13'],
    ['позавчора', '2024-06-12'],
    ['14 June', '2024-06-14'],
    ['June 1', '2024-06-01'],
    ['1st of June 2023', '2023-06-01'],
    ['20 грудня', '2023-12-20'],
    ['5 червня 2024 року', '2024-06-05'],
    ['05.06.2024', '2024-06-05'],
    ['2024-06-01', '2024-06-01'],
    ['monday', '2024-06-10'],
    ['friday', '2024-06-14'],
    ['у середу', '2024-06-12'],
    ['last Saturday', '2024-06-08'],
    ['3 days ago', '2024-06-11'],
    ['2 дні тому', '2024-06-12'],
  ]) {
    expect({ [input ?? '']: read(input ?? '') }).toEqual({ [input ?? '']: day })
  }
})

it('reads numbers and names, and several of them in any order', () => {
  for (const [input, wish] of [
    ['5', '5'],
    ['sport', 'Sport'],
    ['СПОРТ', 'Спорт'],
    ['harbour', 'Harbour Post|Harbour Record'],
    ['harbour rec', 'Harbour Record'],
    ['марш', 'Ада Марш'],
    ['may', 'May'],
    ['24 hours', '24 Hours'],
    ['sinéad o’connor', "Sinead O'Connor"],
    ["дем'янчук", 'Марʼяна Дем’янчук'],
    ['мар´яна демянчук', 'Марʼяна Дем’янчук'],
    ['sport 5', '5 Sport'],
    ['5 sport', '5 Sport'],
    ['yesterday sport', '2024-06-13 Sport'],
    ['sport 1 June', '2024-06-01 Sport'],
    ['harbour post 10 june 7', '2024-06-10 7 Harbour Post'],
    ['7 вчора спорт', '2024-06-13 7 Спорт'],
  ]) {
    expect({ [input ?? '']: read(input ?? '') }).toEqual({ [input ?? '']: wish })
  }
})

it('reads nothing else, and takes no time over it', () => {
  for (const input of [
    '',
    'cricket',
    '0',
    '51',
    '5 5',
    'sport harbour',
    'sport cricket',
    '32 June',
    '12:30',
    'ha',
    '<b>',
    '***',
    'sport '.repeat(9),
    'x'.repeat(5000),
  ]) {
    expect({ [input]: read(input) }).toEqual({ [input]: null })
  }
  const many = Array.from({ length: 7000 }, (_, i) => named(`Sport ${i} of harbours`, i))
  const before = process.cpuUsage()
  readDayWish('sport 1 of harbours sport of harbours 5', many, now)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(1000)
})
