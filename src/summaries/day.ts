import { sentencesOf } from '../text/sentences.ts'
import { stemsOf } from '../text/words.ts'
import { isDangling, isFinished } from './readable.ts'
import { cosine } from './sentence-features.ts'

/** A story of the day: its headline and its summary. */
export type DayStory = { title: string; summary: string | null; language: string | null }

const maxSentences = 3
/** In UTF-16 units: three of these are still read at a glance. */
const maxLength = 200
/** From here on two sentences say the same (cosine of their stems). */
const same = 0.4

/**
 * Returns the day in at most three sentences from its stories, the most important first: from each the first
 * whole sentence that stands alone, unless one before it says the same. `story` is the place of
 * its story in `stories`. Stories without such a sentence are passed over.
 */
export function summariseDay(stories: DayStory[]): { story: number; text: string }[] {
  const chosen: { story: number; text: string; stems: ReadonlySet<string> }[] = []
  for (const [story, { title, summary, language }] of stories.entries()) {
    if (chosen.length === maxSentences) break
    const stems = stemsOf(`${title} ${summary ?? ''}`, language)
    if (chosen.some((other) => cosine([...other.stems], stems) >= same)) continue
    const sentence = sentenceOf(summary ?? '', language)
    if (sentence === null || !namesWhat(sentence, title, language)) continue
    chosen.push({ story, text: sentence, stems })
  }
  return chosen.map(({ story, text }) => ({ story, text }))
}

// A standfirst goes on from its headline: without two words of it, it says little by itself.
function namesWhat(sentence: string, title: string, language: string | null): boolean {
  const words = stemsOf(sentence, language)
  const titleWords = [...stemsOf(title, language)]
  return titleWords.filter((stem) => words.has(stem)).length >= Math.min(2, titleWords.length)
}

function sentenceOf(summary: string, language: string | null): string | null {
  return (
    sentencesOf(summary, language).find(
      (text) => text.length <= maxLength && isFinished(text) && !isDangling(text),
    ) ?? null
  )
}
