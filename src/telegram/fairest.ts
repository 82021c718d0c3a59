/** What decides whose turn it is: how much a chat got lately, and when it last asked for something. */
export type Claim = { recent: number; askedMs: number }

/**
 * Whose turn it is of those that wait: the chat that got the least lately, and among equals the one
 * that asked last, who is still there to read the answer. So neither one chat that asks much nor many
 * that ask at once keep an honest reader waiting. Chats without a claim may not go.
 */
export function fairest<T>(
  queues: ReadonlyMap<number, T>,
  claimOf: (chatId: number, queue: T) => Claim | null,
): number | null {
  let chosen: number | null = null
  let best: Claim = { recent: Number.POSITIVE_INFINITY, askedMs: Number.NEGATIVE_INFINITY }
  for (const [chatId, queue] of queues) {
    const claim = claimOf(chatId, queue)
    if (!claim || claim.recent > best.recent) continue
    if (claim.recent === best.recent && claim.askedMs < best.askedMs) continue
    best = claim
    chosen = chatId
  }
  return chosen
}
