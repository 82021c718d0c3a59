import { guessLanguage } from '../languages.ts'

const enoughToGuess = 600

/** The language (BCP 47) whose stems an article is found by: its own, or what its text looks like. */
export function searchLanguage(declared: string | null, texts: readonly string[]): string | null {
  return declared ?? guessLanguage(texts.join('\n').slice(0, enoughToGuess))
}
