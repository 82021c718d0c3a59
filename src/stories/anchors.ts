/** What is the same in every language: the consonants of names, and numbers. */
export type Anchors = { names: Set<string>; numbers: Set<string> }

/** The names and numbers of a text; years and single digits say too little. */
export function anchorsOf(text: string): Anchors {
  const names = new Set<string>()
  const numbers = new Set<string>()
  for (const [word] of text.slice(0, 1000).matchAll(/\p{Lu}[\p{L}’'-]{2,}/gu)) {
    const skeleton = skeletonOf(word)
    if (skeleton.length >= 3) names.add(skeleton)
  }
  const joined = text.slice(0, 1000).replace(/(?<=\d)[,.\s](?=\d{3}(?!\d))/g, '')
  for (const [number] of joined.matchAll(/\d+(?:[.,]\d+)?/g)) {
    if (number.length > 1 && !/^(?:19|20)\d\d$/.test(number)) numbers.add(number.replace(',', '.'))
  }
  return { names, numbers }
}

/** The anchors that both have, when they are enough to be sure: three names and a number, or five names. */
export function sharedAnchors(a: Anchors, b: Anchors): string[] | null {
  const names = [...a.names].filter((name) => b.names.has(name))
  const numbers = [...a.numbers].filter((number) => b.numbers.has(number))
  const sure = names.length >= 5 || (names.length >= 3 && numbers.length >= 1)
  return sure ? [...names, ...numbers] : null
}

const cyrillic: Record<string, string> = Object.fromEntries(
  'б:b в:v г:g ґ:g д:d ж:s з:s к:k л:l м:m н:n п:p р:r с:s т:t ф:f х:k ц:s ч:s ш:s щ:s ь: ъ:'
    .split(' ')
    .map((pair) => pair.split(':')),
)

/**
 * A name’s first consonants in Latin letters, hissing ones alike, so that `Зеленського` and `Zelensky`
 * meet (after Soundex, Russell 1918). Four of them, since case endings come after.
 */
function skeletonOf(word: string): string {
  const letters = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/дж/g, 'ж')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => cyrillic[letter] ?? 'a')
    .replace(/sch|tch|sh|ch|zh|ts|cz|sz/g, 's')
    .replace(/kh|ck|x|q/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/[zj]/g, 's')
    .replace(/c/g, 'k')
    .replace(/[^bvgdsklmnprtf]/g, '')
  return letters.replace(/(.)\1+/g, '$1').slice(0, 4)
}
