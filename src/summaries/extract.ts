import { guessLanguage } from '../text/languages.ts'
import { type Span, splitSentences } from '../text/sentences.ts'
import { chooseSentences } from './rank.ts'

/** Longer texts are read up to here, in UTF-16 units: what news says stands near its beginning. */
const maxText = 60_000

/**
 * Where the `count` sentences stand that best say what the text says, in its order: fewer if it has
 * fewer, of any length. The language is guessed where it is not known.
 */
export function extractSentences(
  text: string,
  count: number,
  { language, title = '' }: { language: string | null; title?: string },
): Span[] {
  const spans = splitSentences(text.slice(0, maxText), language)
  const sentences = spans.map(([start, end]) => text.slice(start, end))
  const reading = { language: language ?? guessLanguage(text), title }
  return chooseSentences(sentences, count, reading).flatMap((place) =>
    spans.slice(place, place + 1),
  )
}
