import { isDateline } from '../text/datelines.ts'
import { isBoilerplate } from './boilerplate.ts'
import {
  cosine,
  type DescribedSentence,
  describeSentences,
  type SentenceFeatures,
} from './sentence-features.ts'

/** Beyond this many sentences a text only goes into detail. */
const maxSentences = 80
/** How many words people's own summaries of news have, be they one sentence or three. */
const idealWords = 55
const usualWords = 24

/**
 * The weight of each feature, fitted together on English and Ukrainian news so that
 * the chosen sentences have the words of summaries written by people (ROUGE-1): each weight climbs
 * the gradient of the score to expect when every sentence is drawn by the softmax of its value. That
 * of the title is set by hand.
 */
export const weights: Weights = {
  first: -1.1,
  opening: 4.1,
  early: 4.4,
  centrality: 11.7,
  density: 19.8,
  earlyDensity: 19.4,
  coverage: 0.4,
  title: 5,
  speech: -3.3,
  repetition: -7.8,
  tooLong: -4.2,
  tooShort: -4.8,
}

/** Beside the features: the cosine with what is chosen already (maximal marginal relevance, Carbonell
 * and Goldstein 1998), and the words that the whole has beyond the ideal or short of it, in 25s. */
export type Weights = SentenceFeatures & { repetition: number; tooLong: number; tooShort: number }

/** A sentence that may be chosen; `value` says how well it speaks for its text. */
export type Candidate = DescribedSentence & { index: number; text: string; value: number }

export type Reading = { language: string | null; title?: string; weights?: Weights }

/**
 * The places of the `count` sentences (all, if there are no more) that best say what the text says,
 * in the text's order.
 */
export function chooseSentences(sentences: string[], count: number, reading: Reading): number[] {
  const candidates = rankSentences(sentences, count, reading)
  const chosen: Candidate[] = []
  while (chosen.length < count) {
    const next = bestNext(candidates, chosen, count, reading.weights)
    if (next === null) break
    chosen.push(next)
  }
  return chosen.map(({ index }) => index).sort((a, b) => a - b)
}

/** The sentences that may be chosen, each with its value; boilerplate only if there are not `count` others. */
export function rankSentences(sentences: string[], count: number, reading: Reading): Candidate[] {
  const w = reading.weights ?? weights
  const kept = storyPlaces(sentences, count).slice(0, Math.max(maxSentences, count))
  const texts = kept.map((index) => sentences[index] ?? '')
  return describeSentences(texts, reading).map((described, i) => ({
    ...described,
    index: kept[i] ?? 0,
    text: texts[i] ?? '',
    value: staticValue(described.features, w),
  }))
}

/** The candidate that adds most to those chosen, for a summary that is to have `count` sentences. */
export function bestNext(
  candidates: Candidate[],
  chosen: Candidate[],
  count: number,
  w: Weights = weights,
): Candidate | null {
  const length = chosen.reduce((sum, { words }) => sum + words, 0)
  const said = chosen.map(({ stems }) => new Set(stems))
  const toCome = (count - chosen.length - 1) * usualWords
  let best: Candidate | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (chosen.includes(candidate)) continue
    const excess = (length + candidate.words + toCome - idealWords) / 25
    const repetition = Math.max(0, ...said.map((stems) => cosine(candidate.stems, stems)))
    const value =
      candidate.value +
      w.repetition * repetition +
      (excess > 0 ? w.tooLong * excess : -w.tooShort * excess)
    if (value > most) {
      best = candidate
      most = value
    }
  }
  return best
}

/** The places of the story's own sentences, in whole sentences if most are; more only if these are not enough. */
function storyPlaces(sentences: string[], count: number): number[] {
  const places = [...sentences.keys()]
  const story = places.filter((i) => !isBoilerplate(sentences[i] ?? ''))
  const isFragment = fragmentsOf(sentences)
  const whole = story.filter((i) => {
    const sentence = sentences[i] ?? ''
    return !isFragment(sentence) && (isWhole(sentence) || isStandfirst(sentences, i))
  })
  const body = whole.length * 2 >= story.length ? whole : story
  if (body.length >= count) return body
  const rest = places.filter((i) => !isDateline(sentences[i] ?? ''))
  return rest.length > 0 ? rest : places
}

/** In a text whose sentences begin with large letters, those that do not are torn from something. */
function fragmentsOf(sentences: string[]): (sentence: string) => boolean {
  const beginsSmall = (sentence: string) =>
    /^["“«„'(]*(?!\p{Script=Georgian})\p{Ll}(?!\p{Lu})/u.test(sentence)
  const small = sentences.filter(beginsSmall).length
  return small * 3 > sentences.length ? () => false : beginsSmall
}

function isWhole(sentence: string): boolean {
  return /[.!?…。！？।]["”’»)\]'\s]*$/.test(sentence.slice(-10))
}

/** A long first line is a standfirst, which often has no full stop; elsewhere such lines are captions. */
function isStandfirst(sentences: string[], place: number): boolean {
  return place === 0 && (sentences[0] ?? '').split(/\s+/, 8).length === 8
}

function staticValue(features: SentenceFeatures, w: Weights): number {
  return (
    w.first * features.first +
    w.opening * features.opening +
    w.early * features.early +
    w.centrality * features.centrality +
    w.density * features.density +
    w.earlyDensity * features.earlyDensity +
    w.coverage * features.coverage +
    w.title * features.title +
    w.speech * features.speech
  )
}
