import { type Days, daysAround } from './days.ts'

export type DayOperator = 'after' | 'before' | 'on'

/** Days with their operator. */
export type DayPart = { operator: DayOperator; days: Days; written: string }

/** `days-or`: days that are no one span together; `days-none`: days that exclude each other. */
export type SpanNote = { kind: 'days-or' | 'days-none'; words: string }

type Span = { after: Temporal.PlainDate | null; before: Temporal.PlainDate | null }

const noDays = { after: null, before: null }

/**
 * The days that all groups hold, of each of which one part must do. A day without a year, or of the week, is
 * taken for the one that fits the others. What fits nowhere is left out.
 */
export function spanOf(
  groups: readonly (readonly DayPart[])[],
  notes: { push(note: SpanNote): unknown },
): { after: string | null; before: string | null } {
  const parts = groups.flatMap((group) => {
    const joined = joinGroup(group)
    if (!joined) notes.push({ kind: 'days-or', words: writtenOf(group) })
    return joined ?? []
  })
  // What is certain first.
  const order = ({ operator, days }: DayPart) =>
    (days.every ? 3 : 0) + ['after', 'on', 'before'].indexOf(operator)
  const span = parts.toSorted((a, b) => order(a) - order(b)).reduce<Span>(narrow, noDays)
  if (isEmpty(span)) {
    notes.push({ kind: 'days-none', words: writtenOf(parts) })
    return noDays
  }
  return { after: span.after?.toString() ?? null, before: span.before?.toString() ?? null }
}

const writtenOf = (parts: readonly DayPart[]) => parts.map(({ written }) => written).join(' ')
const compare = Temporal.PlainDate.compare

/** The one span that days are which lie side by side; null for others. */
function joinGroup(group: readonly DayPart[]): DayPart | null {
  const certain = group.find(({ days }) => !days.every) ?? group[0]
  if (!certain || group.length === 1) return certain ?? null
  const all = group
    .map(({ days }) => nearest(days, certain.days.first))
    .toSorted((a, b) => compare(a.first, b.first))
  const joined = all.reduce<Days | null>((sum, days) => sum && joinDays(sum, days), all[0] ?? null)
  const isSpan = group.every(({ operator }) => operator === 'on')
  return joined && isSpan ? { operator: 'on', days: joined, written: writtenOf(group) } : null
}

/** Null where days lie between them. The second ones begin no earlier than the first. */
function joinDays(a: Days, b: Days): Days | null {
  if (compare(b.first, a.end) > 0) return null
  const end = compare(a.end, b.end) > 0 ? a.end : b.end
  return { first: a.first, end, every: b.every && a.every }
}

function nearest(days: Days, to: Temporal.PlainDate): Days {
  const distance = ({ first }: Days) => Math.abs(to.until(first).days)
  const all = [days, ...daysAround(days, to)]
  return all.reduce((best, each) => (distance(each) < distance(best) ? each : best))
}

function narrow(span: Span, { operator, days }: DayPart): Span {
  const bounds = [span.after, span.before].filter((bound) => bound !== null)
  const others = bounds.flatMap((bound) => daysAround(days, bound))
  const spans = [days, ...others].map(({ first, end }) => ({
    after: operator === 'before' ? span.after : later(span.after, first),
    before:
      operator === 'after' ? span.before : earlier(span.before, operator === 'on' ? end : first),
  }))
  return spans.find((each) => !isEmpty(each)) ?? spans[0] ?? span
}

const isEmpty = ({ after, before }: Span) =>
  after !== null && before !== null && compare(after, before) >= 0

type Date = Temporal.PlainDate
const later = (a: Date | null, b: Date) => (a && compare(a, b) > 0 ? a : b)
const earlier = (a: Date | null, b: Date) => (a && compare(a, b) < 0 ? a : b)
