/** Ends the turn of the event loop. SQLite answers within the same turn: whoever else asks waits for it to end. */
export function letOthersWork(): Promise<unknown> {
  return new Promise(setImmediate)
}

/** A longer turn would be noticed by others. */
const longMs = 8
let sinceMs = 0

/** The same, where the last turn that was ended so ended long ago. */
export async function endLongTurn(): Promise<void> {
  if (performance.now() - sinceMs < longMs) return
  await letOthersWork()
  sinceMs = performance.now()
}
