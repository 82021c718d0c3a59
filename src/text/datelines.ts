const agency = String.raw`\(\s?[\p{L}][\p{L}. /-]{1,24}\s?\)`
const dash = '(?:--?|[–—])'
const clock = String.raw`\d{1,2}:\d\d\s+\p{L}{2,5},?\s+\d{1,2}\s+\p{L}+\s+\d{4}`

/**
 * What stands before the first sentence in its line: "KYIV, June 14 (Reuters) - ", "(CNN)",
 * "LONDON — ", "Київ. 14 червня. УНН. ", "By A. Marsh PUBLISHED: 12:29 EST, 2 June 2013 | UPDATED: ... ".
 */
const datelines = [
  String.raw`[\p{Lu}\p{Ll}][\p{L}\p{N}.,'’ -]{0,60}${agency}\s*${dash}\s`,
  String.raw`\(\s?(?:\p{Lu}{2,10}|[Cc]nn|Reuters|Укрінформ)\s?\)\s*(?:${dash}\s)?`,
  String.raw`\p{Lu}{3}[\p{Lu} .,'’-]{0,40}\s(?:--|[–—])\s`,
  String.raw`\p{Lu}\p{Ll}+\. \d{1,2} \p{Ll}+\. \p{Lu}[\p{L}-]+\. `,
  String.raw`\d{1,2} \p{L}+ \d{4} Last updated at \d{1,2}:\d\d \p{L}{2,4}\s`,
  String.raw`[^\n]{0,100}?(?:PUBLISHED|UPDATED)\s*:[\s.]*${clock}[\s.]*(?:\|[\s.]*UPDATED\s*:[\s.]*${clock}[\s.]*)?`,
]
const dateline = new RegExp(`^(?:${datelines.join('|')})`, 'u')

/** The length of the dateline or byline that a line begins with, in UTF-16 units; 0 for none. */
export function datelineLength(line: string): number {
  return dateline.exec(line.slice(0, 240))?.[0].length ?? 0
}

/** Whether a piece of a text is a dateline and nothing else. */
export function isDateline(piece: string): boolean {
  return datelineLength(`${piece} `) >= piece.length
}
