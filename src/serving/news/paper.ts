import { isSamePaper, type Paper, usualPaper } from '../../domain/paper.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import type { Database } from '../../store/tables.ts'
import { nothingCaught } from '../caught.ts'
import type { Followable } from '../front-page.ts'
import { isFeedOff, sectionsOf } from '../papers.ts'
import { countItemsADay, type WeightOf } from '../rank-stories.ts'
import { createFollows } from './follows.ts'
import { createMutes } from './mutes.ts'
import { partOf, type SpanNews } from './story.ts'

/** What a chat wants of the news of a span, and what it has muted of it. */
export type PaperNews = Followable & { muted: RankedHeadline[] }

/** How much more or less counts of what a chat wants more or less of. */
const moreFactor = 2
const lessFactor = 0.5

/** What chats get that want everything: the same object for the same news. */
const wholes = new WeakMap<SpanNews, PaperNews>()

/** Returns what a paper brings of the news of a span; `caught` are the articles that its searches find. */
export async function newsOfPaper(
  db: Database,
  news: SpanNews,
  paper: Paper,
  asOf: Temporal.Instant,
  caught: ReadonlySet<number> = nothingCaught,
): Promise<PaperNews> {
  const { languagesOff, kinds } = paper
  if (isSamePaper(paper, usualPaper)) {
    const known = wholes.get(news) ?? { ...news, weightOf: weightsOf(news), muted: [] }
    wholes.set(news, known)
    return known
  }
  const brought = new Set(
    [...news.feeds.values()].filter((feed) => !isFeedOff(paper, feed)).map(({ id }) => id),
  )
  const isBrought = ({ feedId, language, kind }: RankedHeadline) =>
    brought.has(feedId) &&
    !(language !== null && languagesOff.includes(language)) &&
    (kinds === 'all' || (kind === 'column') === (kinds === 'columns'))
  const isMuted = await createMutes(db, paper.mutes, news.merged, asOf)
  const muted = new Set<RankedHeadline>()
  const isIn = (headline: RankedHeadline) => {
    if (!isBrought(headline)) return false
    if (!isMuted(headline)) return true
    muted.add(headline)
    return false
  }
  const stories = news.stories.flatMap((story) => partOf(story, isIn) ?? [])
  return {
    ...{ stories, columns: news.columns.filter(isIn), weightOf: weightsOf(news, paper) },
    itemsADay: itemsADayOf(news),
    muted: [...muted],
    isFollowed: await createFollows(db, paper.follows, { merged: news.merged, caught }),
  }
}

const itemsADayKnown = new WeakMap<SpanNews, (feedId: number) => number>()

/** How much a feed brings does not depend on who reads it. */
function itemsADayOf(news: SpanNews): (feedId: number) => number {
  const known = itemsADayKnown.get(news) ?? countItemsADay(news.stories, news.columns)
  itemsADayKnown.set(news, known)
  return known
}

/** How much each feed counts: what admins gave it, and what the chat wants of it or its sections. */
export function weightsOf({ feeds }: Pick<SpanNews, 'feeds'>, paper?: Paper): WeightOf {
  const weights = new Map<number, number>()
  for (const feed of feeds.values()) {
    const isOf = (sources: Paper['more']) =>
      sources.feeds.includes(feed.id) ||
      sectionsOf(feed).some((name) => sources.sections.includes(name))
    const factor =
      (paper && isOf(paper.more) ? moreFactor : 1) * (paper && isOf(paper.less) ? lessFactor : 1)
    weights.set(feed.id, feed.weight * factor)
  }
  return (feedId) => weights.get(feedId) ?? 1
}
