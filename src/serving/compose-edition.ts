import { composeDigest } from '../digests/compose.ts'
import { digestDays, listShape, type PageShape, shapeOf } from '../digests/layout.ts'
import { renderMessages } from '../digests/telegram/render.ts'
import { dayOf } from '../domain/calendar.ts'
import type { EditionPart } from '../domain/delivery.ts'
import { type Digest, type Followed, isAlerted } from '../domain/digest.ts'
import { type DigestRequest, encodeMutedLink, encodeRequest } from '../domain/digest-request.ts'
import type { Brought } from '../domain/own-hour.ts'
import { type Paper, type PaperLength, usualPaper } from '../domain/paper.ts'
import { encodeReason } from '../domain/reason.ts'
import { languageOf, type Translate } from '../domain/translate.ts'
import { endLongTurn } from '../lib/let-others-work.ts'
import { arrivedAt, newestArrival } from '../store/arrivals.ts'
import { articlesOfEditions, type PartialEdition } from '../store/editions.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import type { Database } from '../store/tables.ts'
import { type Catch, nothingCaught } from './caught.ts'
import { type FrontPage, frontPage, reviewPage } from './front-page.ts'
import { withoutBrought } from './news/brought.ts'
import { figuresOf } from './news/figures.ts'
import type { KeptNews } from './news/kept.ts'
import { newsOfPaper, weightsOf, weightsOfPaper } from './news/paper.ts'
import { type DigestSpan, newsOfSpan } from './news/span.ts'
import type { NewsTexts } from './news/span-news.ts'
import { partOf } from './news/story.ts'
import { loadTexts } from './news/texts.ts'
import { updatesOf } from './news/updates.ts'
import { headedBy, withHead, withLeads, withOverview } from './page-heads.ts'
import { type SettingAside, setAside } from './set-aside.ts'
import { topStories } from './top-stories.ts'
import { translateDigest, wantedLanguage } from './translated.ts'

/** The whole digest of a span for the command line, in the days of a zone, each with its most important stories first. */
export async function loadDigest(db: Database, span: DigestSpan, zone: string): Promise<Digest> {
  const news = await newsOfSpan(db, span, zone)
  const outline = composeDigest(
    [...news.stories.flatMap(({ articles }) => articles), ...news.columns],
    zone,
  )
  const top = await topStories(outline, { asOf: span.asOf, weightOf: weightsOf(news) })
  return withOverview(headedBy(await fill(db, outline, span, news.texts), top), 'en')
}

/** Loads the texts of an outline, and marks the stories that say more of what the reader has seen, or no more. */
export async function fill(
  db: Database,
  outline: Digest<RankedHeadline>,
  { after = null }: Pick<DigestSpan, 'after'>,
  texts: NewsTexts,
): Promise<Digest> {
  const digest = await loadTexts(db, outline, texts)
  if (after === null) return digest
  const stories = [digest.followed ?? nothing, ...digest.days].flatMap(({ stories }) => stories)
  const known = await updatesOf(
    db,
    stories.map(({ lead }) => lead),
    after,
    texts,
  )
  return { ...digest, ...known }
}

const nothing: Followed = { stories: [], columns: [] }

/** Articles to leave out, those that were told at once, a notice above the digest, and what the chat wants of the news. */
export type EditionOptions = {
  except?: readonly PartialEdition[]
  notice?: string | null
  paper?: Paper
  /** The articles that the chat was told at once. */
  alerted?: readonly number[]
  /** What has come to it by which of its papers. */
  brought?: readonly Brought[]
}

export type Composing = SettingAside & {
  t: Translate
  /** The bot's own name, for links to the pages of stories; null before it is known. */
  botName?: string | null
  /** The news as they were read for many editions; read anew without it. */
  kept?: KeptNews
  /** Looks for what followed searches find; without it they find nothing. */
  catches?: Catch
}

/**
 * Returns the messages of one page of a digest; the last has a `More news` button if there is more. An
 * article that fits no message is set aside.
 */
