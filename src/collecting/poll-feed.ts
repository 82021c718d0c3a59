import crypto from 'node:crypto'
import { canonicalAddress } from '../domain/address.ts'
import { type Feed, hostAsTitle } from '../domain/feed.ts'
import {
  afterReading,
  asksConditionally,
  type FeedHealth,
  followMove,
  type PollFailure,
  type PollReading,
} from '../domain/polling.ts'
import type { Fetch, FetchOutcome } from '../fetching/http.ts'
import type { Log } from '../lib/log.ts'
import type { NewArticle } from '../store/articles.ts'
import type { Checkpoints } from '../store/dialect.ts'
import { adoptAddress } from '../store/feeds.ts'
import type { Database } from '../store/tables.ts'
import type { FeedReader } from './feed-reader.ts'

/** What reading feeds needs. */
export type FeedReading = {
  db: Database
  fetchFeed: Fetch
  reader: FeedReader
  now: () => Temporal.Instant
  log: Log
  /** Once aborted, nothing more is fetched and no failure recorded. */
  signal: AbortSignal
  checkpoints: Checkpoints | undefined
  /** How long feeds are begun in one round; three quarters of a minute by default. */
  roundMs?: number
}

/** What a feed answers; one that has changed is yet to be read. */
export type FeedAnswer =
  | { kind: 'unchanged'; health: Partial<FeedHealth> }
  | { kind: 'changed'; read(): Promise<FeedNews | PollFailure> }
  | PollFailure

/** What a feed has brought, and what was learnt of it. */
export type FeedNews = { kind: 'read'; articles: NewArticle[]; health: Partial<FeedHealth> }

/** Asks one feed for what is new, and learns from the answer when to ask again. */
export async function askFeed(parts: FeedReading, feed: Feed): Promise<FeedAnswer> {
  const { now } = parts
  const asked = asksConditionally(feed, now()) ? feed.validators : undefined
  const fetched = await parts.fetchFeed(feed.url, asked)
  if (fetched.kind !== 'body' && fetched.kind !== 'not-modified') return fetched

  const body =
    fetched.kind === 'body' ? { ...fetched, hash: crypto.hash('sha256', fetched.bytes) } : null
  const learnt = body ? whatBodyTells(feed, body, { inFull: asked === undefined }, now()) : {}
  const movedTo = fetched.movedTo && (canonicalAddress(fetched.movedTo) ?? fetched.movedTo)
  const move = await takeMove(parts, feed, movedTo)
  const healthAfter = (reading: Pick<PollReading, 'publishedMs' | 'hints'>) => {
    const { maxAgeSeconds } = fetched
    const next = afterReading(feed, { ...reading, maxAgeSeconds }, now(), Math.random())
    return { ...next, ...learnt, ...move }
  }
  if (!body || body.hash === feed.bodyHash) {
    return { kind: 'unchanged', health: healthAfter({ publishedMs: null, hints: feed.hints }) }
  }
  // What cost too much would cost it again.
  if (body.hash === feed.costlyHash) return stillTooCostly
  return {
    kind: 'changed',
    async read() {
      const isSuspect = feed.costlyHash !== null
      const reading = await parts.reader.readArticles(body, feed, { isSuspect })
      if (reading.kind === 'unreadable') {
        const { reason, isCostly } = reading
        return { kind: 'failed', reason, ...(isCostly && { costlyHash: body.hash }) }
      }
      const { title, articles, publishedMs, hints } = reading.feed
      const isUntitled = feed.title === hostAsTitle(feed.url)
      const health = healthAfter({ publishedMs, hints })
      return {
        kind: 'read',
        articles,
        health: isUntitled && title !== null ? { ...health, title } : health,
      }
    },
  }
}

const stillTooCostly: PollFailure = {
  kind: 'failed',
  reason: { code: 'still-too-costly' },
}

type Body = Extract<FetchOutcome, { kind: 'body' }> & { hash: string }

/** What a body says of its server: its validators lie when they stand still while it changes. */
function whatBodyTells(
  feed: Feed,
  body: Body,
  { inFull }: { inFull: boolean },
  now: Temporal.Instant,
): Partial<FeedHealth> {
  const { validators, hash } = body
  if (!inFull) return { validators, bodyHash: hash }
  const lie =
    feed.bodyHash !== null &&
    hash !== feed.bodyHash &&
    (validators.etag ?? validators.lastModified) !== null &&
    validators.etag === feed.validators.etag &&
    validators.lastModified === feed.validators.lastModified
  const distrustsValidators = feed.distrustsValidators || lie
  return { validators, bodyHash: hash, lastFullAt: now, distrustsValidators }
}

/** Notes a permanent redirect, and takes its address over once it has held for long enough. */
async function takeMove(
  { db, now, log }: FeedReading,
  feed: Feed,
  movedTo: string | null,
): Promise<Partial<FeedHealth>> {
  const { moved, adopt } = followMove(feed, movedTo, now())
  if (!moved || !adopt) return { moved }
  const day = now().toString().slice(0, 10)
  if (await adoptAddress(db, feed.id, moved.to)) {
    log.info({ feed: feed.id }, 'feed moved to the address that it redirects to')
    return { moved: null, notice: { code: 'feed-moved-here', from: feed.url, day } }
  }
  return {
    moved: null,
    stoppedAt: now(),
    lastError: { code: 'feed-moved-to-known', to: moved.to },
  }
}
