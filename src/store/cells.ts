import type { z } from 'zod'
import { parseReason, type Reason } from '../domain/reason.ts'

/**
 * What a column may hold. SQLite keeps whatever it is given, and a database that was moved, mended by
 * hand or damaged may hold anything: `read` gives undefined for what it should not, and `usual` is
 * what then stands in its place, without which the row cannot be read at all.
 */
export type Cell<T> = {
  read(raw: unknown): T | undefined
  /** As the column holds it; undefined where nothing can stand in. */
  usual: string | number | null | undefined
  /** As `read` gives it. */
  usualValue: T | undefined
}

/** A column in which something can stand in for what cannot be read. */
export type SafeCell<T> = Cell<T> & { usualValue: T }

/** The cells of the columns of a table that are read. */
export type Shape = Readonly<Record<string, Cell<unknown>>>

export function cell<T>(read: Cell<T>['read'], usual: string | number | null): SafeCell<T> {
  const usualValue = read(usual)
  if (usualValue === undefined) throw new TypeError(`${usual} cannot be read itself`)
  return { read, usual, usualValue }
}

export function required<T>(read: Cell<T>['read']): Cell<T> {
  return { read, usual: undefined, usualValue: undefined }
}

/** What a column holds, or what stands in for it. */
export function readCell<T>({ read, usualValue }: SafeCell<T>, raw: unknown): T {
  const value = read(raw)
  return value === undefined ? usualValue : value
}

/** The columns of a row that hold what they should not. */
export function unreadable(shape: Shape, row: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(shape).filter((name) => shape[name]?.read(row[name]) === undefined)
}

// The years 1 to 9999: what is further off was not meant, and has no date in ISO 8601.
const earliestMs = -62_135_596_800_000
export const latestMs = 253_402_300_799_999

export function instant(raw: unknown): Temporal.Instant | undefined {
  const isFine = Number.isInteger(raw) && Number(raw) >= earliestMs && Number(raw) <= latestMs
  return isFine ? Temporal.Instant.fromEpochMilliseconds(Number(raw)) : undefined
}

export function text(raw: unknown): string | undefined {
  return typeof raw === 'string' ? raw : undefined
}

export function reason(raw: unknown): Reason | undefined {
  return typeof raw === 'string' ? parseReason(raw) : undefined
}

/** Text in which there is something to see. */
export function words(raw: unknown): string | undefined {
  return typeof raw === 'string' && /\S/.test(raw) ? raw : undefined
}

export function webAddress(raw: unknown): string | undefined {
  return typeof raw === 'string' && /^https?:\/\/\S/i.test(raw) && URL.canParse(raw)
    ? raw
    : undefined
}

/** What can be sent as a header. */
export function headerText(raw: unknown): string | undefined {
  return typeof raw === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(raw) ? raw : undefined
}

/** A whole number from 0 up. */
export function count(raw: unknown): number | undefined {
  return Number.isSafeInteger(raw) && Number(raw) >= 0 ? Number(raw) : undefined
}

/** The number of a row. */
export function rowNumber(raw: unknown): number | undefined {
  return count(raw)
}

/** The number of a chat, which is negative for groups. */
export function chatNumber(raw: unknown): number | undefined {
  return Number.isSafeInteger(raw) && raw !== 0 ? Number(raw) : undefined
}

export function flag(raw: unknown): boolean | undefined {
  return raw === 0 || raw === 1 ? raw === 1 : undefined
}

export function between(least: number, most: number) {
  return (raw: unknown): number | undefined =>
    typeof raw === 'number' && raw >= least && raw <= most ? raw : undefined
}

export function oneOf<T extends string>(values: readonly T[]) {
  return (raw: unknown): T | undefined => values.find((value) => value === raw)
}

export function json<T>(shape: z.ZodType<T>) {
  return (raw: unknown): T | undefined => {
    if (typeof raw !== 'string') return undefined
    try {
      return shape.safeParse(JSON.parse(raw)).data
    } catch {
      return undefined
    }
  }
}

export function nullable<T>(read: Cell<T>['read']) {
  return (raw: unknown): T | null | undefined => (raw === null ? null : read(raw))
}

/** What stands in for some columns, as the table holds it. */
export function usualOf(shape: Shape, names: Iterable<string>): Record<string, unknown> {
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const usual = shape[name]?.usual
      return usual === undefined ? [] : [[name, usual]]
    }),
  )
}

/** What stands in a column, in words for people. */
export function describeRaw(raw: unknown): string {
  return raw instanceof Uint8Array ? 'bytes' : String(raw)
}
