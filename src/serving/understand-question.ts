import { dayOf } from '../domain/calendar.ts'
import { mostParts, type Question } from '../domain/question.ts'
import { type QuestionNote, readQuestion } from '../text/question/read.ts'

/** The longest question, in UTF-16 units. */
const longestQuestion = 200

export type Understood =
  | { kind: 'question'; question: Question; notes: QuestionNote[] }
  /** Nothing in it can be looked for. */
  | { kind: 'no-words'; notes: QuestionNote[] }
  | { kind: 'long'; limit: number; parts: number }

/** Understands what a reader typed at `now`; days are those of the reader's zone. */
export function understandQuestion(
  text: string,
  { now, zone }: { now: Temporal.Instant; zone: string },
): Understood {
  const long = { kind: 'long', limit: longestQuestion, parts: mostParts } as const
  if (text.length > longestQuestion)
    return /[\p{L}\p{N}]/u.test(text) ? long : { kind: 'no-words', notes: [] }
  const { question, notes } = readQuestion(text, dayOf(now, zone))
  const parts = question.clauses.flatMap(({ anyOf }) => anyOf)
  if (parts.length > mostParts) return long
  const isEmpty = parts.length === 0 && question.after === null && question.before === null
  return isEmpty ? { kind: 'no-words', notes } : { kind: 'question', question, notes }
}

/** Loads the names of days and languages, for some 100 ms, so that no reader waits for them. */
export function prepareQuestions(): void {
  readQuestion('on:monday on:понеділок lang:nowhere', Temporal.PlainDate.from('2024-06-14'))
}
