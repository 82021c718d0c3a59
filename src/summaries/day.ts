import { createObjectMemory } from '../lib/memory.ts'
import { sentencesOf } from '../text/sentences.ts'
import { stemsKnown } from '../text/words.ts'
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
 * whole sentence that stands alone and says more than each headline that stands `beside` it, unless one before
 * it says the same. `story` is the place of its story in `stories`. Stories without such a sentence are passed
 * over, and those that say what the `shown` ones do.
 */
export function summariseDay(
  stories: readonly DayStory[],
  shown: readonly DayStory[] = [],
  beside: readonly DayStory[] = [...stories, ...shown],
): { story: number; text: string }[] {
  const chosen: { story: number; text: string }[] = []
  const said = shown.map(stemsOfStory)
  const headlines = beside.map(({ title, language }) => stemsKnown(title, language))
  for (const [story, told] of stories.entries()) {
    if (chosen.length === maxSentences) break
    const text = sentenceBeside(told)
    if (text === null) continue
    const words = stemsKnown(text, told.language)
    if (!headlines.every((headline) => saysMore(words, headline))) continue
    const stems = stemsOfStory(told)
    if (said.some((other) => cosine([...other], stems) >= same)) continue
    chosen.push({ story, text })
    said.push(stems)
  }
  return chosen
}

/** The first whole sentence of a story that stands alone and says what its headline is about; null for none. */
function sentenceBeside(story: DayStory): string | null {
  const { title, summary, language } = story
  return knownSentence(story, '', () => {
    const sentence = summary && sentenceOf(summary, language)
    return sentence && isAbout(sentence, title, language) ? sentence : null
  })
}

/** The same stories are looked at for many readers. */
const knownSentence = createObjectMemory<DayStory, string | null>()

function stemsOfStory({ title, summary, language }: DayStory): ReadonlySet<string> {
  return stemsKnown(`${title} ${summary ?? ''}`, language)
}

/**
 * Whether a sentence says what its headline is about. A standfirst goes on from its headline: without two
 * words of it, it says little by itself.
 */
function isAbout(sentence: string, title: string, language: string | null): boolean {
  const titleWords = stemsKnown(title, language)
  const both = titleWords.intersection(stemsKnown(sentence, language)).size
  return both >= Math.min(2, titleWords.size)
}

/** Words that a headline does not have; and no fewer than it has. */
const leastNew = 3

function saysMore(words: ReadonlySet<string>, headline: ReadonlySet<string>): boolean {
  const added = words.difference(headline).size
  return added >= Math.max(leastNew, words.size - added)
}

function sentenceOf(summary: string, language: string | null): string | null {
  return (
    sentencesOf(summary, language).find(
      (text) => text.length <= maxLength && isFinished(text) && !isDangling(text),
    ) ?? null
  )
}
