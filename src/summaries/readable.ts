import { stemsOf } from '../text/words.ts'
import { cosine } from './sentence-features.ts'

/** Openers that point back to a sentence that the reader does not see. */
const pointers = new Set(
  [
    'he she it they his her its their this that these those such there then here so',
    'but and or yet however also moreover meanwhile instead therefore thus still besides nevertheless',
    'він вона воно вони його її їх їхній йому їй їм ним нею ними цей ця це ці той та те ті такий така таке такі там тоді тут',
    'але а і й проте однак також тому отже втім натомість водночас крім утім зате адже тож отож разом зокрема тобто',
    'он она оно они его её их ему ей им этот эта это эти но однако также поэтому там тогда',
  ]
    .join(' ')
    .split(' '),
)

/** Whether a sentence refers to the one before it: it begins with "He", "However" or with speech. */
export function isDangling(sentence: string): boolean {
  const opener = /^[^\p{L}\p{N}]*(\p{L}+)/u.exec(sentence.slice(0, 40))?.[1] ?? ''
  return pointers.has(opener.toLowerCase()) || /^["“”«„`'‘’–—-]/.test(sentence)
}

/** Whether words are complete: not cut at "...", and no question. */
export function isFinished(words: string): boolean {
  if (/(?:\.\.\.|…|\[\.\.\.?\])["”’»)\]'\s]*$/.test(words.slice(-12))) return false
  return /[.!。！।]["”’»)\]'\s]*$/.test(words.slice(-10))
}

/** Whether a sentence says what the headline says, and hardly more. */
export function repeatsTitle(sentence: string, title: string, language: string | null): boolean {
  return cosine([...stemsOf(sentence, language)], stemsOf(title.slice(0, 500), language)) >= 0.8
}

/** A sentence with words of its headline says more than that by at least so many words, and such a part of all. */
const leastAdded = 3
const leastShareAdded = 0.4

/** Whether a sentence that stands alone under its headline tells more than that: by its stems. */
export function saysMore(sentence: string, title: string, language: string | null): boolean {
  return addsTo(stemsOf(sentence, language), stemsOf(title.slice(0, 500), language))
}

/** The same by stems: whether words say more than others do, or speak of something else. */
export function addsTo<Stem>(words: ReadonlySet<Stem>, known: ReadonlySet<Stem>): boolean {
  const added = words.difference(known).size
  return added === words.size || added >= Math.max(leastAdded, leastShareAdded * words.size)
}
