// RFC 2822, 4.3, and the zones beside them that newsrooms name; hours east of UTC.
const named: Record<string, number> = {
  UTC: 0,
  UT: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  SAST: 2,
  IST: 5.5,
  PKT: 5,
  SGT: 8,
  HKT: 8,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  BRT: -3,
  ADT: -3,
  AST: -4,
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
}
const afterTime = /(?<=:\d{2}(?:\.\d+)?\s?)([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/
const alone = /(?<!\d)([+-])(\d{2}):?(\d{2})(?!\d)|\b(?:UTC|GMT)\s?([+-])(\d{1,2})(?!\d)/
const names = new RegExp(`\\b(${Object.keys(named).join('|')})\\b`)

/**
 * Minutes east of UTC that the words around a date give: `+03:00`, `GMT+3`, `Z`, `EST`; null where
 * they give no zone.
 */
export function zoneOffset(words: string): number | null {
  const match = afterTime.exec(words) ?? alone.exec(words)
  if (match) {
    const [sign, hours, minutes = '0'] = match.slice(1).filter((part) => part !== undefined)
    if (Number(hours) > 14 || Number(minutes) > 59) return null
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
  if (/\dZ$/i.test(words)) return 0
  const hours = named[names.exec(words)?.[1] ?? '']
  return hours === undefined ? null : hours * 60
}
