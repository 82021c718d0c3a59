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

/** All names, made when they are first asked for: that takes a tenth of a second. */
export function zoneNames(): ZoneNames {
  known ??= collectNames()
  return known
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

function collectNames(): ZoneNames {
  const names = new Map<string, Set<string>>()
  const add = (name: string, zone: string) => {
    const key = foldedName(name)
    const zones = names.get(key)
    if (zones) zones.add(zone)
    else names.set(key, new Set([zone]))
  }
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    add(cityOf(zone), currentName(zone))
    const ukrainian = ukrainianName(zone)
    if (ukrainian) add(ukrainian, currentName(zone))
  }
  for (const { names: own, zones } of countries()) {
    for (const name of own) for (const zone of zones) add(name, zone)
  }
  // Last, as these are surer: a city of that name elsewhere is not meant.
  for (const [zone, list] of places) {
    const own = list.split(', ').map(foldedName)
    for (const name of [...own, foldedName(cityOf(zone))]) names.set(name, new Set())
  }
  for (const [zone, list] of places) {
    for (const name of [...list.split(', '), cityOf(zone)]) add(name, zone)
  }
  return names
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

function countries(): { names: string[]; zones: string[] }[] {
  const languages = ['en', 'uk'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region' }),
  )
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  return letters.flatMap((first) =>
    letters.flatMap((second) => {
      const region = first + second
      const zones = new Intl.Locale(`und-${region}`).getTimeZones?.() ?? []
      if (zones.length === 0) return []
      const names = languages.flatMap((each) => each.of(region) ?? [])
      const others = countryNames.get(region)?.split(', ') ?? []
      return [{ names: [...names, ...others], zones: zones.map(currentName) }]
    }),
  )
}
