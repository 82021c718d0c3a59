/**
 * A function that remembers what it answered to so many words, and then begins anew: of words that
 * come by Zipf's law most are met again soon.
 */
export function remember<T>(most: number, answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const now = answer(word)
    if (known.size >= most) known.clear()
    known.set(word, now)
    return now
  }
}
