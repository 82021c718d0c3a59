import type { Brought } from '../../domain/own-hour.ts'
import type { RankedHeadline } from '../../store/headlines.ts'
import type { Database } from '../../store/tables.ts'
import { figuresOf } from './figures.ts'
import { newsOfPaper, wantedNews } from './paper.ts'
import type { SpanNews } from './span-news.ts'
import { partOf } from './story.ts'

/** Leaves out of the news of a span what has come to a chat by one of its papers. */
export async function withoutBrought(
  db: Database,
  news: SpanNews,
  brought: readonly Brought[],
): Promise<SpanNews> {
  if (brought.length === 0) return news
  const come = new Set<number>()
  for (const each of brought) {
    const part = partOfSpan(news, ({ id, arrival }) => {
      return !come.has(id) && arrival > (each.after ?? 0) && arrival <= each.through
    })
    const { stories, columns } = wantedNews(await newsOfPaper(db, part, each.paper, each.asOf))
    for (const { id } of [...stories.flatMap(({ articles }) => articles), ...columns]) come.add(id)
  }
  return partOfSpan(news, ({ id }) => !come.has(id))
}

function partOfSpan(news: SpanNews, isIn: (headline: RankedHeadline) => boolean): SpanNews {
  const stories = news.stories.flatMap((story) => partOf(story, isIn) ?? [])
  return { ...news, stories, figures: figuresOf(stories), columns: news.columns.filter(isIn) }
}
