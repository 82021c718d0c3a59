import { addNewest, dropOldest, type Newest } from './newest.ts'

/** Articles that have something in common, by a key; the newest of each group are known. */
export type Groups<T> = ReturnType<typeof createGroups<T>>

export function createGroups<T>(mostKnown: number) {
  const groups = new Map<string, Newest<T>>()
  return {
    add(key: string, item: T): void {
      const group = groups.get(key)
      if (group) addNewest(group, item, mostKnown)
      else groups.set(key, { kept: [item], count: 1 })
    },
    /** Takes out the oldest of a group. */
    dropOldest(key: string): void {
      const group = groups.get(key)
      if (!group) return
      dropOldest(group)
      if (group.count === 0) groups.delete(key)
    },
    /** The newest of a group, oldest first. */
    newest: (key: string): T[] => groups.get(key)?.kept.slice(-mostKnown) ?? [],
  }
}
