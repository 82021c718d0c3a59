import { choosePage } from '../stories/front/choose-page.ts'
import { type RankOptions, scoreOf } from '../stories/rank.ts'
import { tellStory } from './news/stories-once.ts'
import type { NewsStory } from './news/story.ts'
import type { RankedNews } from './rank-stories.ts'
import type { Ranking } from './ranking.ts'

/** Of so many times a page's stories the headlines are compared. */
const compared = 5
/** So many of a day are compared too, where each day is due some. */
const comparedOfDay = 4

/** `ofDays` are the stories of each day, of which at least `leastOfDay` are due. */
export type Choice = RankOptions & {
  size: number
  zone: string
  ofDays?: ReadonlyMap<string, Ranking>
  leastOfDay?: number
}

/** Chooses the stories of a page by their ranks and by what their headlines say. */
export function chooseStories(
  { ranking, rankOf }: Pick<RankedNews, 'ranking' | 'rankOf'>,
  { size, zone, ofDays = new Map(), leastOfDay = 0, ...options }: Choice,
): NewsStory[] {
  const first = [...ofDays.values()].flatMap((ofDay) => ofDay.entries(0, comparedOfDay))
  const entries = [...ranking.entries(0, size * compared), ...first]
  const candidates = candidatesOf(new Set(entries.map(({ story }) => story)), rankOf, {
    ...options,
    zone,
  })
  const least = leastOfLanguages(ranking, size)
  for (const [day, { count }] of ofDays) least.set(day, Math.min(count, leastOfDay))
  return choosePage(candidates, size, least).map(({ story }) => story)
}

function candidatesOf(
  stories: ReadonlySet<NewsStory>,
  rankOf: RankedNews['rankOf'],
  { zone, ...options }: RankOptions & { zone: string },
) {
  return [...stories]
    .flatMap((story) => {
      const place = tellStory(story, zone)
      if (!place) return []
      const { told, day, sources, terms, allTerms } = place
      const { lead, others } = told
      return {
        story,
        score: scoreOf({ ...rankOf(story), sources }, options),
        isPinned: lead.isPinned,
        feedId: others.length === 0 ? lead.feedId : null,
        groups: lead.language === null ? [day] : [day, lead.language],
        terms,
        allTerms,
      }
    })
    .sort((a, b) => b.score - a.score)
}

/** What is due to each language: its part of all stories, but no more than an equal part of the page. */
function leastOfLanguages(ranking: Ranking, size: number): Map<string, number> {
  const counts = ranking.languages()
  return new Map(
    [...counts].map(([language, count]) => [
      language,
      Math.floor(size * Math.min(count / ranking.count, 1 / counts.size)),
    ]),
  )
}
