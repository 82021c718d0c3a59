const words = (text: string) => new Set(['', ...text.split(' ')])

/** Endings of names in Ukrainian and Russian, in all cases. */
const cyrillicEndings = words(
  'а о у і и є е я ю ї й ь ий ій ого ому им ім ою ої ею єю ем єм ом ові еві єві ам ям ами ями ах ях ' +
    'ів їв их іх ими іми ей ього ьому ьою ія ії ію ією ієм іє ы ый ой ая ое ые ым ыми ых ье ия ии ию ией',
)
/** Plurals, peoples and adjectives in English, and endings of names in Slavic and Germanic languages. */
const latinEndings = words(
  's es n ns an ans ian ians ean eans ese i is a e u y o em iem owi ie ą ę ego emu ej om en er',
)
/** What makes a people or an adjective of a place: Україна, українці, український. */
const derivation = /^(?:ін|ян|н)?(?:[сцз]ьк|ец|єц|ц|ян|ен)\p{L}{0,4}$/u
const placeEnding = /^(?:[аяоеіїь]|ія|ії)?$/
/** Consonants that change before an ending: Ольга, Ользі; Америка, Америці. */
const softened = new Set(['кц', 'цк', 'гз', 'зг', 'хс', 'сх', 'кч', 'чк', 'гж', 'жг'])

/**
 * Whether two words in lower case may be forms of one name: the same but for endings, by rules and
 * without a dictionary. Київ and Києві, Кравець and Кравця, Russia and Russians.
 */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true
  const common = commonPrefix(vowelFolded(a), vowelFolded(b))
  const least = Math.max(2, Math.ceil(Math.min(a.length, b.length) / 2))
  // Endings may begin with the same letter: Зеленський, Зеленським.
  for (let length = common; length >= Math.max(least, common - 1); length--) {
    if (areForms(a.slice(length), b.slice(length), length, /\p{Script=Cyrillic}/u.test(a)))
      return true
  }
  return false
}

function areForms(x: string, y: string, stemLength: number, isCyrillic: boolean): boolean {
  return isCyrillic
    ? isInflected(x, y) || (stemLength >= 4 && (isDerived(x, y) || isDerived(y, x)))
    : stemLength >= 3 && (isLatinForm(x, y) || isLatinForm(y, x))
}

function isInflected(x: string, y: string): boolean {
  if (areEndings(x, y) || isFleeting(x, y) || isFleeting(y, x)) return true
  return softened.has(`${x[0]}${y[0]}`) && areEndings(x.slice(1), y.slice(1))
}

function areEndings(x: string, y: string): boolean {
  return cyrillicEndings.has(x) && cyrillicEndings.has(y)
}

// A vowel that only the nominative has: Кравець, Кравця; Орел, Орла.
function isFleeting(x: string, y: string): boolean {
  if (!/^[еєо]\p{L}/u.test(x)) return false
  return y.startsWith(x.charAt(1)) && areEndings(x.slice(2), y.slice(1).replace(/^ь/, ''))
}

function isDerived(x: string, y: string): boolean {
  return derivation.test(x) && (placeEnding.test(y) || derivation.test(y))
}

// A vowel gives way to another one only: China, Chinese, but not Marie, Marin.
function isLatinForm(x: string, y: string): boolean {
  if (!latinEndings.has(y)) return false
  return x === '' || (/^[aeiouy]$/.test(x) && /^[aeiouyąę]/.test(y))
}

// і of a closed syllable is о or е in an open one: Харків, Харкова; Київ, Києва.
function vowelFolded(word: string): string {
  return word.replace(/[іїєеё]/g, 'о')
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
