import { z } from 'zod'
import type { Reason } from '../../domain/reason.ts'
import { foldSpace } from '../../text/space.ts'

/** The longest summary that a reader is shown. */
export const maxSummary = 300
const minSummary = 30
/** What is longer than this is no answer to what was asked. */
export const maxAnswer = 20_000

const answer = z.object({ summary: z.string() })

/** The form of an answer as JSON Schema, for servers that can hold a model to it. */
export const answerSchema = z.toJSONSchema(answer)

/**
 * The summary in an answer: an object `{ "summary": … }`, as servers give it that know schemas, or the
 * one that stands in other words, in a fence or after a model's thoughts. Null when there is none.
 */
export function readAnswer(text: string): string | null {
  const { data } = answer.safeParse(readJson(text))
  return data ? foldSpace(data.summary) : null
}

/** The object that stands in what a model says; null when there is none. */
export function readJson(text: string): unknown {
  if (text.length > maxAnswer) return null
  const said = text.slice(text.lastIndexOf('</think>') + 1)
  const from = said.indexOf('{')
  return from < 0 ? null : parseJson(said.slice(from, said.lastIndexOf('}') + 1))
}

/** Why a summary cannot be shown whatever it says; null when it can. */
export function whyUnfit(summary: string, title: string): Reason | null {
  if (summary.length < minSummary) return { code: 'summary-short' }
  if (summary.length > maxSummary) return { code: 'summary-long', most: maxSummary }
  const notProse = whyNoProse(summary)
  if (notProse) return notProse
  if (!/[.!?…。！？।]["”’»)]*$/.test(summary)) return { code: 'summary-cut-off' }
  if (beginsWithAll(summary, title)) return { code: 'summary-headline' }
  return null
}

/** Why words cannot be shown as prose; null when they can. */
export function whyNoProse(words: string): Reason | null {
  // Telegram makes links of bare names of hosts, people, tags and commands too.
  if (/https?:|[\p{L}\p{N}]\.\p{Ll}{2,}|(?:^|\s)[@#/][\p{L}\p{N}]/u.test(words)) {
    return { code: 'summary-link' }
  }
  if (/[<>{}[\]|`\\]|\*\*|\p{Cc}|[^\P{Cf}\u200c\u200d]/u.test(words)) {
    return { code: 'summary-no-prose' }
  }
  return null
}

// A headline of a word or two is how a sentence may well begin.
function beginsWithAll(summary: string, title: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return title.length >= 20 && plain(summary).startsWith(plain(title))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
