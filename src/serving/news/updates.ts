import type { Article } from '../../domain/article.ts'
import type { Digest } from '../../domain/digest.ts'
import { type Known, knownOf } from '../../store/article-rows.ts'
import type { Database } from '../../store/tables.ts'
import { stemsKnown } from '../../text/words.ts'
import type { NewsTexts } from './span-news.ts'

/**
 * What the reader knows of the stories of these leads, up to the arrival `after`, or of those that they continue:
 * of those that say more now, by the number of the lead, the headline by which they are known; and the leads of
 * those that do not.
 */
export async function updatesOf(
  db: Database,
  leads: readonly Article[],
  after: number,
  { updates }: NewsTexts,
): Promise<Required<Pick<Digest, 'updates' | 'stale'>>> {
  const keyOf = ({ id }: Article) => `${after} ${id}`
  const ofStories = leads.filter(({ storyId }) => storyId !== null)
  const missing = ofStories.filter((lead) => !updates.has(keyOf(lead)))
  const known = await knownOf(
    db,
    missing.flatMap(({ storyId }) => storyId ?? []),
    after,
  )
  for (const lead of missing) {
    const told = known.get(lead.storyId ?? 0)
    updates.set(keyOf(lead), told ? { before: titleBefore(lead, told) } : null)
  }
  const said = new Map<number, string>()
  const stale = new Set<number>()
  for (const lead of ofStories) {
    const known = updates.get(keyOf(lead))
    if (known?.before) said.set(lead.id, known.before)
    else if (known) stale.add(lead.id)
  }
  return { updates: said, stale }
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
