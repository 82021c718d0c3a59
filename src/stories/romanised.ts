import { languageOf } from '../text/languages.ts'

/** Whether a headline is written as addresses write it: in plain Latin letters, none of them large. */
export function isRomanised(text: string): boolean {
  return /[a-z]{3} [a-z]/.test(text) && !/[^\P{L}a-z]/u.test(text)
}

const shortWords =
  'na po iz za ot ne vo so ob ko pri dlya dlja dlia chto cto kak bolee ih ego eto posle byl byla bylo budet budut esche eshche uzhe nad pod bez ili kogda gde vid pro pislya shcho yak vzhe'

/**
 * Words that may be Cyrillic ones in Latin letters, by any of the usual systems: they are spelt in one
 * way and lose the endings that Slavic words have.
 */
export const romanised = {
  code: '',
  stopWords: new Set([...languageOf('en').stopWords, ...shortWords.split(' ')]),
  stem: (word: string) => withoutEnding(spellAlike(word)),
  stemLength: 5,
}

function spellAlike(word: string): string {
  return word
    .replace(/shch|shh|sch/g, 'q')
    .replace(/kh|x/g, 'h')
    .replace(/cz|ts|tz/g, 'c')
    .replace(/w/g, 'v')
    .replace(/[jy]/g, 'i')
    .replace(/(.)\1+/g, '$1')
}

const endings = [
  'i?[aeu]mi|i?[aeoi]h|i?[oe]go|i?[oe]mu|i?[aeoiu]m|i?[aeiou]i|[oe]v',
  '(?:i?[aeiu]t|[aei]l[aoi]?)(?:s|sa|sia)?|i?[aeiou]+',
].join('|')
const ending = new RegExp(`(?<=.{3})(?:${endings})$`)

function withoutEnding(word: string): string {
  return word.replace(ending, '')
}
