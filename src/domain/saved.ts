/** `removed` is kept only as long as it can be undone. */
export const savedStates = ['waiting', 'done', 'removed'] as const
export type SavedState = (typeof savedStates)[number]

/** What a list of saved stories shows: those to read, or those that were read. */
export type SavedList = Exclude<SavedState, 'removed'>

/** A story or a column that a person keeps to read later, as it was when it was saved. */
export type Saved = {
  url: string
  title: string
  /** The title of its feed; of a column with its columnist before it. */
  source: string
  /** Of one person, no two are saved at the same moment: it names them. */
  savedAt: Temporal.Instant
}

/** How many a person may keep, read ones among them. */
export const mostSaved = 500
