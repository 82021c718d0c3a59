import { isLanguage } from '../domain/language.ts'
import { everyDay, inOrder, mostTimes } from '../domain/schedule.ts'
import { type DigestNote, digestNotes, silences } from '../domain/subscription.ts'
import { createMemory } from '../lib/memory.ts'
import {
  cell,
  chatNumber,
  count,
  flag,
  instant,
  nullable,
  oneOf,
  required,
  type Shape,
  text,
} from './cells.ts'

/** Whether this machine knows a zone, by its name: to ask takes far longer than to remember. */
const zones = new Map<string, boolean>()
const mostZones = 2000

const readTimes = createMemory(1000)((raw): Temporal.PlainTime[] | undefined => {
  if (!/^(?:(?: |^)(?:[01]\d|2[0-3]):[0-5]\d)+$/.test(raw)) return undefined
  const read = inOrder(raw.split(' ').map((time) => Temporal.PlainTime.from(time)))
  return read.length <= mostTimes ? read : undefined
})

/** How the columns of a subscription are read. */
export const subscriptionShape = {
  chat_id: required(chatNumber),
  thread_id: cell(nullable(count), null),
  zone: cell(zone, 'UTC'),
  times: cell(times, '07:30'),
  weekdays: cell(weekdays, everyDay.join('')),
  paused_until: cell(nullable(instant), null),
  quiet_note: cell(flag, 0),
  silence: cell(oneOf(silences), 'night'),
  language: cell(nullable(language), null),
  next_slot_at: cell(instant, 0),
  covered_through: cell(nullable(count), null),
  alert_through: cell(nullable(count), null),
  remind_at: cell(nullable(instant), null),
  notes: cell(nullable(text), null),
} satisfies Shape

function zone(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined
  const isKnown = zones.get(raw) ?? isZone(raw)
  if (zones.size < mostZones) zones.set(raw, isKnown)
  return isKnown ? raw : undefined
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Temporal.ZonedDateTime(0n, name))
  } catch {
    return false
  }
}

function times(raw: unknown): readonly Temporal.PlainTime[] | undefined {
  return typeof raw === 'string' ? readTimes(raw) : undefined
}

/** Reads the name of an hour, as in `18:00`. */
export function timeOfDay(raw: unknown): Temporal.PlainTime | undefined {
  const read = times(raw)
  return read?.length === 1 ? read[0] : undefined
}

function language(raw: unknown): string | undefined {
  return isLanguage(raw) ? raw : undefined
}

function weekdays(raw: unknown): number[] | undefined {
  if (typeof raw !== 'string' || !/^[1-7]{1,7}$/.test(raw)) return undefined
  return everyDay.filter((day) => raw.includes(String(day)))
}

const plannedBy = [
  'zone',
  'times',
  'weekdays',
  'paused_until',
  'quiet_note',
  'next_slot_at',
  'covered_through',
] as const

/** Whether a digest can be planned for a subscription as it stands; `newest` is the last arrival. */
export function isPlannable(
  row: Readonly<Record<(typeof plannedBy)[number], unknown>>,
  newest: number,
): boolean {
  const isRead = plannedBy.every((name) => subscriptionShape[name].read(row[name]) !== undefined)
  return isRead && Number(row.covered_through) <= newest
}

/** What its next digest is to tell a chat. */
export function notesFromRow(raw: unknown): DigestNote[] {
  const notes = typeof raw === 'string' ? raw.split(' ') : []
  return digestNotes.filter((note) => notes.includes(note))
}
