import { languageOf } from '../text/languages.ts'

const slavic =
  /zh|kh|shch|iya|aya|yy|yj|vsh|chk|ogo$|ego$|sk(?:oy|oj|oi|ii|iy|ij|ie|om|ih)$|[yi]h$|ami$|[yi]ut$|s[yj]a$|[aiy]l[aioy]$|[aiy]lis$|ni[eiy]$|stv[oau]|[^aeiou]ov$|nn[aiouy]/

/**
 * Whether a headline may be of Cyrillic words in Latin letters: it is written as addresses are, in
 * plain letters, none of them large; or it has words that look like it.
 */
export function isRomanised(text: string): boolean {
  if (!/[a-z]{3} [a-z]/.test(text) || /[^\P{L}A-Za-z]/u.test(text)) return false
  if (!/[A-Z]/.test(text)) return true
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? []
  const like = words.filter((word) => slavic.test(word)).length
  return like > 1 && like * 3 >= words.length && !words.some((word) => english.has(word))
}

const english = languageOf('en').stopWords
const shortWords =
  'na po iz za ot ne vo so ob ko pri dlya dlja dlia chto cto kak bolee ih ego eto posle byl byla bylo budet budut esche eshche uzhe nad pod bez ili kogda gde vid pro pislya shcho yak vzhe'

/**
 * Words that may be Cyrillic ones in Latin letters, by any of the usual systems: they are spelt in one
 * way and lose the endings that Slavic words have.
 */
export const romanised = {
  code: '',
  stopWords: new Set([...english, ...shortWords.split(' ')]),
  stem: (word: string) => withoutEnding(spellAlike(word)),
  stemLength: 5,
}

/** As coarse as the coarsest system: addresses lose the marks of letters (ž, č, š), and г is g or h. */
function spellAlike(word: string): string {
  return word
    .replace(/shch|shh|sch/g, 'q')
    .replace(/kh|x|g/g, 'h')
    .replace(/zh/g, 'z')
    .replace(/ch/g, 'c')
    .replace(/sh/g, 's')
    .replace(/cz|ts|tz/g, 'c')
    .replace(/w/g, 'v')
    .replace(/[jy]/g, 'i')
    .replace(/(.)\1+/g, '$1')
}

const endings = [
  'i?[aeu]mi|i?[aeoi]h|i?[oe]ho|i?[oe]mu|i?[aeoiu]m|i?[aeiou]i|[oe]v',
  '(?:i?[aeiu]t|[aei]l[aoi]?)(?:s|sa|sia)?|i?[aeiou]+',
].join('|')
const ending = new RegExp(`(?<=.{3})(?:${endings})$`)

function withoutEnding(word: string): string {
  return word.replace(ending, '')
}
