import { hash } from 'node:crypto'
import type { EditionPart } from '../domain/delivery.ts'
import type { OwnHour } from '../domain/own-hour.ts'
import type { Search, SearchRequest } from '../domain/search.ts'
import type { Translate, TranslateInto } from '../domain/translate.ts'
import { describeError } from '../lib/describe-error.ts'
import { endLongTurn, letOthersWork } from '../lib/let-others-work.ts'
import { createCatch } from '../serving/caught.ts'
import { type Composing, composeEdition, requestUpTo } from '../serving/compose-edition.ts'
import { type KeptNews, keptNews } from '../serving/news/kept.ts'
import { setAside } from '../serving/set-aside.ts'
import { type Checkpoints, dialect } from '../store/dialect.ts'
import type { DueGroup } from '../store/due-groups.ts'
import { addEditions, type NewEdition } from '../store/editions.ts'

export type ComposingEditions = Omit<Composing, 't' | 'catches' | 'kept'> & {
  /** Looks in the archive for what followed searches find; without it they find nothing. */
  findArticles?: (request: SearchRequest) => Promise<Search>
  translateInto: TranslateInto
  checkpoints?: Checkpoints | undefined
}

/** A digest that chats are due: what they are to it, whether it is late, and at which hour of its own it comes. */
export type DueDigest = { group: DueGroup; isLate: boolean; hour: OwnHour | null }

/**
 * The number of an edition; null when nothing is new. One that cannot be composed is set aside with what it
 * would have covered, so that the next one can come.
 */
export type Edition = number | null | 'not-composed'

export type Composer = {
  /** The last arrival that its editions cover. */
  newest: number
  /** How many it has composed so far. */
  readonly composed: number
  /** The edition of each digest, composed and kept at the first call. */
  editionsFor<D extends DueDigest>(digests: readonly D[]): Promise<ReadonlyMap<D, Edition>>
}

/** So long the digests of one run wait in all for the searches that are followed. */
const caughtWithinMs = 30_000
/** So many editions are kept at once. */
const keptAtOnce = 100

/** Composes the editions of one run of planning: of all that has arrived up to `newest`. */
export function createComposer(composing: ComposingEditions, newest: number): Composer {
  const { db, translateInto, log, now, findArticles, checkpoints } = composing
  const catches = findArticles && createCatch({ findArticles, log, now, limitMs: caughtWithinMs })
  const editions = new Map<string, Edition>()

  const compose = async (
    { group, isLate, hour }: DueDigest,
    kept: KeptNews,
  ): Promise<EditionPart[]> => {
    const { zone, coveredThrough: after, partial: except, paper, alerted, brought } = group
    const t = translateInto(group.language)
    const notice = noticeOf(group, isLate, t)
    const request = { ...requestUpTo(now, { after, upTo: newest }), hour: hour?.time ?? null }
    const options = {
      ...{ except, notice, paper, alerted },
      brought: brought.filter(({ through }) => through > (after ?? 0)),
    }
    const parts = await composeEdition(
      { ...composing, kept, t, ...(catches && { catches }) },
      request,
      zone,
      options,
    )
    return parts.length === 0 && group.quietNote ? [quietNote(notice, t)] : parts
  }
  const composeOr = (digest: DueDigest, kept: KeptNews): Promise<EditionPart[] | 'not-composed'> =>
    compose(digest, kept).catch(async (error): Promise<'not-composed'> => {
      // The fault of no edition: planned again in a minute.
      if (dialect.isStorageFailure(error)) throw error
      const [id = 0] = digest.group.subscriptionIds
      const detail = describeError(error)
      await setAside(composing, { subject: 'subscription', id, code: 'not-composed', detail })
      return 'not-composed'
    })
  const keep = async (composed: ReadonlyMap<string, NewEdition>) => {
    const kept = { editions: [...composed.values()], coversThrough: newest }
    const ids = await addEditions(db, kept, now)
    for (const [i, key] of [...composed.keys()].entries()) editions.set(key, ids[i] ?? null)
    await checkpoints?.betweenWrites()
    await letOthersWork()
  }

  return {
    newest,
    get composed() {
      return editions.size
    },
    async editionsFor(digests) {
      const keys = new Map(digests.map((digest) => [digest, keyOf(digest)]))
      const kept = await keptNews(db)
      const composed = new Map<string, NewEdition>()
      for (const [digest, key] of keys) {
        if (editions.has(key) || composed.has(key)) continue
        const parts = await composeOr(digest, kept)
        const isNone = parts === 'not-composed' || parts.length === 0
        if (isNone) editions.set(key, parts === 'not-composed' ? parts : null)
        else composed.set(key, { parts, language: digest.group.language })
        if (composed.size === keptAtOnce) {
          await keep(composed)
          composed.clear()
        }
        await endLongTurn()
      }
      if (composed.size > 0) await keep(composed)
      return new Map([...keys].map(([digest, key]) => [digest, editions.get(key) ?? null]))
    },
  }
}

/** Whatever an edition depends on, in few bytes: there may be one for each chat. */
function keyOf({ group, isLate, hour }: DueDigest): string {
  const { zone, language, coveredThrough, partial, paper, alerted, brought } = group
  const { notes, times, quietNote } = group
  const all = [
    [zone, language, coveredThrough, partial, paper, alerted, quietNote, isLate],
    notes.length > 0 && [notes, times],
    [hour?.time, brought],
  ]
  return hash('sha256', JSON.stringify(all), 'base64')
}

/** What stands above a digest: that it is late, and what it is to tell its chat. */
function noticeOf(group: DueGroup, isLate: boolean, t: Translate): string | null {
  const { zone, times } = group
  const inWords = () => times.map((time) => time.toString({ smallestUnit: 'minute' })).join(', ')
  const lines = [
    ...(isLate ? [t('digest-late')] : []),
    ...group.notes.map((note) =>
      note === 'saved' ? t('digest-saved') : t(`digest-reset-${note}`, { zone, times: inWords() }),
    ),
  ]
  return lines.length > 0 ? lines.join('\n') : null
}

function quietNote(notice: string | null, t: Translate): EditionPart {
  const html = [notice, t('digest-quiet')].filter((line) => line !== null).join('\n\n')
  return { html, more: null, articleIds: [] }
}
