import type { Article } from '../domain/article.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import type { Translate } from '../domain/translate.ts'
import { articlesOfStory } from '../store/article-rows.ts'
import { articleSubjects } from '../store/article-subjects.ts'
import { readerOf } from './preferences.ts'
import type { Serving } from './serving.ts'
import { translateArticles, wantedLanguage } from './translated.ts'

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

/** The story of a number, in the reader's language as far as they want it translated and it is, with what it goes on from and what goes on from it; null for none. */
export async function loadStory(
  serving: Pick<Serving, 'db' | 'log' | 'now' | 'defaults'>,
  topic: ChatTopic,
  storyId: number,
  t?: Translate,
): Promise<WholeStory | null> {
  const { zone, paper } = await readerOf(serving, topic)
  const { leadId, ...own } = await articlesOfStory(serving.db, storyId)
  const all = [...own.articles, ...own.columns]
  const translated = await translateArticles(serving.db, all, t ? wantedLanguage(paper, t) : null)
  const inWords = (of: readonly Article[]) => of.map((each) => translated.get(each.id) ?? each)
  const [articles, columns] = [inWords(own.articles), inWords(own.columns)]
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
  return { zone, lead, others, columns, columnistOf }
}
