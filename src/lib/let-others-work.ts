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

/** Of what is quickly done so many are done between two looks at the clock. */
const itemsAtOnce = 1000

/** Does some quick work for each item, and ends long turns meanwhile: there may be a hundred thousand of them. */
export async function eachInTurns<T>(
  items: readonly T[],
  work: (item: T, place: number) => void,
): Promise<void> {
  for (let place = 0; place < items.length; ) {
    await endLongTurn()
    place = workOn(items, place, work)
  }
}

/** Not within the waiting function: V8 makes a loop there slower. */
function workOn<T>(
  items: readonly T[],
  from: number,
  work: (item: T, place: number) => void,
): number {
  const until = Math.min(from + itemsAtOnce, items.length)
  for (let place = from; place < until; place++) {
    const item = items[place]
    if (item !== undefined) work(item, place)
  }
  return until
}
