import type { Reason } from '../domain/reason.ts'
import type { Translate } from '../domain/translate.ts'

/** A reason in words for people: plain text, in which foreign words may stand. */
export function reasonWords({ code, ...values }: Reason, t: Translate): string {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? reasonWords(value, t) : value,
  ])
  return t(`reason-${code}`, Object.fromEntries(said))
}
