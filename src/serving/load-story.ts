import type { Article } from '../domain/article.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { articlesOfStory } from '../store/article-rows.ts'
import { articleSubjects } from '../store/article-subjects.ts'
import { zoneOf } from './preferences.ts'
import type { Serving } from './serving.ts'

/** A running story as a page of its own shows it, the newest first. */
export type WholeStory = {
  /** The zone of who asks. */
  zone: string
  /** The one that stands for it: of those that everybody can read, where there are any. */
  lead: Article
  others: Article[]
  columns: Article[]
  /** Who wrote the columns, by the number of the article; of some it is not known. */
  columnistOf: ReadonlyMap<number, number>
}

/** The story of a number, with what it goes on from and what goes on from it; null for none. */
export async function loadStory(
  serving: Pick<Serving, 'db' | 'log' | 'now' | 'defaults'>,
  topic: ChatTopic,
  storyId: number,
): Promise<WholeStory | null> {
  const { articles, leadId, columns } = await articlesOfStory(serving.db, storyId)
  const first = articles.find(({ id }) => id === leadId) ?? articles[0]
  if (!first) return null
  const lead = first.isPaid ? (articles.find(({ isPaid }) => !isPaid) ?? first) : first
  const others = articles.filter((article) => article !== lead)
  const subjects = await articleSubjects(
    serving.db,
    columns.map(({ id }) => id),
  )
  const columnistOf = new Map(
    [...subjects].flatMap(([id, { columnistId }]) => (columnistId ? [[id, columnistId]] : [])),
  )
  return { zone: await zoneOf(serving, topic), lead, others, columns, columnistOf }
}
