import type { PlannedPart } from '../domain/delivery.ts'
import type { Pace } from './pace.ts'

/** Parts that a sender has claimed and not sent yet, by when their chats may get them. */
export type ClaimedParts = {
  add(parts: readonly PlannedPart[]): void
  /** The part that has waited longest for its turn, if one may go; drops those claimed before that. */
  next(mostAgeMs: number): PlannedPart | null
  remove(part: PlannedPart): void
  has(deliveryId: number): boolean
  /** How many chats may get their part now. */
  ready(): number
  /** How long until the next chat may get its part; null when there are none. */
  restMs(): number | null
  /** Returns all parts, and keeps none. */
  empty(): PlannedPart[]
}

type Held = { part: PlannedPart; readyMs: number; claimedMs: number }

export function createClaimedParts(pace: Pace): ClaimedParts {
  /** Soonest first. */
  let held: Held[] = []
  const insert = (entry: Held) => {
    const place = held.findLastIndex(({ readyMs }) => readyMs <= entry.readyMs) + 1
    held.splice(place, 0, entry)
  }
  return {
    add(parts) {
      const nowMs = pace.nowMs()
      for (const part of parts) {
        insert({ part, readyMs: nowMs + pace.chatWaitMs(part.chatId), claimedMs: nowMs })
      }
    },
    next(mostAgeMs) {
      const nowMs = pace.nowMs()
      for (let first = held[0]; first && first.readyMs <= nowMs; first = held[0]) {
        const restMs = pace.chatWaitMs(first.part.chatId)
        const isFresh = nowMs - first.claimedMs <= mostAgeMs
        if (restMs === 0 && isFresh) return first.part
        held.shift()
        // An answer went to the chat meanwhile.
        if (isFresh) insert({ ...first, readyMs: nowMs + restMs })
      }
      return null
    },
    remove(part) {
      held = held.filter((entry) => entry.part !== part)
    },
    has: (deliveryId) => held.some(({ part }) => part.deliveryId === deliveryId),
    ready() {
      const nowMs = pace.nowMs()
      const resting = held.findIndex(({ readyMs }) => readyMs > nowMs)
      return resting < 0 ? held.length : resting
    },
    restMs: () => (held[0] ? Math.max(0, held[0].readyMs - pace.nowMs()) : null),
    empty() {
      const parts = held.map(({ part }) => part)
      held = []
      return parts
    },
  }
}
