import { letOthersWork } from '../../lib/let-others-work.ts'
import { createMetStems, type MetStem, type MetStems } from '../../text/search/met-stems.ts'
import { createNormaliser, type Normaliser } from '../../text/search/normalise.ts'
import { insertInParts } from '../compiled.ts'
import type { Database, Transaction } from '../tables.ts'
import { index } from './search-schema.ts'

type Words = {
  normaliser: Normaliser
  stems: MetStems
  /** When all stems that were due were written last, by the monotonic clock. */
  allWrittenMs: number
}

/** What was met is known by database: each has words of its own. */
const known = new WeakMap<object, Words>()

/** So many words are kept in 4 MB. */
const keptWords = 2 ** 19

/** What brings the articles of a database into words, and the stems that it met. */
export function wordsOf(db: Database): Words {
  const { adapter } = db.getExecutor()
  const words = known.get(adapter)
  if (words) return words
  const stems = createMetStems()
  const normaliser = createNormaliser({ stems, kept: keptWords })
  const made = { stems, normaliser, allWrittenMs: Number.NEGATIVE_INFINITY }
  known.set(adapter, made)
  return made
}

/** Few enough that others may read and write in between. */
const together = 4000

/** That known stems were met more often is roughly told: it may wait until it is much, or for ten minutes. */
const manyOthers = 16_000
const othersWaitMs = 600_000

/**
 * Writes the stems that were met in the articles of some transactions; fewer than `least` wait. They stand all
 * over the table, so that many cost less at once. What a crash forgets is written when it is met again.
 */
export async function writeStems(db: Database, { least = 1 } = {}): Promise<void> {
  const words = wordsOf(db)
  const { stems } = words
  const all = stems.due()
  const newOnes = stems.dueNew()
  const others = all.length - newOnes
  const nowMs = performance.now()
  const isAll = others >= manyOthers || nowMs - words.allWrittenMs >= othersWaitMs
  const due = isAll ? all : all.slice(0, newOnes)
  if (due.length < least) return
  if (isAll) words.allWrittenMs = nowMs
  // Those that stand beside each other are written at once.
  const sorted = due.toSorted((a, b) => (a.stem < b.stem ? -1 : 1))
  for (let i = 0; i < sorted.length; i += together) {
    if (i > 0) await letOthersWork()
    await db.transaction().execute((trx) => putStems(trx, sorted.slice(i, i + together)))
  }
  stems.tell(newOnes, isAll ? others : 0)
}

async function putStems(trx: Transaction, met: readonly MetStem[]): Promise<void> {
  const rows = met.map(({ stem, sound, shown, isCapital, times }) => ({
    stem,
    sound,
    shown,
    capital: isCapital ? times : 0,
    small: isCapital ? 0 : times,
  }))
  await insertInParts(trx, 'search stems', rows, (some) =>
    index(trx)
      .insertInto('article_search_stem')
      .values(some)
      .onConflict((c) =>
        c.column('stem').doUpdateSet((e) => ({
          capital: e('article_search_stem.capital', '+', e.ref('excluded.capital')),
          small: e('article_search_stem.small', '+', e.ref('excluded.small')),
        })),
      ),
  )
}
