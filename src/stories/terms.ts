import type { StoryArticle } from '../domain/story.ts'
import { dateNames, isDayNumber } from './date-names.ts'
import { type HeadlineLanguage, headlineLanguage } from './languages.ts'
import { textKey } from './text-key.ts'
import { tokensOf, wordsOf } from './words.ts'

/** Headlines say it in a few words; what a hostile feed puts after them is not read. */
const maxTitle = 300
const maxLead = 1000

/** What an article is compared by. */
export type Terms = {
  language: HeadlineLanguage
  /** The stems of the title, each once. */
  title: string[]
  /** The stems of the lead, each once. */
  lead: string[]
}

/** The stems of a title and a lead, without stop words. */
export function termsOf(title: string, lead: string | null, declared: string | null): Terms {
  const shownTitle = title.slice(0, maxTitle)
  const shownLead = (lead ?? '').slice(0, maxLead)
  const language = headlineLanguage(declared, `${shownTitle}\n${shownLead}`)
  return {
    language,
    title: stems(wordsOf(shownTitle), language),
    lead: stems(wordsOf(shownLead), language),
  }
}

/** The words by which an article says these stems (textKey), as it writes them, its title's first. */
export function writtenWords(
  article: Pick<StoryArticle, 'title' | 'lead' | 'language'>,
  wanted: readonly number[],
): string[] {
  const shown = `${article.title.slice(0, maxTitle)}\n${(article.lead ?? '').slice(0, maxLead)}`
  const language = headlineLanguage(article.language, shown)
  const left = new Set(wanted)
  const written: string[] = []
  for (const { word } of tokensOf(shown)) {
    if (left.size === 0) break
    const said = stems([word.toLowerCase()], language).filter((stem) => left.delete(textKey(stem)))
    if (said.length > 0) written.push(word)
  }
  return written
}

function stems(words: string[], { code, partsOf }: HeadlineLanguage): string[] {
  const found = new Set<string>()
  const names = dateNames(code).long
  for (const [i, word] of words.entries()) {
    // What stands in all headlines of a day sets none of them apart.
    if (isDayNumber(words, i, names)) continue
    for (const part of partsOf(word)) found.add(part)
  }
  return [...found]
}
