import { dayBounds, dayOf, readZone } from '../domain/calendar.ts'
import type { DigestSpan } from '../serving/news/span.ts'
import { UsageError } from './usage-error.ts'

export type SpanOptions = { day?: string; days: string; zone?: string }

/** Reads the options that say which days are meant. Throws a UsageError that names every fault. */
export function readSpan(
  options: SpanOptions,
  defaultZone: string,
  now: Temporal.Instant,
): { zone: string; span: DigestSpan } {
  const zone = readZone(options.zone ?? defaultZone)
  const day = options.day === undefined ? undefined : readDay(options.day)
  const days = /^\d{1,3}$/.test(options.days) ? Number(options.days) : 0
  const faults: string[] = []
  if (!zone) faults.push(`--zone ${options.zone} is not a time zone such as Europe/Kyiv`)
  if (day === null) faults.push(`--day ${options.day} is not a date such as 2024-06-14`)
  if (days < 1 || days > 366) {
    faults.push(`--days ${options.days} is not a number of days from 1 to 366`)
  }
  if (!zone || day === null || faults.length > 0) {
    throw new UsageError(`these options are wrong:\n${faults.map((f) => `  ${f}`).join('\n')}`)
  }
  const { end } = dayBounds(day ?? dayOf(now, zone), zone)
  return { zone, span: { asOf: end.subtract({ milliseconds: 1 }), days } }
}

function readDay(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : null
  } catch {
    return null
  }
}
