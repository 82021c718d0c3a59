import { expect, it } from 'vitest'
import { commonZones, findZone } from '../../src/text/zones/find-zone.ts'
import { cityIn } from '../../src/text/zones/zone-names.ts'
import { zoneOfPlace } from '../../src/text/zones/zone-of-place.ts'

const winter = Temporal.Instant.from('2026-12-01T12:00:00Z')
const summer = Temporal.Instant.from('2026-07-01T12:00:00Z')

const zoneOf = (text: string) => {
  const found = findZone(text, winter)
  return found?.kind === 'zone' ? found.zone : null
}
const choicesOf = (text: string, now = winter) => {
  const found = findZone(text, now)
  return found?.kind === 'several' ? found.zones : []
}

it('finds cities and countries in English and Ukrainian, however they are spelt', () => {
  for (const [text, zone] of [
    ['kyiv', 'Europe/Kyiv'],
    ['Київ', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Kharkiv, Ukraine', 'Europe/Kyiv'],
    ['Україна', 'Europe/Kyiv'],
    ['new_york', 'America/New_York'],
    ['America/New York', 'America/New_York'],
    ['Нью-Йорк', 'America/New_York'],
    ['são paulo', 'America/Sao_Paulo'],
    ['Sao Paulo', 'America/Sao_Paulo'],
    ['ПАРИЖ', 'Europe/Paris'],
    ['Німеччина', 'Europe/Berlin'],
    ['Japan', 'Asia/Tokyo'],
    ['London time', 'Europe/London'],
    ['Івано Франківськ', 'Europe/Kyiv'],
    ['Lvov', 'Europe/Kyiv'],
    ['Lwów', 'Europe/Kyiv'],
    ['Київський час', 'Europe/Kyiv'],
    ['за Києвом', 'Europe/Kyiv'],
    ['за київським часом', 'Europe/Kyiv'],
    ['м. Львів', 'Europe/Kyiv'],
    ['Біла Церква', 'Europe/Kyiv'],
    ['Крим', 'Europe/Simferopol'],
    ['Великобританія', 'Europe/London'],
    ['Praha', 'Europe/Prague'],
    ['Roma', 'Europe/Rome'],
    ['Warszawa', 'Europe/Warsaw'],
    ['Deutschland', 'Europe/Berlin'],
    ['Балі', 'Asia/Makassar'],
  ]) {
    expect([text, zoneOf(text ?? '')]).toEqual([text, zone])
  }
})

it('takes abbreviations for the clocks of people, summer time included', () => {
  for (const text of ['EST', 'edt', 'ET', 'Eastern Time']) {
    expect(zoneOf(text)).toBe('America/New_York')
  }
  const offset = (at: Temporal.Instant) => at.toZonedDateTimeISO(zoneOf('CET') ?? 'UTC').offset
  expect([offset(winter), offset(summer)]).toEqual(['+01:00', '+02:00'])
  expect(zoneOf('utc')).toBe('UTC')
  expect(choicesOf('IST')).toContain('Asia/Kolkata')
})

it('offers the places that have an offset now', () => {
  for (const text of ['+2', 'UTC+2', 'gmt +02:00', '+0200', '2']) {
    expect(choicesOf(text)).toContain('Europe/Kyiv')
    expect(choicesOf(text, summer)).toContain('Europe/Berlin')
    expect(choicesOf(text, summer)).not.toContain('Europe/Kyiv')
  }
  expect(choicesOf('−3:30').concat(zoneOf('-3:30') ?? [])).toEqual(['America/St_Johns'])
  expect(findZone('+13:37', winter)).toBeNull()
})

it('offers what a country has, and what a slip of the pen may mean', () => {
  expect(choicesOf('USA').slice(0, 2)).toEqual(['America/New_York', 'America/Chicago'])
  expect(choicesOf('Канада')).toContain('America/Toronto')
  expect(choicesOf('Londn')).toEqual(['Europe/London'])
  expect(findZone('Atlantis', winter)).toEqual({
    kind: 'guesses',
    places: [{ name: 'Atlanta', zone: 'America/New_York' }],
  })
  expect(choicesOf('San Fr')).toContain('America/Los_Angeles')
  expect(choicesOf('Portugal')).toEqual(['Europe/Lisbon', 'Atlantic/Azores'])
})

it('finds nothing in what is none, and never throws', () => {
  for (const text of [
    '',
    ' ',
    '<Mars>',
    'qwerty',
    '😀',
    '99',
    'x'.repeat(5000),
    '/',
    '+',
    '+99:99',
  ]) {
    expect(findZone(text, winter)).toBeNull()
  }
  for (const text of ['constructor', '__proto__', 'toString', '\u202e', 'a/b', '((((']) {
    expect(() => findZone(text, winter)).not.toThrow()
  }
})

it('offers a place for each hour, whose names all are zones', () => {
  const zones = commonZones(winter)
  expect(zones.length).toBeGreaterThan(20)
  for (const zone of zones) expect(zoneOf(zone)).toBe(zone)
})

it('calls the places of all hours by Ukrainian names for Ukrainian readers', () => {
  const names = [winter, summer].flatMap((now) =>
    commonZones(now).map((zone) => cityIn('uk-UA', zone)),
  )
  for (const name of names) expect(name).toMatch(/^\p{Script=Cyrillic}/u)
  const cities = ['Europe/Kyiv', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Guam']
  expect(cities.map((zone) => cityIn('uk', zone))).toEqual(['Київ', 'Сан-Паулу', 'Колката', 'Гуам'])
  expect(cities.map((zone) => cityIn('en', zone))[1]).toBe('Sao Paulo')
})

it('tells the zone of a place on Earth, and none of what is no place', () => {
  for (const [latitude, longitude, zone] of [
    [50.45, 30.52, 'Europe/Kyiv'],
    [46.48, 30.73, 'Europe/Kyiv'],
    [22.57, 88.36, 'Asia/Kolkata'],
    [-34.6, -58.38, 'America/Argentina/Buenos_Aires'],
    [Number.NaN, 0, null],
    [91, 0, null],
    [0, 1e9, null],
  ] as const) {
    expect([latitude, zoneOfPlace(latitude, longitude)]).toEqual([latitude, zone])
  }
})
