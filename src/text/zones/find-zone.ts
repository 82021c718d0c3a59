import { readZone } from '../../domain/calendar.ts'
import { editDistance } from '../../lib/edit-distance.ts'
import { abbreviations } from './abbreviations.ts'
import { places } from './places.ts'
import { currentName, foldedName, zoneNames } from './zone-names.ts'

/**
 * The zone that somebody means, those that may be meant, or the places of a name about like it, of which
 * none may be meant; null where nothing is like it.
 */
export type FoundZone =
  | { kind: 'zone'; zone: string }
  | { kind: 'several'; zones: string[] }
  | { kind: 'guesses'; places: { name: string; zone: string }[] }
  | null

const longestName = 60
const mostChoices = 12

/**
 * Finds the zone in what people write: a name of IANA's, a city, a country, an abbreviation (`CET`), in
 * English or Ukrainian. An offset (`+2`) gives the places whose clocks show that hour now, since it
 * knows no summer time; a name that is none gives those it is like.
 */
export function findZone(input: string, now: Temporal.Instant): FoundZone {
  const text = input
    .trim()
    .replace(/\s+(?:time(?: ?zone)?|час(?:ом)?)$/i, '')
    .replace(/^(?:м\.|місто|city of)\s*(?=\p{L})/iu, '')
  if (text === '' || text.length > longestName) return null
  const offset = readOffset(text)
  if (offset !== null) return several(zonesAt(offset, now))
  const short = abbreviations.get(foldedName(text))
  if (short) return several([...short])
  // Without a slash it is an old name of IANA's for a country (`Portugal`), better found below.
  const zone = text.includes('/') ? readZone(text.replace(/ +/g, '_')) : null
  if (zone) return { kind: 'zone', zone: currentName(zone) }
  for (const name of [text, ...text.split(/[,;(/]/)]) {
    const zones = zoneNames().get(foldedName(name))
    if (zones) return several(oneOfEachClock([...zones], now).slice(0, mostChoices))
  }
  const near = similarNames(foldedName(text))
  const zonesOf = (name: string) => [...(zoneNames().get(name) ?? [])]
  const choices = oneOfEachClock(near.names.flatMap(zonesOf), now).slice(0, mostChoices)
  if (choices.length === 0) return null
  if (near.isSure) return { kind: 'several', zones: choices }
  const places = choices.map((zone) => {
    const name = near.names.find((each) => zonesOf(each).includes(zone)) ?? ''
    return { name: name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()), zone }
  })
  return { kind: 'guesses', places }
}

/** A zone for each hour that large places all over the world have now, from west to east. */
export function commonZones(now: Temporal.Instant): string[] {
  const byOffset = new Map<number, string>()
  for (const [zone] of places) {
    const offset = offsetMinutes(zone, now)
    if (!byOffset.has(offset)) byOffset.set(offset, zone)
  }
  return [...byOffset].toSorted(([a], [b]) => a - b).map(([, zone]) => zone)
}

function several(zones: string[]): FoundZone {
  const [zone] = zones
  if (!zone) return null
  return zones.length === 1 ? { kind: 'zone', zone } : { kind: 'several', zones }
}

/** Reads `+2`, `UTC+02:00`, `GMT-3:30` or `+0530` as minutes; null for anything else. */
function readOffset(text: string): number | null {
  const match = /^(?:utc|gmt)?\s*([+\-−–]|(?=\d{1,2}$))(\d{1,2})(?::?([0-5]\d))?$/i.exec(text)
  if (!match) return null
  const [, sign = '', hours, minutes = '0'] = match
  const all = Number(hours) * 60 + Number(minutes)
  return /[-−–]/.test(sign) ? -all : all
}

function zonesAt(offset: number, now: Temporal.Instant): string[] {
  const zones = [...places.map(([zone]) => zone), ...Intl.supportedValuesOf('timeZone')]
  const fitting = zones.filter((zone) => offsetMinutes(zone, now) === offset).map(currentName)
  return [...new Set([...oneOfEachClock(fitting, now), ...fitting])].slice(0, mostChoices)
}

/** Of zones whose clocks agree all year long the best known one, those of large places first. */
function oneOfEachClock(zones: readonly string[], now: Temporal.Instant): string[] {
  const rank = new Map(places.map(([zone], i) => [zone, i]))
  const ordered = zones.toSorted(
    (a, b) => (rank.get(a) ?? places.length) - (rank.get(b) ?? places.length),
  )
  const months = Array.from({ length: 12 }, (_, i) => now.add({ hours: i * 730 }))
  const clocks = new Map<string, string>()
  for (const zone of ordered) {
    const clock = months.map((month) => offsetMinutes(zone, month)).join()
    if (!clocks.has(clock)) clocks.set(clock, zone)
  }
  return [...clocks.values()]
}

function offsetMinutes(zone: string, at: Temporal.Instant): number {
  return at.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9
}

/** Names that begin so or differ by one slip; or else, which is not sure, those that differ by two. */
function similarNames(name: string): { names: string[]; isSure: boolean } {
  const names = [...zoneNames().keys()]
  if (name.length < 3) return { names: [], isSure: true }
  const longer = names.filter((each) => each.startsWith(name))
  if (longer.length > 0) return { names: longer, isSure: true }
  const within = (most: number) =>
    names.filter(
      (each) => Math.abs(each.length - name.length) <= most && editDistance(each, name) <= most,
    )
  const slips = within(1)
  if (slips.length > 0 || name.length < 6) return { names: slips, isSure: true }
  return { names: within(2), isSure: false }
}
