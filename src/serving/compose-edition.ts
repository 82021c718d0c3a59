import { composeDigest, mapDigest } from '../digests/compose.ts'
import { digestDays } from '../digests/layout.ts'
import { renderMessages } from '../digests/telegram/render.ts'
import type { Article } from '../domain/article.ts'
import { dayOf } from '../domain/calendar.ts'
import type { EditionPart } from '../domain/delivery.ts'
import type { Digest } from '../domain/digest.ts'
import { type DigestRequest, encodeRequest } from '../domain/digest-request.ts'
import { encodeReason } from '../domain/reason.ts'
import type { Translate } from '../domain/translate.ts'
import { arrivedAt, newestArrival } from '../store/arrivals.ts'
import {
  type ArticleSpan,
  articlesByIds,
  headlinesPublished,
  type PartialEdition,
  type RankedHeadline,
  type Title,
  titlesKnown,
} from '../store/article-rows.ts'
import type { Database } from '../store/tables.ts'
import { stemsOf } from '../text/words.ts'
import { frontPage, reviewPage } from './front-page.ts'
import { headedBy, withHead, withLeads, withOverview } from './page-heads.ts'
import { type SettingAside, setAside } from './set-aside.ts'
import { topStories } from './top-stories.ts'

/** What a digest covers: `days` local days, the last of them that of `asOf`. */
export type DigestSpan = Pick<DigestRequest, 'asOf' | 'days'> &
  Pick<ArticleSpan, 'after' | 'upTo' | 'except'>

/** The whole digest of a span, in the days of a zone, each with its most important stories first. */
export async function loadDigest(db: Database, span: DigestSpan, zone: string): Promise<Digest> {
  const outline = await outlineDigest(db, span, zone)
  const top = topStories(outline, span.asOf).map(({ lead }) => lead.id)
  return withOverview(headedBy(await fill(db, outline, span), top))
}

/** Who was away for so long that more came is shown the newest of it; the rest is found by searching. */
const mostSinceLast = 100_000

/** The articles of a digest in their places, without their texts. */
export async function outlineDigest(
  db: Database,
  span: DigestSpan,
  zone: string,
): Promise<Digest<RankedHeadline>> {
  const { asOf, after = null, upTo, except = [] } = span
  const headlines = await headlinesPublished(db, {
    from: firstDay(span, zone).toZonedDateTime(zone).toInstant(),
    ...(after !== null && { limit: mostSinceLast }),
    after,
    except,
    // Arrivals are preferred to times: the clock may have been wrong.
    ...(upTo === undefined ? { until: asOf.add({ milliseconds: 1 }) } : { upTo }),
  })
  return composeDigest(headlines, zone)
}

/** Loads the texts of an outline, and marks the stories that say more of what the reader has seen. */
async function fill(
  db: Database,
  outline: Digest<RankedHeadline>,
  { after = null }: Pick<DigestSpan, 'after'>,
): Promise<Digest> {
  const stories = outline.days.flatMap((day) => day.stories)
  const columns = outline.days.flatMap((day) => day.columns)
  const news = stories.flatMap(({ lead, others, further }) => [lead, ...others, ...further])
  const ids = [...news, ...columns]
  const articles = await articlesByIds(
    db,
    ids.map(({ id }) => id),
  )
  const storyIds = after === null ? [] : stories.flatMap(({ lead }) => lead.storyId ?? [])
  const known = await titlesKnown(db, storyIds, after ?? 0)
  const digest = mapDigest(outline, ({ id }) => articles.get(id))
  const updates = digest.days
    .flatMap((day) => day.stories)
    .filter(({ lead }) => saysMore(lead, known.get(lead.storyId ?? 0)))
  return { ...digest, updates: new Set(updates.map(({ lead }) => lead.id)) }
}

/** An update has at least this part of its words beside those that are known. */
const leastNew = 0.25

/** Whether a headline has words that those of its story that the reader knows do not have. */
function saysMore({ title, language }: Article, known: readonly Title[] = []): boolean {
  if (known.length === 0) return false
  const seen = new Set(known.flatMap((each) => [...stemsOf(each.title, each.language)]))
  const words = stemsOf(title, language)
  return words.difference(seen).size >= leastNew * words.size
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

export type Composing = SettingAside & {
  t: Translate
  /** The bot's own name, for links to the pages of stories; null before it is known. */
  botName?: string | null
}

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
  const { db, t, botName = null } = composing
  const span = { ...request, except }
  // Texts are loaded for this page only: a long day has thousands of headlines.
  const { page, day } = request
  const since = await absentSince(db, request)
  const outline = await outlineDigest(db, span, zone)
  const front = since
    ? await reviewPage(db, outline, request)
    : await frontPage(db, outline, request)
  const filled = await fill(db, front.digest, span)
  const isFirst = page === 0 && day === null
  const digest = isFirst
    ? withHead(
        withOverview(withLeads(filled, front.chosen), front.chosen),
        since && dayOf(since, zone),
      )
    : { ...filled, leads: none }
  const { messages, leftOut } = renderMessages(digest, t, {
    notice,
    botName,
    isLast: !isFirst && front.rest.length === 0,
  })
  for (const { articleId: id, reason } of leftOut) {
    const detail = encodeReason(reason)
    await setAside(composing, { subject: 'article', id, code: 'not-shown', detail })
  }
  const more = front.rest.map(({ day, count }) =>
    encodeRequest({ ...request, day, page: isFirst && day ? 0 : page + 1, rest: count }),
  )
  return messages.map((message, i) => ({
    ...message,
    more: i === messages.length - 1 && more.length > 0 ? more.join(' ') : null,
  }))
}

/** Who has had nothing for longer is shown a review. */
const absence = Temporal.Duration.from({ hours: 48 })

/** When the last of what the chat has had arrived, if that is long ago. */
async function absentSince(
  db: Database,
  { asOf, after }: Pick<DigestRequest, 'asOf' | 'after'>,
): Promise<Temporal.Instant | null> {
  if (after === null || after === 0) return null
  const at = await arrivedAt(db, after)
  if (at === null || Temporal.Instant.compare(at.add(absence), asOf) >= 0) return null
  return at
}

const none: ReadonlySet<number> = new Set()

/** The request for today's and yesterday's news: all of it, or what came after an arrival. */
export async function requestOfNow(
  db: Database,
  now: Temporal.Instant,
  after: number | null = null,
): Promise<DigestRequest> {
  return {
    asOf: now,
    days: digestDays,
    after,
    upTo: await newestArrival(db),
    page: 0,
    rest: 0,
    day: null,
  }
}
