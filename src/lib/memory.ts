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
