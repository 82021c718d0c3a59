const cyrillic: Record<string, string> = Object.fromEntries(
  (
    'а:a б:b в:v г:g ґ:g д:d е:e є:e ё:e э:e ж:s з:s и:i і:i ї:i й:i ы:i к:k л:l м:m н:n о:o п:p ' +
    'р:r с:s т:t у:u ў:u ф:f х:k ц:s ч:s ш:s щ:s ь: ъ: ю:u я:a'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
)

/**
 * A name in plain Latin letters, hissing ones alike, so that `Зеленський` and `Zelensky` meet (after
 * Soundex, Russell 1918). Other scripts stay as they are.
 */
export function latinSpelling(word: string): string {
  const lower = word.toLowerCase()
  // Most of what follows is for what Latin letters are used for.
  if (/^[а-яіїєґё]+$/.test(lower)) return withoutRepeats(inLatin(lower).replace(/ts/g, 's'))
  const plain = lower
    .replace(/\p{Script=Cyrillic}+/gu, inLatin)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/sch|tch|sh|ch|zh|ts|cz|sz/g, 's')
    .replace(/kh|ck|x|q/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/w/g, 'v')
    .replace(/[zj]/g, 's')
    .replace(/c/g, 'k')
    .replace(/y/g, 'i')
    .replace(/h/g, '')
  return withoutRepeats(plain)
}

function inLatin(run: string): string {
  let latin = ''
  for (const letter of run.replace(/дж/g, 'ж').replace(/[ьй]о/g, 'о')) {
    latin += cyrillic[letter] ?? 'a'
  }
  return latin
}

/** One vowel of those that stand together, and one of a doubled letter. */
function withoutRepeats(plain: string): string {
  return plain.replace(/([aeiou])[aeiou]+/g, '$1').replace(/(.)\1+/g, '$1')
}

/** The consonants of a name as `latinSpelling` gives it. */
export function consonantsOf(spelled: string): string {
  return spelled.replace(/[^bvgdsklmnprtf]/g, '').replace(/(.)\1+/g, '$1')
}
