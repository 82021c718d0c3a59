/**
 * Makes functions remember what they answered to so many words, all together; then they begin anew. Of
 * words that come by Zipf's law most are met again soon.
 */
export function createMemory(most: number) {
  const all: { clear(): void }[] = []
  let size = 0
  return function remembering<T>(answer: (word: string) => T): (word: string) => T {
    const known = new Map<string, T>()
    all.push(known)
    return (word) => {
      const before = known.get(word)
      if (before !== undefined) return before
      const now = answer(word)
      if (size >= most) {
        for (const each of all) each.clear()
        size = 0
      }
      known.set(word, now)
      size++
      return now
    }
  }
}

/** Of an object, so many answers are kept; then they begin anew. */
const mostOfObject = 100

/** Remembers what was made of objects, by object and key, for as long as somebody else holds the object. */
export function createObjectMemory<O extends WeakKey, T>(): (
  object: O,
  key: string,
  make: () => T,
) => T {
  const all = new WeakMap<O, Map<string, T>>()
  return (object, key, make) => {
    const known = all.get(object) ?? new Map<string, T>()
    all.set(object, known)
    const before = known.get(key)
    if (before !== undefined) return before
    const now = make()
    if (known.size >= mostOfObject) known.clear()
    known.set(key, now)
    return now
  }
}
