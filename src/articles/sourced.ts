import { plainText } from '../text/plain-text.ts'

/** A value, and the place on the page that gave it in plain words. */
export type Sourced<T> = { value: T; source: string }

/** The first that is there; each is asked only when those before it gave nothing. */
export function firstFound<T>(finds: (() => Sourced<T> | null)[]): Sourced<T> | null {
  for (const find of finds) {
    const found = find()
    if (found) return found
  }
  return null
}

/** Of what a page says of itself in a line or two, no more is read. */
const maxLength = 5000

/** The value as plain text, or null for an empty one: sites leave entities and tags in their JSON-LD. */
export function sourced(value: string | null | undefined, source: string): Sourced<string> | null {
  const text = value ? plainText(value.slice(0, maxLength)) : ''
  return text ? { value: text, source } : null
}
