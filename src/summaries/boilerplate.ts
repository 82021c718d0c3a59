import { unspaced } from '../text/words.ts'

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

/** Lines that a page adds to a story and that are no part of it. */
const additions = new RegExp(
  `^(?:${[
    "by\\s+\\.?\\s*[\\p{L}.,'’ -]{3,60}$",
    'scroll down|click (?:here|to)|watch (?:below|the video)|video:|photo:|image(?:s|:| copyright| caption)',
    'file photo|media (?:playback|caption)|these are external links|last updated|updated (?:at|on)|published',
    'share this|follow (?:us|@)|sign up|subscribe|advertisement|related(?::| (?:articles|stories|topics))',
    'read (?:also|more)|see also|more on this|for more|for confidential|copyright|©|all rights reserved',
    'what do you think|have your say|tell us|e-?mail us|contact (?:us|the)|reporting by|editing by|compiled by',
    'читай(?:те)? (?:також|ще|більше|нас)|дивіться також|див\\. також|підпис[уи]|фото(?:графія)?:|фото |відео:',
    'реклама|нагадаємо, що ви|джерело:|автор:|поділитися|матеріали за темою|стежте за|приєднуй',
    'читайте (?:также|ещё|нас)|смотрите также|подпис[ыи]|источник:|источник фото',
  ].join('|')})`,
  'iu',
)
const hour = /\b\d{1,2}[:.]\d\d\s*(?:am|pm|est|edt|gmt|bst|et)\b/iu

/** Whether a sentence is no part of the story: a byline, a dateline, an invitation, a fragment. */
export function isBoilerplate(sentence: string): boolean {
  if (sentence.length > 200) return false
  const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0
  if (words < 4) return !unspaced.test(sentence)
  if (isDateline(sentence)) return true
  return additions.test(sentence) || (words < 12 && hour.test(sentence) && /\d{4}/.test(sentence))
}
