import { mapDigest } from '../digests/compose.ts'
import { leadIn } from '../digests/lead-in.ts'
import { renderMessages } from '../digests/telegram/render.ts'
import type { Article } from '../domain/article.ts'
import { dayBounds, dayOf } from '../domain/calendar.ts'
import { type DayFilter, type DayRequest, usualDaySize } from '../domain/day-request.ts'
import type { Digest, Story } from '../domain/digest.ts'
import { type Paper, usualPaper } from '../domain/paper.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { languageOf, type Translate } from '../domain/translate.ts'
import { newestArrival } from '../store/arrivals.ts'
import { articlesByIds } from '../store/article-rows.ts'
import { type NewsOf, nearestNews, type Side } from '../store/days-with-news.ts'
import type { RankedHeadline } from '../store/headlines.ts'
import { type DayWish, readDayWish } from './day-wish.ts'
import { datesIn } from './news/dates.ts'
import { figuresOf } from './news/figures.ts'
import { newsOfPaper, wantedNews, weightsOfPaper } from './news/paper.ts'
import { newsOfSpan } from './news/span.ts'
import { digestOf as digestOfStories, placesIn } from './news/stories-once.ts'
import { partOf } from './news/story.ts'
import { findNewsFilter, type NamedFilter, newsFilters } from './news-filters.ts'
import { readerOf } from './preferences.ts'
import { rankNews } from './rank-stories.ts'
import type { Serving } from './serving.ts'
import { translateArticles, wantedLanguage } from './translated.ts'

type Parts = Pick<Serving, 'db' | 'now' | 'defaults' | 'botName'>
type Reader = { zone: string; paper: Paper }

/** The nearest days before and after that have news. */
export type Neighbours = { before: Temporal.PlainDate | null; after: Temporal.PlainDate | null }

export type DayPage =
  | {
      kind: 'page'
      request: DayRequest
      /** One message, so that buttons can edit it in place. */
      html: string
      neighbours: Neighbours
      /** The page after this one, and how much stands from there on; null for none. */
      next: { request: DayRequest; rest: number } | null
    }
  | { kind: 'empty'; request: DayRequest; of: string | null; neighbours: Neighbours }
  /** The section, feed or columnist is not there any more. */
  | { kind: 'gone' }

export type DayAnswer =
  | DayPage
  /** Several names are meant. */
  | { kind: 'which'; choices: { name: string; request: DayRequest }[]; more: number }
  | { kind: 'unknown' }

const mostChoices = 8

/** Answers what somebody typed: which day, how many, and of what. Without a day it is the newest with news. */
export async function readDayRequest(
  serving: Parts,
  topic: ChatTopic,
  input: string,
  t: Translate,
): Promise<DayAnswer> {
  const reader = await readerOf(serving, topic)
  const { zone } = reader
  const now = serving.now().toZonedDateTimeISO(zone)
  const wish = readDayWish(input, await newsFilters(serving), now)
  if (!wish) return { kind: 'unknown' }
  const request = requestOf(wish, wish.date ?? now.toPlainDate())
  const { filters } = wish
  if (filters && filters.length > 1) {
    const choices = filters
      .slice(0, mostChoices)
      .map(({ name, filter }) => ({ name, request: { ...request, filter } }))
    return { kind: 'which', choices, more: filters.length - choices.length }
  }
  const page = wish.date ? pageOfDay : newestPage
  return page(serving, reader, request, filters?.[0] ?? null, t)
}

/** A day, or the newest with news where none is named: of all, or of a section, feed or columnist. */
export async function openDay(
  serving: Parts,
  topic: ChatTopic,
  { date, filter }: { date: Temporal.PlainDate | null; filter: DayFilter | null },
  t: Translate,
): Promise<DayPage> {
  const named = filter && (await findNewsFilter(serving, filter))
  if (filter && !named) return { kind: 'gone' }
  const reader = await readerOf(serving, topic)
  const today = serving.now().toZonedDateTimeISO(reader.zone).toPlainDate()
  const wish = { date: null, size: null, filters: named && [named] }
  const page = date ? pageOfDay : newestPage
  return page(serving, reader, requestOf(wish, date ?? today), named, t)
}

