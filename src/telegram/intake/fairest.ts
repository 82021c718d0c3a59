/** Decides which chat goes first. */
export type Claim = {
  /**
   * How many updates came from a chat while one of the same sender was still under way, and how many of
   * those have had their turn.
   */
  piled: number
  /** When it last asked for something. */
  askedMs: number
}

/** Who asked within this time is not kept waiting by those who ask after. */
const freshMs = 300

/**
 * Whose turn it is of those that wait: the chat that asks one thing after another goes before those
 * that ask all at once, and who has just asked before those who have waited too long already, who may
 * not be there any more; those have the last first. So neither one chat that asks much nor many that
 * ask at once keep an honest reader waiting. Chats without a claim may not go.
 */
export function fairest<T>(
  queues: ReadonlyMap<number, T>,
  nowMs: number,
  claimOf: (chatId: number, queue: T) => Claim | null,
): number | null {
  let chosen: number | null = null
  let best: Claim | null = null
  for (const [chatId, queue] of queues) {
    const claim = claimOf(chatId, queue)
    if (!claim || (best && !goesBefore(claim, best, nowMs))) continue
    best = claim
    chosen = chatId
  }
  return chosen
}

function goesBefore(one: Claim, other: Claim, nowMs: number): boolean {
  if (one.piled !== other.piled) return one.piled < other.piled
  const areFresh = Math.min(one.askedMs, other.askedMs) > nowMs - freshMs
  return areFresh ? one.askedMs < other.askedMs : one.askedMs > other.askedMs
}
