import type { Mutes } from '../../domain/paper.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import { storiesGoneOn } from '../../store/stories.ts'
import type { Database } from '../../store/tables.ts'
import { stemsKnown, stemsOf, wordsOf } from '../../text/words.ts'

/** What of a headline decides whether it is muted. */
export type Mutable = Pick<
  RankedHeadline,
  'title' | 'language' | 'storyId' | 'aboutStory' | 'columnistId'
>

/** Whether a headline is muted. */
export type IsMuted = (headline: Mutable) => boolean

/** Makes the question whether a headline is muted; a story with what it has merged with or goes on in. */
export async function createMutes(
  db: Database,
  { words, columnists, stories }: Mutes,
  merged: ReadonlyMap<number, number>,
  asOf: Temporal.Instant,
): Promise<IsMuted> {
  const asked = stories
    .filter(({ until }) => until > asOf.epochMilliseconds)
    .map(({ story }) => story)
  const muted = asked.length > 0 ? await storiesGoneOn(db, asked) : new Set<number>()
  const authors = new Set(columnists.map((id) => merged.get(id) ?? id))
  const says = words.map(createSaying)
  return (headline) => {
    const { storyId, aboutStory, columnistId } = headline
    if (muted.has(storyId ?? 0) || muted.has(aboutStory ?? 0)) return true
    if (columnistId !== null && authors.has(merged.get(columnistId) ?? columnistId)) return true
    return says.some((isSaid) => isSaid(headline))
  }
}

/** Whether headlines have all words of what was typed, in any of their forms. */
function createSaying(typed: string): IsMuted {
  const stems = new Map<string | null, ReadonlySet<string>>()
  const [first = ''] = wordsOf(typed)
  // Forms of a word begin alike: most headlines need not be stemmed.
  const beginning = first.slice(0, 2)
  return ({ title, language }) => {
    if (!title.toLowerCase().includes(beginning)) return false
    const asked = stems.get(language) ?? stemsOf(typed, language)
    stems.set(language, asked)
    return asked.size > 0 && asked.isSubsetOf(stemsKnown(title, language))
  }
}
