// Where Snowball's stemmers leave forms of a noun apart. Words come folded.

const ukrainianEndings = [
  'ого ому ими іми ий ій им їм их їх ої ою ею єю ією ія ії ію іє іям іями іях ові еві єві ами ями ам ям ах ях ом ем єм ів їв ість ості істю а я у ю і ї и е є о ь й',
  // герой, зброя; росіянин, росіяни
  'ой оя оєю оєм оєві оїв оям оями оях (?<=ян)ин(?:а|у|ом|ові|і|е)?',
  // ночей, областей; ювілей, галерея, but євро is no єврей
  '(?<=[жлнтчшщ]|.{4})ей (?<=.{4})е(?:я|ї|єю|єм|єві|їв|ям|ями|ях)',
].join(' ')
const ukrainian = endingOf(ukrainianEndings)

/** The stem of a Ukrainian noun or adjective in any case: партія, партії, партій. */
export function ukrainianStem(word: string): string {
  return word.replace(ukrainian, '')
}

/** A bus and a virus have no plural in their -s. */
export function englishStem(word: string, stem: (word: string) => string): string {
  const stays = word.endsWith('s') && (word.length === 3 ? /^.[aiu]/ : /[^o]us$/).test(word)
  return stays ? word : stem(word)
}

/** As Snowball has it, with actif as active. */
export function frenchStem(word: string, stem: (word: string) => string): string {
  return stem(word.replace(/(?<=..)ifs?$/, 'ive')).replace(/(?<=.{3})s$/, '')
}

/** After Savoy's light stemmer for Spanish (CLEF 2002): ciudad, ciudades; juez, jueces. */
export function spanishStem(word: string): string {
  if (word.length < 3) return word
  if (/[aeiou]ces$/.test(word)) return `${word.slice(0, -3)}z`
  return word.replace(/(?<=..)(?:[aeo]s?|(?<=[aeioulnrdz])s)$/, '')
}

/** The longest of these endings, behind three letters at the least. */
function endingOf(endings: string): RegExp {
  const longestFirst = endings.split(' ').toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?<=.{3})(?:${longestFirst.join('|')})$`)
}

const consonant = '[бвгґджзклмнпрстфхцчшщbcdfghjklmnprstwz]'
const fleeting = new RegExp(`^(.*${consonant})(?:[оеeo]|ie)(${consonant})$`)
const joined = new RegExp(`^(.+${consonant})([кцлнрвkclnrw])$`)
const hardened = [
  ['лец', 'льц'],
  ['льц', 'лец'],
  ['єц', 'йц'],
  ['йц', 'єц'],
] as const
const softened = new Map(
  'кц цк гз зг хс сх kc ck'.split(' ').map(([from = '', to = '']) => [from, to]),
)

/**
 * How the stem of a Slavic word may look in its other cases: податок, податк-; економік-, економіц-;
 * poseł, posł-; okien, okn-; військов-, військ-. Not all are words.
 */
export function slavicStems(stem: string): string[] {
  if (stem.length < 3) return []
  const found: string[] = []
  const [, start, end] = fleeting.exec(stem) ?? []
  if (start !== undefined && start.length > 1) found.push(`${start}${end}`)
  const [, before, last] = joined.exec(stem) ?? []
  if (before !== undefined) {
    const vowels = /[а-я]/.test(stem) ? ['о', 'е'] : ['e', 'o', 'ie']
    for (const vowel of vowels) found.push(`${before}${vowel}${last}`)
  }
  // палець, пальця; європеєць, європейця.
  if (stem.endsWith('ц')) {
    for (const [one, other] of hardened) {
      if (stem.endsWith(one)) found.push(`${stem.slice(0, -one.length)}${other}`)
    }
  }
  // An adjective's, or a noun's ending before its own: військові.
  if (/..[ое]в$/.test(stem)) found.push(stem.slice(0, -2))
  const other = softened.get(stem.at(-1) ?? '')
  if (other !== undefined) found.push(`${stem.slice(0, -1)}${other}`)
  return found
}
