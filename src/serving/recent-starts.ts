import type { ChatTopic } from '../domain/subscription.ts'
import type { Database } from '../store/tables.ts'
import type { Serving } from './serving.ts'

/** For so long a chat that writes /start again has the news above. */
const recent = Temporal.Duration.from({ minutes: 10 })

/** When chats and topics were sent the news by /start; in memory, as it matters for minutes only. The latest last. */
const starts = new WeakMap<Database, Map<string, Temporal.Instant>>()

type Parts = Pick<Serving, 'db' | 'now'>

/** Whether a chat or topic was sent the news by /start some minutes ago. */
export function hasJustStarted({ db, now }: Parts, topic: ChatTopic): boolean {
  return isRecent(starts.get(db)?.get(keyOf(topic)), now())
}

/** Notes that a chat or topic was sent the news by /start. */
export function noteStart({ db, now }: Parts, topic: ChatTopic): void {
  const known = starts.get(db) ?? new Map<string, Temporal.Instant>()
  starts.set(db, known)
  known.delete(keyOf(topic))
  known.set(keyOf(topic), now())
  for (const [other, at] of known) {
    if (isRecent(at, now())) break
    known.delete(other)
  }
}

function keyOf({ chatId, threadId }: ChatTopic): string {
  return `${chatId} ${threadId}`
}

function isRecent(at: Temporal.Instant | undefined, now: Temporal.Instant): boolean {
  return at !== undefined && Temporal.Instant.compare(now, at.add(recent)) < 0
}
