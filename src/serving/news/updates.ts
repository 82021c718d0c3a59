import type { Article } from '../../domain/article.ts'
import { type Known, knownOf } from '../../store/article-rows.ts'
import type { Database } from '../../store/tables.ts'
import { stemsKnown } from '../../text/words.ts'
import type { NewsTexts } from './story.ts'

/**
 * Of those leads whose stories the reader knows and that say more now, by number, the headline by which they
 * are known: up to the arrival `after`, of the story or of one that it continues.
 */
export async function updatesOf(
  db: Database,
  leads: readonly Article[],
  after: number,
  { updates }: NewsTexts,
): Promise<Map<number, string>> {
  const keyOf = ({ id }: Article) => `${after} ${id}`
  const ofStories = leads.filter(({ storyId }) => storyId !== null)
  const missing = ofStories.filter((lead) => !updates.has(keyOf(lead)))
  const known = await knownOf(
    db,
    missing.flatMap(({ storyId }) => storyId ?? []),
    after,
  )
  for (const lead of missing) {
    updates.set(keyOf(lead), titleBefore(lead, known.get(lead.storyId ?? 0) ?? []))
  }
  return new Map(
    ofStories.flatMap((lead): [number, string][] => {
      const before = updates.get(keyOf(lead)) ?? null
      return before === null ? [] : [[lead.id, before]]
    }),
  )
}

/** Of the headlines that are known of a story, one in the language of its lead, if that says more. */
function titleBefore(lead: Article, known: readonly Known[]): string | null {
  const inLanguage = known.filter(({ language }) => language === lead.language)
  const [before] = inLanguage.length > 0 ? inLanguage : known
  if (!before || !saysMore(lead, known)) return null
  // Words of two languages cannot be compared.
  const soonHours = inLanguage.length > 0 ? 1 : 6
  return comesSoon(lead, known, soonHours) ? null : before.title
}

/** An update has at least this part of its words beside those that are known. */
const leastNew = 0.25

/** Whether a headline has words that what the reader knows of its story does not have. */
function saysMore({ title, language }: Article, known: readonly Known[]): boolean {
  const seen = new Set(
    known.flatMap((each) => [...stemsKnown(`${each.title} ${each.summary}`, each.language)]),
  )
  const words = stemsKnown(title, language)
  return words.difference(seen).size >= leastNew * words.size
}

/** Whether an outlet that was not among those known says it so soon: it is the same in its own words. */
function comesSoon(
  { feedId, publishedAt }: Article,
  known: readonly Known[],
  soonHours: number,
): boolean {
  if (known.some((each) => each.feedId === feedId)) return false
  const hours = known.map((each) => each.publishedAt?.until(publishedAt).total('hours') ?? 0)
  return Math.min(...hours.map(Math.abs)) < soonHours
}
