import { createMemory } from '../../lib/memory.ts'
import { languageOf } from '../languages.ts'
import { letterPairs } from '../words.ts'
import { askedPieces } from './asked.ts'
import { createNormaliser } from './normalise.ts'
import { stemsIn } from './stems.ts'
import { openName, ukrainianForms } from './ukrainian.ts'

/*
 * What search does with an index, for single headlines: words are the same in any of their forms. A text
 * whose language (BCP 47) nobody tells is read as English, and Cyrillic words as Ukrainian.
 */

const normaliser = createNormaliser({ kept: 2 ** 14 })

/** Longer than a headline; what a hostile feed puts after that is not read. */
const mostLetters = 1000

/** The forms by which the words of a text are known. */
export function formsIn(text: string, language: string | null): ReadonlySet<string> {
  return new Set(normaliser.words(text.slice(0, mostLetters), language ?? 'en').split(' '))
}

/**
 * The forms of each word of what was typed, of which a text of this language has one if it holds the word.
 * Words that say nothing in it, such as `the`, are left out.
 */
export function formsAsked(typed: string, language: string | null): readonly ReadonlySet<string>[] {
  return askedIn(`${language ?? ''} ${typed}`)
}

/** Whether a text with these forms holds all words of what was typed; false if none of them says anything. */
export function holdsAll(
  forms: ReadonlySet<string>,
  typed: string,
  language: string | null,
): boolean {
  const asked = formsAsked(typed, language)
  return asked.length > 0 && asked.every((each) => !forms.isDisjointFrom(each))
}

const askedIn = createMemory(20_000)((both): readonly ReadonlySet<string>[] => {
  const [language = ''] = both.split(' ', 1)
  const tongues = language === '' ? ['en', 'uk'] : [language]
  const saysNothing = (word: string) =>
    tongues.some((each) => languageOf(each).stopWords.has(word.toLowerCase()))
  return askedPieces(both.slice(language.length + 1)).flatMap(({ kind, written, folded }) => {
    if (kind === 'run') return letterPairs(folded).map((pair) => new Set([pair]))
    if (folded.length === 1 || saysNothing(written)) return []
    const forms = [folded, openName(folded), ...ukrainianForms(folded)]
    return new Set(forms.flatMap((form) => [...stemsIn(form, tongues)]))
  })
})
