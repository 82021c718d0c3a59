import {
  type Columnist,
  listColumnists as columnistsByName,
  mergeColumnists as merge,
  separateColumnist,
} from '../store/columnists.ts'
import type { Editing } from './editing.ts'

export type { Columnist }

type Parts = Pick<Editing, 'db'>

/** Returns the columnists with visible columns, by name. */
export function listColumnists({ db }: Parts): Promise<Columnist[]> {
  return columnistsByName(db)
}

export type MergeOutcome =
  | { kind: 'merged'; from: Columnist; into: Columnist }
  | { kind: 'unknown'; id: number }
  /** Others were merged into the first, so it must be the one that stays. */
  | { kind: 'has-others'; from: Columnist; into: Columnist }

/** Merges one columnist into another, whose name their columns then have. */
export async function mergeColumnists(
  { db }: Parts,
  ids: { from: number; into: number },
): Promise<MergeOutcome> {
  const all = await columnistsByName(db)
  const from = all.find(({ id }) => id === ids.from)
  if (!from) return { kind: 'unknown', id: ids.from }
  const into = all.find(({ id }) => id === ids.into)
  if (!into) return { kind: 'unknown', id: ids.into }
  const kind = (await merge(db, from.id, into.id)) ? 'merged' : 'has-others'
  return { kind, from, into }
}

/** Undoes the merging of a columnist, and returns them; null if there is no such columnist. */
export async function splitColumnist({ db }: Parts, id: number): Promise<Columnist | null> {
  await separateColumnist(db, id)
  return (await columnistsByName(db)).find((columnist) => columnist.id === id) ?? null
}
