import type { Message } from 'grammy/types'
import type { InlineAnswer, InlineResult } from './inline-answer.ts'
import type { State } from './state.ts'

/** What somebody asks inline: Telegram answers it itself while an answer is kept. */
export type InlineAsked = { userId: number; query: string; offset: string }

/** Keeps an answer for so many seconds: for who asked alone, or for all. */
export function keepAnswer(
  state: State,
  { userId, query, offset }: InlineAsked,
  answer: InlineAnswer,
  { seconds, isPersonal }: { seconds: number; isPersonal: boolean },
): void {
  const until = state.now().add({ seconds })
  state.inlineKept.set(keyOf(isPersonal ? userId : null, query, offset), { answer, until })
}

/** The answer that is kept for somebody; null for none. */
export function keptAnswer(
  state: State,
  { userId, query, offset }: InlineAsked,
): InlineAnswer | null {
  for (const id of [userId, null]) {
    const kept = state.inlineKept.get(keyOf(id, query, offset))
    if (kept && Temporal.Instant.compare(state.now(), kept.until) < 0) return kept.answer
  }
  return null
}

function keyOf(userId: number | null, query: string, offset: string): string {
  return JSON.stringify([userId, query, offset])
}

/** The message that a picked result becomes in a chat. */
export function contentOf({ message }: InlineResult, state: State): Partial<Message> {
  return { ...message, via_bot: state.bot }
}
