import { clockTime, dayInWords, dayOf } from '../domain/calendar.ts'
import type { Translate } from '../domain/translate.ts'

/** An instant as a reader says it within a sentence: `Friday, 14 June 2024, 07:30`. */
export function localTime(at: Temporal.Instant, zone: string, t: Translate): string {
  return `${dayInWords(dayOf(at, zone), t('date-locale'))}, ${clockTime(at, zone)}`
}

/** An instant as seen from now, in its largest unit: `5 minutes ago`, `in 2 hours`. */
export function timeFrom(at: Temporal.Instant, now: Temporal.Instant, t: Translate): string {
  const format = new Intl.RelativeTimeFormat(t('date-locale'), { numeric: 'auto' })
  const minutes = Math.round(at.since(now).total('minutes'))
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute')
  if (Math.abs(minutes) < 48 * 60) return format.format(Math.round(minutes / 60), 'hour')
  return format.format(Math.round(minutes / (24 * 60)), 'day')
}
