import { clip } from '../domain/clip.ts'

const maxSentences = 2
const maxLength = 300

/**
 * The first sentences of a text, whole, at most two and 300 characters; the first alone, cut at a
 * word, when it is longer. Null for a text without words. Sentences end where Unicode says (UAX 29).
 */
export function leadSummary(text: string, language: string | null): string | null {
  const segmenter = new Intl.Segmenter(language ?? 'en', { granularity: 'sentence' })
  let summary = ''
  let sentences = 0
  for (const { segment } of segmenter.segment(firstParagraphs(text))) {
    const sentence = segment.replace(/\s+/g, ' ').trim()
    if (!/\p{L}/u.test(sentence)) continue
    const longer = summary ? `${summary} ${sentence}` : sentence
    if (longer.length > maxLength) break
    summary = longer
    if (++sentences === maxSentences) break
  }
  return summary || clip(text.replace(/\s+/g, ' ').trim(), maxLength) || null
}

// Only the beginning can matter; a megabyte of text is not cut into sentences for two of them.
function firstParagraphs(text: string): string {
  return text.slice(0, 4000)
}
