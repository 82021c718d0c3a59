import { letOthersWork } from '../../lib/let-others-work.ts'
import { countryNames, places, renamed } from './places.ts'

/** Zones by the names of their cities and countries, in English and Ukrainian, folded. */
export type ZoneNames = ReadonlyMap<string, ReadonlySet<string>>

/** A name as it is looked up: without capitals, accents, apostrophes and hyphens. */
export function foldedName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ`.]/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[\s_\-–]+/g, ' ')
    .trim()
}

/** All names, made when they are first asked for: that takes a quarter of a second. */
export function zoneNames(): ZoneNames {
  for (const names of collectNames()) known ??= names
  return known ?? new Map()
}

/** Makes the names while others are served, so that `zoneNames` has them. */
export async function loadZoneNames(): Promise<void> {
  for (const names of collectNames()) {
    known ??= names
    await letOthersWork()
  }
}

let known: ZoneNames | undefined

/** The current name of a zone. */
export function currentName(zone: string): string {
  return renamed.get(zone) ?? zone
}

/** The city in the name of a zone, such as `New York`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** The same for a reader of a language (BCP 47): `Нью-Йорк` in Ukrainian, in English for all others. */
export function cityIn(language: string, zone: string): string {
  if (!/^uk\b/.test(language)) return cityOf(zone)
  const names = places.find(([each]) => each === zone)?.[1].split(', ')
  const own = names?.find((name) => /^\p{Script=Cyrillic}/u.test(name))
  return own ?? ukrainianName(zone) ?? cityOf(zone)
}

/** In steps that take a few milliseconds each; the last gives the names. */
function* collectNames(): Generator<ZoneNames | undefined> {
  if (known) return
  const names = new Map<string, Set<string>>()
  const add = (name: string, zone: string) => {
    const key = foldedName(name)
    const zones = names.get(key)
    if (zones) zones.add(zone)
    else names.set(key, new Set([zone]))
  }
  for (const [i, zone] of Intl.supportedValuesOf('timeZone').entries()) {
    if (i % 10 === 0) yield
    add(cityOf(zone), currentName(zone))
    const ukrainian = ukrainianName(zone)
    if (ukrainian) add(ukrainian, currentName(zone))
  }
  const languages = ['en', 'uk'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region' }),
  )
  for (const first of letters) {
    yield
    for (const { names: own, zones } of countries(first, languages)) {
      for (const name of own) for (const zone of zones) add(name, zone)
    }
  }
  // Last, as these are surer: a city of that name elsewhere is not meant.
  for (const [zone, list] of places) {
    const own = list.split(', ').map(foldedName)
    for (const name of [...own, foldedName(cityOf(zone))]) names.set(name, new Set())
  }
  for (const [zone, list] of places) {
    for (const name of [...list.split(', '), cityOf(zone)]) add(name, zone)
  }
  yield names
}

// Unicode CLDR has no names of cities for themselves: they stand in `час: Нью-Йорк`.
function ukrainianName(timeZone: string): string | null {
  const parts = new Intl.DateTimeFormat('uk', {
    timeZone,
    timeZoneName: 'shortGeneric',
  }).formatToParts(0)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return /^час: (.+)$/.exec(name)?.[1] ?? null
}

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** The countries whose codes begin with a letter. */
function countries(
  first: string,
  languages: Intl.DisplayNames[],
): { names: string[]; zones: string[] }[] {
  return letters.flatMap((second) => {
    const region = first + second
    const zones = new Intl.Locale(`und-${region}`).getTimeZones?.() ?? []
    if (zones.length === 0) return []
    const names = languages.flatMap((each) => each.of(region) ?? [])
    const others = countryNames.get(region)?.split(', ') ?? []
    return [{ names: [...names, ...others], zones: zones.map(currentName) }]
  })
}
