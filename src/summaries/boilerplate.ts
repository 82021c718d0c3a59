import { isDateline } from '../text/datelines.ts'
import { unspaced } from '../text/words.ts'

/** Lines that a page adds to a story and that are no part of it. */
const additions = new RegExp(
  `^(?:${[
    "by\\s+\\.?\\s*[\\p{L}.,'’ -]{3,60}$",
    'scroll down|click (?:here|to)|watch (?:below|the video)|video:|photo:|image(?:s|:| copyright| caption)',
    'pictured|from left|\\(l-r\\)|(?:photo|picture|image|video)s? (?:by|credit|courtesy)|credit:',
    'file photo|media (?:playback|caption)|these are external links',
    'posted by|report (?:this )?comment|repl(?:y|ies) to|\\d+ (?:comments|replies)|join the (?:conversation|discussion)',
    'log in to (?:comment|reply)|залиш(?:ити|те) коментар|на (?:фото|знімку|снимке)|скр[иі]ншот',
    'im bild|auf dem (?:bild|foto)|foto:|bild:|photo :|crédit|zdjęcie|fot\\.',
    "share this|follow (?:us|@|the latest|our |live )|our standards:|this live ?blog|in today[’']s newsletter|sign up|subscribe|advertisement|related(?::| (?:articles|stories|topics))",
    'read (?:also|more)|see also|more on this|for more|for confidential|copyright|©|all rights reserved',
    'what do you think|have your say|tell us|e-?mail us|contact (?:us|the)|reporting by|editing by|compiled by',
    'читай(?:те)? (?:також|ще|більше|нас)|дивіться також|див\\. також|підпис[уи]|фото(?:графія)?:|фото |відео:',
    'реклама|джерело:|автор:|поділитися|матеріали за темою|стежте за|приєднуй',
    // Who says so, and what was before, are not the news.
    'про це (?:повідом|пиш|йдеться|ідеться|сказано|розпов|заяви)|об этом (?:сообщ|пиш|говорится|рассказ|заяви)',
    'передісторія:|що передувало:|нагадаємо|раніше повідомлялося|напомним|ранее сообщалось',
    'читайте (?:также|ещё|нас)|смотрите также|подпис[ыи]|источник:|источник фото',
  ].join('|')})`,
  'iu',
)
/** Who made a picture stands at the end of its caption; readers' comments bear their age. */
const credit = new RegExp(
  [
    String.raw`(?<!\p{L})(?:reuters|afp|epa|pa|ap)/\p{L}|getty images|shutterstock`,
    String.raw`\((?:photo|picture|image|foto|фото)[ :]`,
    String.raw`(?:photo|photograph|picture|foto|фото): [\p{L} ./-]{3,40}$`,
    String.raw`(?<!\d)\d{1,2} (?:minute|hour|day|week)s? ago$`,
  ].join('|'),
  'iu',
)
const hour = /\b\d{1,2}[:.]\d\d\s*(?:am|pm|est|edt|gmt|bst|et)\b/iu

/** Whether a sentence is no part of the story: a byline, a dateline, an invitation, a fragment. */
export function isBoilerplate(sentence: string): boolean {
  if (sentence.length > 200) return false
  const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0
  if (words < 4) return !unspaced.test(sentence)
  if (isDateline(sentence)) return true
  if (additions.test(sentence) || credit.test(sentence)) return true
  return words < 12 && hour.test(sentence) && /\d{4}/.test(sentence)
}
