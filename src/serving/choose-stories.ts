import type { Story } from '../domain/digest.ts'
import { type RankedHeadline, titlesByIds } from '../store/article-rows.ts'
import type { Database } from '../store/tables.ts'
import { choosePage } from '../stories/front/choose-page.ts'
import { countIndependent } from '../stories/front/independent.ts'
import { type RankOptions, scoreOf } from '../stories/rank.ts'
import { stemsOf } from '../text/words.ts'
import type { Entry } from './rank-entries.ts'

/** Of so many times a page's stories the headlines are compared. */
const compared = 5
/** Among so many outlets of a story it is looked for who copies whom. */
const mostOutlets = 12
/** So many of a day are compared too, where each day is due some. */
const comparedOfDay = 4

/** `leastOfDay` is how many stories of each day are due. */
export type Choice = RankOptions & { size: number; leastOfDay?: number }

/** Chooses the stories of a page, by what their headlines say, from entries sorted by rank. */
export async function chooseStories(
  db: Database,
  entries: readonly Entry[],
  { size, leastOfDay = 0, ...options }: Choice,
): Promise<Story<RankedHeadline>[]> {
  const days = leastOfDay > 0 ? [...Map.groupBy(entries, ({ day }) => day)] : []
  const ofDays = days.flatMap(([, ofDay]) => ofDay.slice(0, comparedOfDay))
  const candidates = await candidatesOf(
    db,
    [...new Set([...entries.slice(0, size * compared), ...ofDays])],
    options,
  )
  const least = leastOfLanguages(entries, size)
  for (const [day, { length }] of days) least.set(day, Math.min(length, leastOfDay))
  return choosePage(candidates, size, least).map(({ story }) => story)
}

async function candidatesOf(db: Database, entries: readonly Entry[], options: RankOptions) {
  const outletsOf = ({ story }: Entry) => [story.lead, ...story.others.slice(0, mostOutlets - 1)]
  const titles = await titlesByIds(
    db,
    entries.flatMap(outletsOf).map(({ id }) => id),
  )
  const termsOf = ({ id }: RankedHeadline) => {
    const { title = '', language = null } = titles.get(id) ?? {}
    return stemsOf(title.slice(0, 300), language)
  }
  return entries
    .map((entry) => {
      const { story, ranked, day } = entry
      const outlets = outletsOf(entry).map(termsOf)
      const left = story.others.length + 1 - outlets.length
      const sources = countIndependent(outlets) * (1 + left / outlets.length)
      const { lead } = story
      return {
        story,
        score: scoreOf({ ...ranked, sources }, options),
        isPinned: lead.isPinned,
        feedId: story.others.length === 0 ? lead.feedId : null,
        groups: lead.language === null ? [day] : [day, lead.language],
        terms: outlets[0] ?? new Set<string>(),
        allTerms: new Set(outlets.flatMap((terms) => [...terms])),
      }
    })
    .sort((a, b) => b.score - a.score)
}

/** What is due to each language: its part of all stories, but no more than an equal part of the page. */
function leastOfLanguages(entries: readonly Entry[], size: number): Map<string, number> {
  const counts = Map.groupBy(entries, ({ story }) => story.lead.language)
  counts.delete(null)
  return new Map(
    [...counts].map(([language, { length }]) => [
      language ?? '',
      Math.floor(size * Math.min(length / entries.length, 1 / counts.size)),
    ]),
  )
}
