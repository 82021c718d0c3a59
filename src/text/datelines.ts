import { spelledNames } from './dates/names.ts'

const agency = String.raw`\(\s?[\p{L}][\p{L}. /-]{1,24}\s?\)`
const dash = '(?:--?|[–—])'
const clock = String.raw`\d{1,2}:\d\d\s+\p{L}{2,5},?\s+\d{1,2}\s+\p{L}+\s+\d{4}`
const credit = '(?:By|(?:Photo|Photograph|Picture|Image|Credit)(?: by)?:)'
// After a name they begin the first sentence of a story.
const openers =
  'The|An?|It|In|On|At|He|She|They|We|As|After|When|This|That|There|For|More|Two|Three'

/**
 * What stands before the first sentence in its line: "KYIV, June 14 (Reuters) - ", "(CNN)",
 * "LONDON — ", "Київ. 14 червня. УНН. ", "By A. Marsh PUBLISHED: 12:29 EST, 2 June 2013 | UPDATED: ... ",
 * "By Ada Marsh, Harbour Gazette ".
 */
const datelines = [
  String.raw`[\p{Lu}\p{Ll}][\p{L}\p{N}.,'’ -]{0,60}${agency}\s*${dash}\s`,
  String.raw`\(\s?(?:\p{Lu}{2,10}|[Cc]nn|Reuters|Укрінформ)\s?\)\s*(?:${dash}\s)?`,
  String.raw`\p{Lu}{3}[\p{Lu} .,'’-]{0,40}\s(?:--|[–—])\s`,
  String.raw`\p{Lu}\p{Ll}+\. \d{1,2} \p{Ll}+\. \p{Lu}[\p{L}-]+\. `,
  String.raw`\d{1,2} \p{L}+ \d{4} Last updated at \d{1,2}:\d\d \p{L}{2,4}\s`,
  String.raw`${credit} (?:\p{Lu}[\p{L}.'’/-]*,?\s){2,5}(?=(?:${openers})\s)`,
  String.raw`[^\n]{0,100}?(?:PUBLISHED|UPDATED)\s*:[\s.]*${clock}[\s.]*(?:\|[\s.]*UPDATED\s*:[\s.]*${clock}[\s.]*)?`,
]
/** What Ukrainian papers set before what happened, and before what was said. */
const label = String.raw`(?:Деталі|Подробиці|Дослівно|Пряма мова(?: \p{Lu}[^:\n]{1,60})?):\s`
const dateline = new RegExp(`^(?:${[...datelines, label].join('|')})`, 'u')

const changed = [
  'updated|modified|published|posted|оновлено|опубліковано|обновлено|опубликовано|aktualisiert|stand',
  'veröffentlicht|mis à jour|publié|actualizado|publicado|zaktualizowano|opublikowano|aggiornato',
].join('|')
const languages = ['en', 'uk', 'ru', 'de', 'fr', 'es', 'pl', 'it']
const names = languages.flatMap((language) => spelledNames(language).map(({ name }) => name))
const parts = [
  ...new Set(names.map((name) => name.toLowerCase().replace(/\.$/, ''))),
  'at|on|am|um|le|el|à|о|об|в|uhr|р|г|[ap]\\.?m|[a-z]{2,3}t|utc',
  '\\d{1,4}(?:[:./h-]\\d{1,4}){0,2}(?:st|nd|rd|th)?',
].join('|')
/** When a page says that it was changed: "Updated 14 June 2024, 12:30 GMT", "Оновлено: 14.06.2024". */
const stamp = new RegExp(
  `^(?:last |first )?(?:${changed})(?:[\\s:,.|·•–—-]{1,3}(?:${parts})(?![\\p{L}\\d])){1,12}[\\s.|·•–—-]*`,
  'iu',
)

/** The length of the dateline, byline or stamp that a line begins with, in UTF-16 units; 0 for none. */
export function datelineLength(line: string): number {
  const head = line.slice(0, 240)
  return dateline.exec(head)?.[0].length ?? stampLength(head)
}

function stampLength(line: string): number {
  const [found = ''] = stamp.exec(line) ?? []
  // "Published on 14 June, the report says ..." goes on.
  const goesOn = /^\p{Ll}/u.test(line.slice(found.length)) || /[,:]\s*$/.test(found)
  return /\d/.test(found) && !goesOn ? found.length : 0
}

/** Whether a piece of a text is a dateline and nothing else. */
export function isDateline(piece: string): boolean {
  return datelineLength(`${piece} `) >= piece.length
}
