import { unspaced } from '../words.ts'
import { foldWord } from './fold.ts'
import { runsOf } from './normalise.ts'
import { wordsIn } from './words-in.ts'

/** A word of a question, in pieces as articles hold them: words, or runs of letters without spaces. */
export type AskedPiece = { kind: 'word' | 'run'; written: string; folded: string }

/** The pieces of what was typed; none for marks alone. */
export function askedPieces(text: string): AskedPiece[] {
  // Single letters beside an apostrophe are no words: l'homme, the harbour's.
  const all = wordsIn(text)
  const isJoined = /['’]/.test(text) && all.some(({ length }) => length > 1)
  const words = isJoined ? all.filter(({ length }) => length > 1) : all
  return words.flatMap((written): AskedPiece[] => {
    const folded = foldWord(written)
    if (!unspaced.test(folded)) return folded ? [{ kind: 'word', written, folded }] : []
    return runsOf(folded).map((run) => ({
      kind: unspaced.test(run) ? 'run' : 'word',
      written: run,
      folded: run,
    }))
  })
}
