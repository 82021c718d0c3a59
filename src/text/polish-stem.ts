// Snowball has no Polish. Endings of nouns and adjectives, with and without their marks; after Savoy's
// light stemmers (Light stemming approaches for the French, Portuguese, German and Hungarian, 2006).
const endings =
  'owych owego owemu owymi owym owej owie owi owe owa owy ów ow ami iami ach iach iego ego iemu emu ych ich ymi imi iom om iej ej iem em iów iow ią ię ie ia iu ii io ym im a ą e ę i o u y'

const ending = new RegExp(
  `(?<=.{3})(?:${endings
    .split(' ')
    .toSorted((a, b) => b.length - a.length)
    .join('|')})$`,
)

/** The stem of a Polish word in small letters: wyborów, wyborach and wybory are one. */
export function polishStem(word: string): string {
  return word.replace(ending, '')
}
