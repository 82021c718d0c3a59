/** By UTF-16 unit. */
const cyrillic: string[] = []
for (const pair of (
  'а:a б:b в:v г:g ґ:g д:d е:e є:e ё:e э:e ж:s з:s и:i і:i ї:i й:i ы:i к:k л:l м:m н:n о:o п:p ' +
  'р:r с:s т:t у:u ў:u ф:f х:k ц:s ч:s ш:s щ:s ь: ъ: ю:u я:a'
).split(' ')) {
  cyrillic[pair.charCodeAt(0)] = pair.slice(2)
}

/**
 * A name in plain Latin letters, hissing ones alike, so that `Зеленський` and `Zelensky` meet (after
 * Soundex, Russell 1918). Other scripts stay as they are.
 */
export function latinSpelling(word: string): string {
  // Most of what follows is for what Latin letters are used for.
  if (/^[а-яіїєґё]+$/.test(word)) return withoutRepeats(inLatin(word).replace(/ts/g, 's'))
  const lower = word.toLowerCase()
  const latin = /^[a-z]*$/.test(lower)
    ? lower
    : lower
        .replace(/\p{Script=Cyrillic}+/gu, inLatin)
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
  return withoutRepeats(latin.replace(latinSounds, (letters) => sounds[letters] ?? letters))
}

const sounds: Record<string, string> = Object.fromEntries(
  'sch:s tch:s sh:s ch:s zh:s ts:s cz:s sz:s kh:k ck:k ph:f th:t ł:l x:k q:k w:v z:s j:s c:k y:i h:'
    .split(' ')
    .map((pair) => pair.split(':')),
)
// The longest first.
const latinSounds = new RegExp(Object.keys(sounds).join('|'), 'g')

function inLatin(run: string): string {
  let latin = ''
  const letters = run.replace(/д(?=ж)|[ьй](?=о)/g, '')
  for (let i = 0; i < letters.length; i++) latin += cyrillic[letters.charCodeAt(i)] ?? 'a'
  return latin
}

/** One vowel of those that stand together, and one of a doubled letter. */
function withoutRepeats(plain: string): string {
  let spelled = ''
  // What is written of it up to here, and the unit that was kept last.
  let [from, last] = [0, 0]
  for (let i = 0; i < plain.length; i++) {
    const unit = plain.charCodeAt(i)
    if (unit === last || (vowels[unit] === 1 && vowels[last] === 1)) {
      spelled += plain.slice(from, i)
      from = i + 1
    } else last = unit
  }
  return from === 0 ? plain : spelled + plain.slice(from)
}

const vowels = unitsOf('aeiou')

/** By UTF-16 unit of ASCII, 1 for those of the letters. */
function unitsOf(letters: string): Uint8Array {
  const units = new Uint8Array(128)
  for (let i = 0; i < letters.length; i++) units[letters.charCodeAt(i)] = 1
  return units
}

/** The consonants of a name as `latinSpelling` gives it. */
export function consonantsOf(spelled: string): string {
  let consonants = ''
  let last = 0
  for (let i = 0; i < spelled.length; i++) {
    const unit = spelled.charCodeAt(i)
    if (heard[unit] !== 1 || unit === last) continue
    consonants += spelled.charAt(i)
    last = unit
  }
  return consonants
}

const heard = unitsOf('bvgdsklmnprtf')
