import type { Saved, SavedList, SavedState } from '../domain/saved.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { articlesByIds } from '../store/article-rows.ts'
import { reminderAt, setReminder } from '../store/reminders.ts'
import { keepSaved, listSaved, moveSaved, savedMoment } from '../store/saved.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

export type Saving =
  | { kind: 'saved'; at: Temporal.Instant }
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
  const { url, title, kind, author, source } = article
  const whose = kind === 'column' && author !== null ? `${author}, ${source}` : source
  const saved = { url, title, source: whose }
  const at = await db.transaction().execute((trx) => keepSaved(trx, personId, saved, now()))
  return at === null ? { kind: 'full' } : { kind: 'saved', at }
}

/** When a person saved the article of an address; null if they did not. */
export function savedAt(
  { db }: Pick<Serving, 'db'>,
  personId: number,
  url: string,
): Promise<Temporal.Instant | null> {
  return savedMoment(db, personId, url)
}

/** Marks what a person saved as read, removes it, or puts it back; null if it is not there any more. */
export function changeSaved(
  { db }: Pick<Serving, 'db'>,
  personId: number,
  at: Temporal.Instant,
  state: SavedState,
): Promise<Saved | null> {
  return db.transaction().execute((trx) => moveSaved(trx, personId, at, state))
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

/** Whether the digest of a private chat reminds its person each week of what they saved. */
export async function isReminded({ db }: Pick<Serving, 'db'>, chat: ChatTopic): Promise<boolean> {
  return (await reminderAt(db, chat)) !== null
}

/** Lets the digest of a private chat remind its person each week, or not; false where they get none. */
export function remind({ db, now }: Parts, chat: ChatTopic, isOn: boolean): Promise<boolean> {
  return setReminder(db, chat, isOn, now())
}
