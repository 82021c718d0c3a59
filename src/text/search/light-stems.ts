// Where Snowball's stemmers leave forms of a noun apart. Words come folded.

const ukrainianEndings =
  'ого ому ими іми ий ій им їм их їх ої ою ею єю ією ія ії ію іє іям іями іях ові еві єві ами ями ам ям ах ях ом ем єм ів їв ість ості істю а я у ю і ї и е є о ь й'
const ukrainian = endingOf(ukrainianEndings)

/** The stem of a Ukrainian noun or adjective in any case: партія, партії, партій. */
export function ukrainianStem(word: string): string {
  return word.replace(ukrainian, '')
}

/** After Savoy's light stemmer for Spanish (CLEF 2002): ciudad, ciudades; juez, jueces. */
export function spanishStem(word: string): string {
  if (word.length < 3) return word
  if (/...ces$/.test(word)) return `${word.slice(0, -3)}z`
  return word.replace(/(?<=..)(?:[aeo]s?|(?<=[aeioulnrdz])s)$/, '')
}

/** The longest of these endings, behind three letters at the least. */
function endingOf(endings: string): RegExp {
  const longestFirst = endings.split(' ').toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?<=.{3})(?:${longestFirst.join('|')})$`)
}

const consonant = '[бвгґджзклмнпрстфхцчшщbcdfghjklmnprstwz]'
const fleeting = new RegExp(`^(.*${consonant})[оеeo](${consonant})$`)
const joined = new RegExp(`^(.+${consonant})([кцлнрвkclnrw])$`)
const softened = new Map(
  'кц цк гз зг хс сх kc ck'.split(' ').map(([from = '', to = '']) => [from, to]),
)

/**
 * How the stem of a Slavic word may look in its other cases: податок, податк-; економік-, економіц-;
 * poseł, posł-; військов-, військ-. Not all are words.
 */
export function slavicStems(stem: string): string[] {
  if (stem.length < 3) return []
  const found: string[] = []
  const [, start, end] = fleeting.exec(stem) ?? []
  if (start !== undefined && start.length > 1) found.push(`${start}${end}`)
  const [, before, last] = joined.exec(stem) ?? []
  if (before !== undefined) {
    const vowels = /[а-я]/.test(stem) ? 'ое' : 'eo'
    for (const vowel of vowels) found.push(`${before}${vowel}${last}`)
  }
  // An adjective's, or a noun's ending before its own: військові.
  if (/..[ое]в$/.test(stem)) found.push(stem.slice(0, -2))
  const other = softened.get(stem.at(-1) ?? '')
  if (other !== undefined) found.push(`${stem.slice(0, -1)}${other}`)
  return found
}
