import { expect, it } from 'vitest'
import { columnistKey } from '../../src/domain/columnist.ts'

it.each([
  [
    'Сергій Згурець',
    'Serhiy Zgurets',
    'Sergii Zgurets',
    'ZGURETS Serhii',
    'Сергей Згурец',
    'Sergey Zgurets',
  ],
  ['Олександр Шевченко', 'Oleksandr Shevchenko', 'Alexander Shevchenko'],
  ['Юлія Яременко', 'Yuliia Yaremenko', 'Yulia Yaremenko', 'Julia Yaremenko'],
  ['Євген Щербань', 'Yevhen Shcherban', 'Eugene Shcherban'],
  ['José Álvarez', 'Jose Alvarez'],
])('knows one person across spellings: %s', (...names) => {
  expect(new Set(names.map(columnistKey)).size).toBe(1)
})

it('keeps persons apart', () => {
  const names = [
    'Ada Marsh',
    'Ada March',
    'Ада Гай',
    'Serhiy Zhadan',
    'Serhiy Zgurets',
    'Олена Коваль',
    'Олег Коваль',
  ]
  expect(new Set(names.map(columnistKey)).size).toBe(names.length)
})
