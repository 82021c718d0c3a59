import { writtenAddress } from '../domain/address.ts'
import type { Reason } from '../domain/reason.ts'
import { isFeedAddress } from '../store/feeds.ts'
import {
  addSuggestion,
  countSuggestions,
  decideSuggestion,
  isUndecided,
  takeBackSuggestion,
} from '../store/suggestions.ts'
import { type AddFeedOutcome, addFeed } from './add-feed.ts'
import type { Editing } from './editing.ts'

/** In a day: of a person, and of all together, so that no crowd floods the admins. */
const mostOwn = 3
const mostOfAll = 30
const day = Temporal.Duration.from({ hours: 24 })

export type Suggesting =
  | { kind: 'suggested'; url: string }
  | { kind: 'no-address' }
  /** It may not be read, as its address is private or otherwise refused. */
  | { kind: 'refused'; reason: Reason }
  /** It is read already, or was suggested before. */
  | { kind: 'known' | 'again' }
  | { kind: 'many'; most: number }
  /** Others have suggested too many today. */
  | { kind: 'busy' }

/** Keeps a source that a reader suggests, for the admins to decide. */
export async function suggestSource(
  { db, now, refusalOf }: Pick<Editing, 'db' | 'now' | 'refusalOf'>,
  personId: number,
  address: string,
): Promise<Suggesting> {
  const url = writtenAddress(address)
  if (!url) return { kind: 'no-address' }
  // Counted first, so that nobody has many names looked up.
  const since = now().subtract(day)
  const { own, all } = await countSuggestions(db, personId, since)
  if (own >= mostOwn) return { kind: 'many', most: mostOwn }
  if (all >= mostOfAll) return { kind: 'busy' }
  if (await isFeedAddress(db, url)) return { kind: 'known' }
  const reason = await refusalOf(url)
  if (reason) return { kind: 'refused', reason }
  const isNew = await db.transaction().execute((trx) => addSuggestion(trx, url, personId, now()))
  return isNew ? { kind: 'suggested', url } : { kind: 'again' }
}

/** Takes back a suggestion that could not be brought to any admin. */
export function withdrawSuggestion({ db }: Pick<Editing, 'db'>, url: string): Promise<void> {
  return takeBackSuggestion(db, url)
}

/** Adds a suggested source, as `/addfeed` does; null if an admin has decided already. */
export async function acceptSuggestion(
  editing: Editing,
  url: string,
): Promise<AddFeedOutcome | null> {
  if (!(await isUndecided(editing.db, url))) return null
  const outcome = await addFeed(editing, { address: url })
  const isLeft = outcome.kind === 'unreadable' || outcome.kind === 'no-address'
  if (!isLeft) await decideSuggestion(editing.db, url, 'added')
  return outcome
}

/** Leaves a suggested source alone; false if an admin has decided already. */
export function ignoreSuggestion({ db }: Pick<Editing, 'db'>, url: string): Promise<boolean> {
  return decideSuggestion(db, url, 'ignored')
}
