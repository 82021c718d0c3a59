import { unspaced } from '../words.ts'
import { foldWord } from './fold.ts'
import { wordsIn } from './words-in.ts'

/** Whether a text holds these words as they stand, one after another; capitals and accents do not count. */
export function holdsExactly(text: string, words: string): boolean {
  // Without spaces between words they may stand within a run of others.
  const join = unspaced.test(words) ? joined : spaced
  const wanted = join(words)
  return wanted.trim() !== '' && join(text).includes(wanted)
}

const spaced = (text: string) => ` ${wordsIn(text).map(foldWord).join(' ')} `
const joined = (text: string) => wordsIn(text).map(foldWord).join('')
