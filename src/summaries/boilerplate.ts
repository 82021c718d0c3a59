import { isDateline } from '../text/datelines.ts'
import { unspaced } from '../text/words.ts'

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
