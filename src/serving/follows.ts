import { dayOf } from '../domain/calendar.ts'
import type { Follow, Paper } from '../domain/paper.ts'
import type { Question } from '../domain/question.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { columnistNames, storyTitles } from '../store/names.ts'
import { printQuestion } from '../text/question/print.ts'
import { isNarrow } from './caught.ts'
import { changePaper, type PaperChange } from './papers.ts'
import type { Serving } from './serving.ts'
import { understandQuestion } from './understand-question.ts'

/** Follows what a question finds, which is kept as `printQuestion` writes it; refused are those that find much, or nothing new. */
export async function followSearch(
  parts: Pick<Serving, 'db' | 'now' | 'findArticles'>,
  topic: ChatTopic,
  question: Question,
  zone: string,
): Promise<PaperChange | { kind: 'wide' | 'late' | 'long' | 'past' }> {
  const of = printQuestion(question)
  const now = parts.now()
  const tomorrow = dayOf(now, zone).add({ days: 1 }).toString()
  if (question.before !== null && question.before <= tomorrow) return { kind: 'past' }
  if (understandQuestion(of, { now, zone }).kind !== 'question') return { kind: 'long' }
  const narrow = await isNarrow(parts, question, { now, zone })
  if (narrow !== true) return { kind: narrow === 'late' ? 'late' : 'wide' }
  return changePaper(parts, topic, (paper) => {
    const isKnown = paper.follows.some((each) => each.kind === 'search' && each.of === of)
    return isKnown ? paper : withFollow(paper, { kind: 'search', of, alert: false })
  })
}

/** A paper with something followed; what was followed before is told as the new wish says. */
export function withFollow(paper: Paper, wish: Follow): Paper {
  const { follows } = withoutFollow(paper, wish)
  return { ...paper, follows: [...follows, wish] }
}

export function withoutFollow(paper: Paper, { kind, of }: Pick<Follow, 'kind' | 'of'>): Paper {
  const follows = paper.follows.filter((each) => each.kind !== kind || each.of !== of)
  return { ...paper, follows }
}

/** What a paper follows, each with what it is called, in a language. */
export async function listFollows(
  { db, now }: Pick<Serving, 'db' | 'now'>,
  { follows }: Paper,
  language: string,
): Promise<(Follow & { name: string })[]> {
  const numbers = (kind: Follow['kind']) =>
    follows.filter((each) => each.kind === kind).map(({ of }) => Number(of))
  const [columnists, stories] = await Promise.all([
    columnistNames(db, numbers('columnist')),
    storyTitles(db, numbers('story')),
  ])
  const nameOf = ({ kind, of }: Follow) => {
    if (kind === 'search') {
      const kept = understandQuestion(of, { now: now(), zone: 'UTC' })
      return kept.kind === 'question' ? printQuestion(kept.question, language) : of
    }
    return (kind === 'columnist' ? columnists : stories).get(Number(of)) ?? of
  }
  return follows.map((each) => ({ ...each, name: nameOf(each) }))
}
