/** Ends the turn of the event loop. SQLite answers within the same turn: whoever else asks waits for it to end. */
export function letOthersWork(): Promise<unknown> {
  return new Promise(setImmediate)
}
