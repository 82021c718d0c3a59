import { plainText } from './plain-text.ts'

const htmlTag =
  /^<(?:!--|\/?(?:a|abbr|b|bdi|bdo|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure|figcaption|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|time|tt|u|ul|wbr)(?:[\s/>]|$))/i

/**
 * The words of a title or a name, which feeds escape once or twice: entities decoded, HTML's tags
 * gone. What only looks like a tag stays: `Vec<T>`.
 */
export function wordsOf(html: string): string {
  if (!html.includes('<')) return plainText(html)
  return plainText(html.replace(/<[^<]{0,14}/g, (start) => escapeUnlessTag(start)))
}

function escapeUnlessTag(start: string): string {
  return htmlTag.test(start) ? start : `&lt;${start.slice(1)}`
}

/** A name out of `email (Name)`, `Name <email>` or the name alone; an address alone stays. */
export function nameOf(author: string): string {
  const found =
    /^[^\s@()]+@[^\s@()]+\s*\(([^()]+)\)$/.exec(author) ??
    /^"?([^"<>]*[^"<>\s])"?\s*<[^\s<>]*>$/.exec(author) ??
    /^([^()]*[^()\s])\s*\([^\s@()]+@[^\s@()]+\)$/.exec(author)
  return wordsOf(found?.[1] ?? author.replace(/^mailto:/i, ''))
}
