import type { Kind, Summary } from '../domain/article.ts'
import { clip } from '../text/clip.ts'
import { guessLanguage } from '../text/languages.ts'
import { type Span, sentencesOf, splitSentences } from '../text/sentences.ts'
import { foldSpace } from '../text/space.ts'
import { isTeaser } from '../text/teaser.ts'
import { bestNext, type Candidate, rankSentences, type Weights, weights } from './rank.ts'
import { addsTo, isDangling, isFinished, repeatsTitle, saysMore } from './readable.ts'
import { isThesis, quote, thesisWeights } from './thesis.ts'

const maxSentences = 2
/** What a reader takes in at a glance, in UTF-16 units. */
const maxLength = 300
/** What a summary needs stands near the beginning of a text, in UTF-16 units. */
const maxText = 20_000

/** What a summary is made of. */
export type SummaryInput = {
  title: string
  /** The article's own words, a paragraph a line; empty while its page is not read. */
  text: string
  language: string | null
  kind: Kind
  /** What the feed says of the article, as plain text. */
  blurb?: string | null
  /** The words that the page sets under the headline. */
  standfirst?: string | null
}

/** A summary, and the spans of its sentences in the article's text: none where they are not from it. */
export type SummaryInPlace = Summary & { sentences: Span[] }

/**
 * Returns what a reader sees of an article: at most two whole sentences and 300 characters. They are the
 * standfirst or the feed's blurb where those are whole, otherwise those that say most of the text, in
 * its order; of a column the one that says what it holds, in quotation marks. Only a sentence that is
 * too long and has no other beside it is cut, at a word. No sentence stands alone that says hardly more than the
 * headline; null if there is nothing else.
 */
export function summarise(article: SummaryInput): SummaryInPlace | null {
  const language = article.language ?? guessLanguage(article.text || (article.blurb ?? ''))
  const known = { ...article, language }
  return (
    whole(known, article.standfirst) ??
    whole(known, article.blurb) ??
    (article.kind === 'column' ? thesis(known) : extract(known)) ??
    // With no text the feed's words are all there is, be they long or cut.
    besideTheText(extract({ ...known, text: article.standfirst || article.blurb || '' }))
  )
}

/** Words written to stand under the headline, if they are short, whole, no teaser and not the headline again. */
function whole({ title, text, language }: SummaryInput, words: string | null | undefined) {
  const flat = foldSpace(words ?? '')
  if (flat.length > maxLength || !isFinished(flat) || isTeaser(flat)) return null
  if (repeatsTitle(flat, title, language)) return null
  const sentences = sentencesOf(flat, language)
  if (sentences.length > maxSentences || flat.split(' ').length < 5) return null
  if (sentences.length === 1 && !saysMore(flat, title, language)) return null
  const places = sentences.map((sentence) => text.indexOf(sentence))
  const found = places.every((place) => place >= 0)
  return inPlace(
    flat,
    'feed',
    found ? places.map((at, i) => [at, at + (sentences[i] ?? '').length]) : [],
  )
}

function extract(article: SummaryInput): SummaryInPlace | null {
  const { title, language } = article
  const { spans, candidates } = readable(article, weights)
  const goesOn = ({ text }: Candidate) => saysMore(text, title, language)
  let shown = chooseShown(candidates)
  if (shown.length === 1 && !shown.every(goesOn)) shown = chooseShown(candidates.filter(goesOn))
  if (shown.length === 0) return null
  shown.sort((a, b) => a.index - b.index)
  const text = clip(shown.map((sentence) => sentence.text).join(' '), maxLength)
  return inPlace(
    text,
    'extract',
    shown.flatMap(({ index }) => spans.slice(index, index + 1)),
  )
}

/** As many sentences as fit, the best that stand by themselves; none says what another says, and hardly more. */
function chooseShown(candidates: Candidate[]): Candidate[] {
  let chosen: Candidate[] = []
  let left = candidates
  while (chosen.length < maxSentences) {
    const room = maxLength - chosen.reduce((sum, { text }) => sum + text.length + 1, 0)
    const fitting = left.filter(({ text }) => text.length <= room)
    const clear = fitting.filter(
      ({ index, text, stems }) =>
        isFinished(text) &&
        chosen.every((other) => isMore(stems, other.stems)) &&
        (!isDangling(text) || chosen.some((other) => other.index === index - 1)),
    )
    // One sentence is better than two of which the second refers to what is not shown.
    const next = bestNext(
      clear.length === 0 && chosen.length === 0 ? fitting : clear,
      chosen,
      maxSentences,
    )
    if (next === null) break
    left = left.filter((each) => each !== next)
    chosen = [...chosen.filter(({ stems }) => isMore(stems, next.stems)), next]
  }
  return chosen.length > 0 ? chosen : candidates.slice(0, 1)
}

function isMore(stems: readonly number[], others: readonly number[]): boolean {
  return addsTo(new Set(stems), new Set(others))
}

/** What a columnist holds, in the columnist's words. */
function thesis(article: SummaryInput): SummaryInPlace | null {
  const { spans, candidates } = readable(article, thesisWeights)
  const fitting = candidates.filter(({ text }) => text.length <= maxLength - 2 && isFinished(text))
  const clear = fitting.filter(({ text }) => !isDangling(text))
  const claims = clear.filter(({ text }) => isThesis(text))
  const best = bestNext([claims, clear, fitting].find((some) => some.length > 0) ?? [], [], 1)
  if (best === null) return extract(article)
  const text = quote(best.text, article.language)
  return inPlace(text, 'extract', spans.slice(best.index, best.index + 1))
}

/** The sentences of a text that a reader may be shown, each on one line, with their places. */
function readable({ title, text, language }: SummaryInput, weights: Weights) {
  const spans = splitSentences(text.slice(0, maxText), language)
  const sentences = spans.map(([start, end]) => foldSpace(text.slice(start, end)))
  const ranked = rankSentences(sentences, 1, { language, title, weights })
  const candidates = ranked.filter(
    (candidate) => /\p{L}/u.test(candidate.text) && !repeatsTitle(candidate.text, title, language),
  )
  return { spans, candidates }
}

function besideTheText(summary: SummaryInPlace | null): SummaryInPlace | null {
  return summary === null ? null : inPlace(summary.text, 'feed', [])
}

function inPlace(text: string, origin: Summary['origin'], sentences: Span[]): SummaryInPlace {
  return { text, origin, sentences }
}