export async function composeEdition(
  composing: Composing,
  request: DigestRequest,
  zone: string,
  {
    except = [],
    notice = null,
    paper = usualPaper,
    alerted = [],
    brought = [],
  }: EditionOptions = {},
): Promise<EditionPart[]> {
  const { db, t, botName = null } = composing
  const { page, day } = request
  const since = await absentSince(db, request)
  const shown = await articlesOfEditions(db, except)
  const span = await newsOfSpan(db, { ...request, except: shown }, zone, composing.kept)
  const whole = await withoutBrought(db, span, brought)
  // Others are served in between: each step takes a while where news are many.
  await endLongTurn()
  const caught = await caughtBy(paper, zone, composing)
  const news = await newsOfPaper(db, whole, paper, request.asOf, caught)
  await endLongTurn()
  const shape = shapeOf(paper.length)
  const makePage = since ? reviewPage : frontPage
  const language = languageOf(t)
  const front = await makePage(news, request, { zone, shape, language })
  const { followed } = front
  const outline = {
    ...front.digest,
    ...(followed.stories.length + followed.columns.length > 0 && {
      ...{ followed, today: dayOf(request.asOf, zone) },
    }),
  }
  const own = await fill(db, outline, request, whole.texts)
  const filled = {
    ...(await translateDigest(db, own, wantedLanguage(paper, t))),
    alerted: new Set(alerted),
  }
  const isFirst = page === 0 && day === null
  const digest = isFirst
    ? firstPage(filled, front, {
        ...{ shape, language, length: paper.length },
        since: since && dayOf(since, zone),
      })
    : { ...filled, leads: none }
  const { messages, leftOut } = renderMessages(digest, t, {
    notice,
    botName,
    picture: isFirst ? paper.pictures : 'off',
    isLast: !isFirst && front.rest.length === 0,
    muted:
      isFirst && news.part ? { count: news.part.muted.size, link: encodeMutedLink(request) } : null,
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

/** What the followed searches of a paper find, one after another: there are few threads that look. */
async function caughtBy(
  { follows }: Paper,
  zone: string,
  { catches }: Pick<Composing, 'catches'>,
): Promise<ReadonlySet<number>> {
  let caught = nothingCaught
  for (const { kind, of } of follows) {
    if (kind === 'search' && catches) caught = caught.union(await catches(of, zone))
  }
  return caught
}

type FirstPage = {
  shape: PageShape
  length: PaperLength
  since: Temporal.PlainDate | null
  language: string
}

/** The first page with its leads and its head; so many leads that it is read in the minutes asked for. */
function firstPage(
  filled: Digest,
  { chosen }: FrontPage,
  { shape, length, since, language }: FirstPage,
): Digest {
  const untold = chosen.filter((story) => !isAlerted(story, filled.alerted))
  const headed = (leads: number) => {
    const digest = withLeads(filled, untold, leads)
    const isWhole = length === 'usual' || length === 'long'
    return withHead(isWhole ? withOverview(digest, language, untold) : digest, since)
  }
  let digest = headed(shape.leads)
  const most = typeof length === 'number' ? length : Number.POSITIVE_INFINITY
  for (let leads = shape.leads; leads > 0 && (digest.head?.minutes ?? 0) > most; ) {
    digest = headed(--leads)
  }
  return digest
}

/** The messages that show what a digest left out since its chat has muted it, as much as a page holds. */
export async function composeMuted(
  { db, t, botName = null }: Composing,
  request: DigestRequest,
  zone: string,
  paper: Paper,
  brought: readonly Brought[] = [],
): Promise<EditionPart[]> {
  const whole = await withoutBrought(db, await newsOfSpan(db, request, zone), brought)
  const news = await newsOfPaper(db, whole, paper, request.asOf)
  const isMuted = (headline: RankedHeadline) => news.part?.muted.has(headline) ?? false
  const stories = whole.stories.flatMap((story) => partOf(story, isMuted) ?? [])
  const columns = whole.columns.filter(isMuted)
  const figures = figuresOf(stories)
  const muted = { stories, figures, columns, weightOf: weightsOfPaper(news) }
  const { digest } = await frontPage(
    { whole: muted, part: null },
    { ...request, page: 0 },
    { zone, shape: listShape },
  )
  const filled = { ...(await fill(db, digest, request, whole.texts)), leads: none }
  const { messages } = renderMessages(filled, t, {
    title: t('left-out-title'),
    botName,
    isLast: true,
  })
  return messages.map((message) => ({ ...message, more: null }))
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
  return requestUpTo(now, { after, upTo: await newestArrival(db) })
}

/** The same up to an arrival that is known. */
export function requestUpTo(
  now: Temporal.Instant,
  { after, upTo }: Pick<DigestRequest, 'after' | 'upTo'>,
): DigestRequest {
  return { asOf: now, days: digestDays, after, upTo, page: 0, rest: 0, day: null }
}
