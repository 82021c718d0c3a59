import { capitalise } from '../domain/calendar.ts'
import { everyDay, type Schedule } from '../domain/schedule.ts'
import type { Translate } from '../domain/translate.ts'

/** A schedule in words: `days` as in `every day` or `on Monday and Friday`, `time` as in `07:30 and 19:00`. */
export function scheduleWords(
  { zone, times, weekdays }: Schedule,
  t: Translate,
): { days: string; time: string; zone: string } {
  const list = new Intl.ListFormat(t('date-locale'), { type: 'conjunction' })
  const time = list.format(times.map((each) => each.toString({ smallestUnit: 'minute' })))
  const names = list.format(weekdays.map((day) => t('on-weekday', { day })))
  const days = weekdays.length === everyDay.length ? t('days-every') : t('days-some', { names })
  return { days, time, zone }
}

/** The short name of an ISO weekday, as a button bears it. */
export function shortWeekday(day: number, t: Translate): string {
  const locale = t('date-locale')
  // 1 January 2024 was a Monday.
  const name = new Temporal.PlainDate(2024, 1, day).toLocaleString(locale, { weekday: 'short' })
  return capitalise(name, locale)
}
