import type { Database } from '../store/tables.ts'
import type { Serving } from './serving.ts'

/** For so long a chat that writes /start again has the news above. */
const recent = Temporal.Duration.from({ minutes: 10 })

/** When chats were sent the news by /start; in memory, as it matters for minutes only. The latest last. */
const starts = new WeakMap<Database, Map<number, Temporal.Instant>>()

type Parts = Pick<Serving, 'db' | 'now'>

/** Whether a chat was sent the news by /start some minutes ago. */
export function hasJustStarted({ db, now }: Parts, chatId: number): boolean {
  const at = starts.get(db)?.get(chatId)
  return at !== undefined && Temporal.Instant.compare(now(), at.add(recent)) < 0
}

/** Notes that a chat was sent the news by /start. */
export function noteStart({ db, now }: Parts, chatId: number): void {
  const known = starts.get(db) ?? new Map<number, Temporal.Instant>()
  starts.set(db, known)
  known.delete(chatId)
  known.set(chatId, now())
  for (const other of known.keys()) {
    if (hasJustStarted({ db, now }, other)) break
    known.delete(other)
  }
}
