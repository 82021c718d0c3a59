import { titleText } from '../../text/plain-text.ts'

/** A name out of `email (Name)`, `Name <email>` or the name alone; an address alone stays. */
export function nameOf(author: string): string {
  const found =
    /^[^\s@()]+@[^\s@()]+\s*\(([^()]+)\)$/.exec(author) ??
    /^"?([^"<>]*[^"<>\s])"?\s*<[^\s<>]*>$/.exec(author) ??
    /^([^()]*[^()\s])\s*\([^\s@()]+@[^\s@()]+\)$/.exec(author)
  return titleText(found?.[1] ?? author.replace(/^mailto:/i, ''))
}
