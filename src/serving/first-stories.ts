import { mostFollowed, usualShape } from '../digests/layout.ts'
import type { Article } from '../domain/article.ts'
import { decodeRequest, encodeRequest } from '../domain/digest-request.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { articlesByIds } from '../store/article-rows.ts'
import { requestOfNow } from './compose-edition.ts'
import { frontPage } from './front-page.ts'
import { newsOfPaper } from './news/paper.ts'
import { newsOfSpan } from './news/span.ts'
import { readerOf } from './preferences.ts'
import type { Serving } from './serving.ts'

/** Articles that stand for their stories, one page of them. */
export type StoryPage = {
  kind: 'page'
  /** The zone of who asks. */
  zone: string
  /** Each with how many other feeds tell of it. */
  stories: { article: Article; others: number }[]
  /** Where the next page begins; null for none. */
  next: string | null
}

/** The usual page, so long that what is followed has room on it too. */
const shape = { ...usualShape, stories: 50 - usualShape.columns - 2 * mostFollowed }

/**
 * A page of the front page of today and yesterday, as a chat wants its news: at most 50 stories and
 * columns, what it follows first; stories are led in a language where they can be. `from` is empty for the first page, or what
 * the page before names as the next; it can be forged.
 */
export async function firstStories(
  serving: Pick<Serving, 'db' | 'now' | 'defaults'>,
  topic: ChatTopic,
  from: string,
  language: string,
): Promise<StoryPage> {
  const { db, now } = serving
  const { zone, paper } = await readerOf(serving, topic)
  const request = from === '' ? await requestOfNow(db, now()) : decodeRequest(from)
  if (!request) return { kind: 'page', zone, stories: [], next: null }
  const whole = await newsOfSpan(db, request, zone)
  const news = await newsOfPaper(db, whole, paper, request.asOf)
  const page = await frontPage(news, request, { zone, shape, language })
  const { followed, chosen, digest, rest } = page
  const stories = [...followed.stories, ...chosen]
  const columns = [...followed.columns, ...digest.days.flatMap((day) => day.columns)]
  const places = [
    ...stories.map(({ lead, others }) => ({ id: lead.id, others: others.length })),
    ...columns.map(({ id }) => ({ id, others: 0 })),
  ]
  const articles = await articlesByIds(
    db,
    places.map(({ id }) => id),
  )
  const shown = places.flatMap(({ id, others }) => {
    const article = articles.get(id)
    return article ? [{ article, others }] : []
  })
  const next = rest.length > 0 ? encodeRequest({ ...request, page: request.page + 1 }) : null
  return { kind: 'page', zone, stories: shown, next }
}
