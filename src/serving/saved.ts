import type { Saved, SavedList, SavedState } from '../domain/saved.ts'
import { articlesByIds } from '../store/article-rows.ts'
import { keepSaved, listSaved, moveSaved, savedNumber } from '../store/saved.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

export type Saving =
  | { kind: 'saved'; id: number }
  /** There is no such article any more. */
  | { kind: 'gone' }
  /** The person keeps as many as anybody may, all still to be read. */
  | { kind: 'full' }

/** Keeps an article for a person, as it is now. */
export async function saveArticle(
  { db, now }: Parts,
  personId: number,
  articleId: number,
): Promise<Saving> {
  const article = (await articlesByIds(db, [articleId])).get(articleId)
  if (!article) return { kind: 'gone' }
  const id = await db.transaction().execute((trx) => keepSaved(trx, personId, article, now()))
  return id === null ? { kind: 'full' } : { kind: 'saved', id }
}

/** The number under which a person keeps the article of an address; null for none. */
export function savedAs(
  { db }: Pick<Serving, 'db'>,
  personId: number,
  url: string,
): Promise<number | null> {
  return savedNumber(db, personId, url)
}

/** Marks what a person saved as read, removes it, or puts it back; null if it is not there any more. */
export function changeSaved(
  { db }: Pick<Serving, 'db'>,
  personId: number,
  id: number,
  state: SavedState,
): Promise<Saved | null> {
  return db.transaction().execute((trx) => moveSaved(trx, personId, id, state))
}

/** Both lists of a person, each with the newest first. */
export async function savedLists(
  { db }: Pick<Serving, 'db'>,
  personId: number,
): Promise<Record<SavedList, Saved[]>> {
  const [waiting, done] = await Promise.all([
    listSaved(db, personId, 'waiting'),
    listSaved(db, personId, 'done'),
  ])
  return { waiting, done }
}