/** The page of a day, or of the nearest before it that has news. */
async function newestPage(
  serving: Parts,
  reader: Reader,
  request: DayRequest,
  named: NamedFilter | null,
  t: Translate,
): Promise<DayPage> {
  const page = await pageOfDay(serving, reader, request, named, t)
  if (page.kind !== 'empty' || !page.neighbours.before) return page
  return pageOfDay(serving, reader, { ...request, date: page.neighbours.before }, named, t)
}

function requestOf({ size, filters }: DayWish, date: Temporal.PlainDate): DayRequest {
  const filter = filters?.[0]?.filter ?? null
  return { date, offset: 0, size: size ?? usualDaySize, upTo: null, filter }
}

/** A page of a day's news, as a button asks for it. */
export async function dayPage(
  serving: Parts,
  topic: ChatTopic,
  request: DayRequest,
  t: Translate,
): Promise<DayPage> {
  const named = request.filter && (await findNewsFilter(serving, request.filter))
  if (request.filter && !named) return { kind: 'gone' }
  return pageOfDay(serving, await readerOf(serving, topic), request, named, t)
}

async function pageOfDay(
  serving: Parts,
  reader: Reader,
  request: DayRequest,
  named: NamedFilter | null,
  t: Translate,
): Promise<DayPage> {
  const { date, offset, size } = request
  const { zone, paper } = reader
  const of = named?.of ?? null
  const upTo = request.upTo ?? (await newestArrival(serving.db))
  const [places, neighbours] = await Promise.all([
    placesOf(serving, { date, upTo, language: languageOf(t) }, reader, of),
    neighboursOf(serving, date, zone, of),
  ])
  const first = offset < places.length ? offset : 0
  const page = await fitPage(
    serving,
    { zone, date, places: places.slice(first, first + size), language: wantedLanguage(paper, t) },
    t,
    {
      title: named?.name ?? null,
      leads: first === 0 ? mostLeads : 0,
    },
  )
  if (page) {
    const end = first + page.shown
    const rest = places.length - end
    return {
      kind: 'page',
      request: { ...request, offset: first },
      html: page.html,
      neighbours,
      next: rest > 0 ? { request: { ...request, offset: end, upTo }, rest } : null,
    }
  }
  return { kind: 'empty', request, of: named?.name ?? null, neighbours }
}

/** How many stories of a day's first page are shown with their summaries. */
const mostLeads = 3

type DayPart = { zone: string; date: Temporal.PlainDate; places: readonly Place[] }

/** The same, in the language that it is translated into, if it is. */
type ShownPart = DayPart & { language: string | null }

/** As many of the first places as fit one message; null where none can be shown. */
async function fitPage(
  { db, botName }: Parts,
  { places, language, ...day }: ShownPart,
  t: Translate,
  { title, leads }: { title: string | null; leads: number },
): Promise<{ html: string; shown: number } | null> {
  const ids = places.flatMap(articlesIn).map(({ id }) => id)
  const found = await articlesByIds(db, ids)
  const translated = await translateArticles(db, [...found.values()], language)
  const articles = new Map([...found, ...translated])
  for (let shown = places.length; shown > 0; ) {
    const digest = digestOf({ ...day, places: places.slice(0, shown) }, articles, leads)
    const options = { title, botName: botName?.() ?? null }
    const [message, ...more] = renderMessages(digest, t, options).messages
    if (!message) return null
    if (more.length === 0) return { html: message.html, shown }
    const inFirst = new Set(message.articleIds)
    const fitting = places
      .slice(0, shown)
      .filter((place) => articlesIn(place).some(({ id }) => inFirst.has(id)))
    shown = Math.min(shown - 1, fitting.length)
  }
  return null
}

function articlesIn(place: Place): RankedHeadline[] {
  if ('column' in place) return [place.column]
  const { lead, others, further } = place.story
  return [lead, ...others, ...further]
}

