import { freeLead } from '../digests/free-lead.ts'
import { leadIn } from '../digests/lead-in.ts'
import type { Article } from '../domain/article.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { languageOf, type Translate } from '../domain/translate.ts'
import { articlesOfStory } from '../store/article-rows.ts'
import { readerOf } from './preferences.ts'
import type { Serving } from './serving.ts'
import { translateArticles, wantedLanguage } from './translated.ts'

/** A running story as a page of its own shows it, the newest first. */
export type WholeStory = {
  /** The zone of who asks. */
  zone: string
  /** The one that stands for it: of those that everybody can read, and in the reader's language, where there are any. */
  lead: Article
  others: Article[]
  columns: Article[]
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
  const inWords = (each: Article) => translated.get(each.id) ?? each
  const first = own.articles.find(({ id }) => id === leadId) ?? own.articles[0]
  if (!first) return null
  const others = own.articles.filter((article) => article !== first)
  const free = freeLead({ lead: first, others, further: [] })
  const { lead } = t ? leadIn(free, languageOf(t)) : free
  const rest = own.articles.filter((article) => article !== lead)
  return { zone, lead: inWords(lead), others: rest.map(inWords), columns: own.columns.map(inWords) }
}
