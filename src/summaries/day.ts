import { isDangling, isFinished } from './readable.ts'
import { splitSentences } from './sentences.ts'
import { cosine } from './signs.ts'
import { stemsOf } from './words.ts'

/** A story of the day as it is told: its summary, and its headline. */
export type ToldStory = { title: string; summary: string | null; language: string | null }

const maxSentences = 3
/** In UTF-16 units: three of these are still read at a glance. */
const maxLength = 200
/** From here on two sentences tell the same (cosine of their stems). */
const same = 0.4

/**
 * The day in at most three sentences from its stories, the most important first: from each the first
 * whole sentence that stands alone, or the headline where that sentence needs it; not if one before it
 * has told the same. `story` is the place of its story in `stories`. Stories without such a sentence are
 * passed over.
 */
export function summariseDay(stories: ToldStory[]): { story: number; text: string }[] {
  const told: { story: number; text: string; stems: ReadonlySet<string> }[] = []
  for (const [story, { title, summary, language }] of stories.entries()) {
    if (told.length === maxSentences) break
    const stems = stemsOf(`${title} ${summary ?? ''}`, language)
    if (told.some((other) => cosine([...other.stems], stems) >= same)) continue
    const sentence = sentenceOf(summary ?? '', language)
    if (sentence === null) continue
    // A standfirst goes on from its headline: without a word of it, it says little by itself.
    const standsAlone = cosine([...stemsOf(sentence, language)], stemsOf(title, language)) > 0
    told.push({ story, text: standsAlone ? sentence : title, stems })
  }
  return told.map(({ story, text }) => ({ story, text }))
}

function sentenceOf(summary: string, language: string | null): string | null {
  const sentences = splitSentences(summary, language).map(([start, end]) =>
    summary.slice(start, end),
  )
  return (
    sentences.find((text) => text.length <= maxLength && isFinished(text) && !isDangling(text)) ??
    null
  )
}
