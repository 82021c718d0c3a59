import { composeDigest, mapDigest, pageOfDigest } from '../digests/compose.ts'
import { digestDays, longDay, pageSize } from '../digests/layout.ts'
import { renderMessages } from '../digests/telegram/render.ts'
import { dayOf } from '../domain/calendar.ts'
import type { EditionPart } from '../domain/delivery.ts'
import type { Digest } from '../domain/digest.ts'
import { type DigestRequest, encodeRequest } from '../domain/digest-request.ts'
import { encodeReason } from '../domain/reason.ts'
import type { Translate } from '../domain/translate.ts'
import { newestArrival } from '../store/arrivals.ts'
import {
  type ArticleSpan,
  articlesByIds,
  headlinesPublished,
  type PartialEdition,
  type RankedHeadline,
  storiesKnown,
} from '../store/article-rows.ts'
import type { Database } from '../store/tables.ts'
import { summariseDay } from '../summaries/day.ts'
import { liftTopStories } from './lift-top-stories.ts'
import { type SettingAside, setAside } from './set-aside.ts'

/** What a digest covers: `days` local days, the last of them that of `asOf`. */
export type DigestSpan = Pick<DigestRequest, 'asOf' | 'days'> &
  Pick<ArticleSpan, 'after' | 'upTo' | 'except'>

/** The whole digest of a span, in the days of a zone. */
export async function loadDigest(db: Database, span: DigestSpan, zone: string): Promise<Digest> {
  return withOverview(await fill(db, await outlineDigest(db, span, zone), span))
}

/** The articles of a digest in their places, without their texts. */
export async function outlineDigest(
  db: Database,
  span: DigestSpan,
  zone: string,
): Promise<Digest<RankedHeadline>> {
  const { asOf, after = null, upTo, except = [] } = span
  const headlines = await headlinesPublished(db, {
    from: firstDay(span, zone).toZonedDateTime(zone).toInstant(),
    after,
    except,
    // Arrivals are preferred to times: the clock may have been wrong.
    ...(upTo === undefined ? { until: asOf.add({ milliseconds: 1 }) } : { upTo }),
  })
  return composeDigest(headlines, zone, (stories) => liftTopStories(stories, asOf))
}

/** Loads the texts of an outline, and marks the stories that continue what the reader has seen. */
async function fill(
  db: Database,
  outline: Digest<RankedHeadline>,
  { after = null }: Pick<DigestSpan, 'after'>,
): Promise<Digest> {
  const stories = outline.days.flatMap((day) => day.stories)
  const columns = outline.days.flatMap((day) => day.columns)
  const ids = [...stories.flatMap(({ lead, others }) => [lead, ...others]), ...columns]
  const articles = await articlesByIds(
    db,
    ids.map(({ id }) => id),
  )
  const storyIds = after === null ? [] : stories.flatMap(({ lead }) => lead.storyId ?? [])
  const known = await storiesKnown(db, storyIds, after ?? 0)
  const updates = stories.flatMap(({ lead }) =>
    lead.storyId !== null && known.has(lead.storyId) ? [lead.id] : [],
  )
  return { ...mapDigest(outline, ({ id }) => articles.get(id)), updates: new Set(updates) }
}

/** Adds a summary of the newest day of a long digest, made from its first stories. */
function withOverview(digest: Digest): Digest {
  const [day] = digest.days
  if (!day || day.stories.length < longDay) return digest
  const stories = day.stories.slice(0, longDay)
  const sentences = summariseDay(
    stories.map(({ lead }) => ({
      title: lead.title,
      summary: lead.summary?.text ?? null,
      language: lead.language,
    })),
  )
  // One or two would say less than the headlines below.
  if (sentences.length < 3) return digest
  return { ...digest, overview: sentences.map(({ text }) => text) }
}

/** The oldest local day of a span. */
export function firstDay(
  { asOf, days }: Pick<DigestSpan, 'asOf' | 'days'>,
  zone: string,
): Temporal.PlainDate {
  return dayOf(asOf, zone).subtract({ days: days - 1 })
}

/** Articles to leave out, and a notice above the digest. */
export type EditionOptions = { except?: readonly PartialEdition[]; notice?: string | null }

export type Composing = SettingAside & { t: Translate }

/**
 * Returns the messages of one page of a digest; the last has a `More news` button if there is more. An
 * article that fits no message is set aside.
 */
export async function composeEdition(
  composing: Composing,
  request: DigestRequest,
  zone: string,
  { except = [], notice = null }: EditionOptions = {},
): Promise<EditionPart[]> {
  const { db, t } = composing
  const span = { ...request, except }
  // Texts are loaded for this page only: a long day has thousands of headlines.
  const page = pageOfDigest(await outlineDigest(db, span, zone), request.offset, pageSize)
  const digest = await fill(db, page.digest, span)
  const isHead = request.offset === 0
  const { messages, leftOut } = renderMessages(isHead ? withOverview(digest) : digest, t, notice)
  for (const { articleId: id, reason } of leftOut) {
    const detail = encodeReason(reason)
    await setAside(composing, { subject: 'article', id, code: 'not-shown', detail })
  }
  const more = page.next === null ? null : encodeRequest({ ...request, offset: page.next })
  return messages.map((message, i) => ({
    ...message,
    more: i === messages.length - 1 ? more : null,
  }))
}

/** The request for today's and yesterday's news: all of it, or what came after an arrival. */
export async function requestOfNow(
  db: Database,
  now: Temporal.Instant,
  after: number | null = null,
): Promise<DigestRequest> {
  return { asOf: now, days: digestDays, after, upTo: await newestArrival(db), offset: 0 }
}