/** A digest of some of a day: the first stories that have a summary with it, the others by time. */
function digestOf(
  { zone, date, places }: DayPart,
  articles: ReadonlyMap<number, Article>,
  leads: number,
): Digest {
  const ranked = places.flatMap((place) => ('story' in place ? place.story : []))
  const columns = places.flatMap((place) => ('column' in place ? place.column : []))
  const first = ranked.filter(({ lead }) => articles.get(lead.id)?.summary).slice(0, leads)
  const byTime = ranked
    .filter((story) => !first.includes(story))
    .sort((a, b) => Temporal.Instant.compare(b.lead.publishedAt, a.lead.publishedAt))
  const stories = [...first, ...byTime]
  const digest = mapDigest({ zone, days: [{ date, stories, columns }] }, ({ id }) =>
    articles.get(id),
  )
  return { ...digest, leads: new Set(first.map(({ lead }) => lead.id)) }
}

type Place = { story: Story<RankedHeadline> } | { column: RankedHeadline }

/** After so many stories stands a column. */
const storiesPerColumn = 4

/**
 * All stories and columns of a local day, each by rank, in one order that does not depend on pages;
 * stories are led in a language where they can be.
 */
async function placesOf(
  { db, now }: Parts,
  { date, upTo, language }: { date: Temporal.PlainDate; upTo: number; language: string },
  { zone, paper }: Reader,
  of: NewsOf,
): Promise<Place[]> {
  // Where only the day is known, an article bears the day's beginning in UTC.
  const ends = [dayBounds(date, zone).end, dayBounds(date, 'UTC').end]
  const until = ends.toSorted(Temporal.Instant.compare)[1] ?? now()
  const asOf = until.subtract({ milliseconds: 1 })
  const whole = await newsOfSpan(db, { asOf, days: 2, upTo, until: asOf }, zone)
  // Who names a section or source wants it, whatever the digest brings.
  const news = await newsOfPaper(
    db,
    whole,
    of ? { ...usualPaper, mutes: paper.mutes } : paper,
    asOf,
  )
  const isMeant = meaning(of)
  const dateOf = datesIn(zone)
  const isIn = (headline: RankedHeadline) =>
    dateOf(headline) === date.toString() && isMeant(headline)
  const wanted = wantedNews(news)
  const stories = wanted.stories.flatMap((story) => partOf(story, isIn) ?? [])
  const columnsIn = wanted.columns.filter(isIn)
  const weightOf = weightsOfPaper(news)
  const ofDay = { stories, figures: figuresOf(stories), columns: columnsIn, weightOf }
  const at = Temporal.Instant.compare(now(), asOf) < 0 ? now() : asOf
  const { ranking, columns } = await rankNews(ofDay, { asOf: at })
  const told = placesIn(digestOfStories(stories, [], zone), stories)
  const left = ranking.entries(0, ranking.count).flatMap(({ story }) => told.get(story)?.told ?? [])
  const columnsLeft = [...columns]
  const places: Place[] = []
  while (left.length > 0 || columnsLeft.length > 0) {
    const next = left.splice(0, storiesPerColumn)
    places.push(...next.map((story) => ({ story: leadIn(story, language) })))
    places.push(...columnsLeft.splice(0, 1).map((column) => ({ column })))
  }
  return places
}

function meaning(of: NewsOf): (headline: RankedHeadline) => boolean {
  if (!of) return () => true
  if ('feeds' in of) {
    const feeds = new Set(of.feeds)
    return ({ feedId }) => feeds.has(feedId)
  }
  const people = new Set(of.columnists)
  return ({ columnistId, kind }) => kind === 'column' && people.has(columnistId ?? 0)
}

type Bounds = ReturnType<typeof dayBounds>

async function neighboursOf(
  { db }: Parts,
  date: Temporal.PlainDate,
  zone: string,
  of: NewsOf,
): Promise<Neighbours> {
  const local = dayBounds(date, zone)
  const utc = dayBounds(date, 'UTC')
  const nearest = async (sideOf: (bounds: Bounds) => Side) => {
    const [timed, dated] = await Promise.all([
      nearestNews(db, of, sideOf(local), false),
      nearestNews(db, of, sideOf(utc), true),
    ])
    const days = [timed && dayOf(timed, zone), dated && dayOf(dated, 'UTC')]
    return days.filter((day) => day !== null).toSorted(Temporal.PlainDate.compare)
  }
  const before = await nearest(({ start }) => ({ before: start }))
  const after = await nearest(({ end }) => ({ from: end }))
  return { before: before.at(-1) ?? null, after: after[0] ?? null }
}
