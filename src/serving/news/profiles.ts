import type { NewsStory } from './story.ts'

/**
 * What the place of a story depends on, but for its time and for columns on it. Of a hundred thousand
 * stories few differ in it: it is counted and weighed once for all that share one.
 */
export type Profile = Pick<
  NewsStory,
  'feeds' | 'firsts' | 'isRoutine' | 'isContinued' | 'isPinned' | 'language'
> & {
  /** How many items each feed brings of it; null where they differ, or are not of one day of UTC. */
  itemsOfFeed: number | null
}

export type Profiles = {
  /** By their numbers. It only grows. */
  all: readonly Profile[]
  /** The number of a story's profile, a new one where it has none yet. */
  numberOf(story: NewsStory): number
}

export function createProfiles(): Profiles {
  const all: Profile[] = []
  const numbers = new Map<string, number>()
  return {
    all,
    numberOf(story) {
      const { feeds, firsts, isRoutine, isContinued, isPinned, language } = story
      const itemsOfFeed = countItems(story)
      const key = [...feeds, '', firsts, isRoutine, isContinued, isPinned, language, itemsOfFeed]
      const name = key.join()
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, all.length)
      return (
        all.push({ feeds, firsts, isRoutine, isContinued, isPinned, language, itemsOfFeed }) - 1
      )
    },
  }
}

function countItems({ articles, feeds, oldestMinute, newestMinute }: NewsStory): number | null {
  if (dayOfMinute(oldestMinute) !== dayOfMinute(newestMinute)) return null
  if (feeds.length === articles.length) return 1
  return feeds.length === 1 ? articles.length : null
}

export function dayOfMinute(minute: number): number {
  return Math.floor(minute / (24 * 60))
}
