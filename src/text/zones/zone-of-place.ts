import findZone from '@photostructure/tz-lookup'
import { readZone } from '../../domain/calendar.ts'
import { currentName } from './zone-names.ts'

/** The zone of a place on Earth, in degrees, by a table on this machine; null for what is no place. */
export function zoneOfPlace(latitude: number, longitude: number): string | null {
  try {
    const zone = readZone(findZone(latitude, longitude))
    return zone && currentName(zone)
  } catch {
    return null
  }
}
