import { clip } from '../domain/clip.ts'

const maxSentences = 2
const maxLength = 300
/** Only the beginning can matter: a megabyte is not cut into sentences for two of them. */
const beginning = 4000

/**
 * The first sentences of a text, whole, at most two and 300 characters; the first alone, cut at a
 * word, when it is longer. Null for a text without words. Sentences end where Unicode says (UAX 29);
 * lines that hold none, such as bylines and headings, are passed over where there are others.
 */
export function leadSummary(text: string, language: string | null): string | null {
  const lines = text.slice(0, beginning).split(/\n+/)
  const told = lines.filter((line) => /[.!?…]["”’»)]*\s*$/.test(line))
  const segmenter = new Intl.Segmenter(language ?? 'en', { granularity: 'sentence' })
  let summary = ''
  let sentences = 0
  for (const { segment } of segmenter.segment((told.length > 0 ? told : lines).join('\n'))) {
    const sentence = segment.replace(/\s+/g, ' ').trim()
    if (!/\p{L}/u.test(sentence)) continue
    const longer = summary ? `${summary} ${sentence}` : sentence
    if (longer.length > maxLength) return summary || clip(sentence, maxLength)
    summary = longer
    if (++sentences === maxSentences) break
  }
  return summary || null
}
