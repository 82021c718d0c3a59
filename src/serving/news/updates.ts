import type { Article } from '../../domain/article.ts'
import { type Title, titlesKnown } from '../../store/article-rows.ts'
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
  const titles = await titlesKnown(
    db,
    missing.flatMap(({ storyId }) => storyId ?? []),
    after,
  )
  for (const lead of missing) {
    updates.set(keyOf(lead), titleBefore(lead, titles.get(lead.storyId ?? 0) ?? []))
  }
  return new Map(
    ofStories.flatMap((lead): [number, string][] => {
      const before = updates.get(keyOf(lead)) ?? null
      return before === null ? [] : [[lead.id, before]]
    }),
  )
}

/** Of the headlines that are known of a story, one in the language of its lead, if that says more. */
function titleBefore(lead: Article, known: readonly Title[]): string | null {
  const before = known.find(({ language }) => language === lead.language) ?? known[0]
  return before && saysMore(lead, known) ? before.title : null
}

/** An update has at least this part of its words beside those that are known. */
const leastNew = 0.25

/** Whether a headline has words that those of its story that the reader knows do not have. */
function saysMore({ title, language }: Article, known: readonly Title[]): boolean {
  const seen = new Set(known.flatMap((each) => [...stemsKnown(each.title, each.language)]))
  const words = stemsKnown(title, language)
  return words.difference(seen).size >= leastNew * words.size
}
