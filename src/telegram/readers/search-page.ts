import { InlineKeyboard } from 'grammy'
import { bold, concat, type Fragment, italic, link, text } from '../../digests/telegram/markup.ts'
import { tellerOf } from '../../digests/telegram/source-of.ts'
import type { Block } from '../../digests/telegram/split.ts'
import { columnistLink, dotsTo, storyLink } from '../../digests/telegram/story-link.ts'
import { timeOf } from '../../digests/telegram/time-of.ts'
import { publishedOn } from '../../domain/calendar.ts'
import { asksForWords, type Question } from '../../domain/question.ts'
import type { Excerpt, SearchOrder } from '../../domain/search.ts'
import { languageOf } from '../../domain/translate.ts'
import { zoneOf } from '../../serving/preferences.ts'
import {
  resultsPerPage,
  type SearchEntry,
  type SearchResults,
  searchArticles,
} from '../../serving/search-articles.ts'
import { understandQuestion } from '../../serving/understand-question.ts'
import { oneLine } from '../../text/controls.ts'
import { printQuestion } from '../../text/question/print.ts'
import type { QuestionNote } from '../../text/question/read.ts'
import type { CourantContext } from '../context.ts'
import { layOutPage, type OnePage } from '../one-page.ts'
import { foreign, words } from '../say.ts'
import type { Services } from '../services.ts'
import { isSeenByOthers, ownSubject } from '../subject.ts'
import { nothingFound } from './search-nothing.ts'

/** The data of a button that shows the page from this offset on; with `r` by relevance. */
export const pageData = /^search:(\d{1,6})(:r)?$/

/** The data of the button that follows the question. */
export const followData = 'search-follow'

/** Which part of an answer. */
export type Place = { offset: number; order: SearchOrder }

export const firstPage: Place = { offset: 0, order: 'newest' }

/** `failure` says why it is no answer: the page before it should stay. */
export type SearchPage = OnePage & { failure?: string }

/**
 * Returns the results of a question from `offset` on: a page, or as many as fit one message, so that
 * buttons can edit it in place. The first bold words of the message are the question.
 */
export async function searchPage(
  ctx: CourantContext,
  services: Services,
  typed: string,
  place: Place,
): Promise<SearchPage> {
  const zone = await zoneOf(services, ownSubject(ctx))
  const understood = understandQuestion(typed, { now: services.now(), zone })
  switch (understood.kind) {
    case 'no-words':
      return only(words(ctx, 'search-no-words', { input: typed }), noteLines(ctx, understood.notes))
    case 'long':
      return only(words(ctx, 'search-long', { limit: understood.limit, words: understood.parts }))
  }
  const { question, notes } = understood
  const outcome = await searchArticles(services, question, {
    ...{ ...place, zone },
    limit: perPage(ctx),
  })
  const lines = noteLines(ctx, notes)
  switch (outcome.kind) {
    case 'late':
    case 'busy':
      return {
        ...only(words(ctx, `search-${outcome.kind}`)),
        failure: ctx.t(`search-${outcome.kind}`),
      }
    case 'nothing':
      return nothingFound(ctx, { typed, question, nothing: outcome, lines })
    case 'found': {
      const said = [
        ...lines,
        ...outcome.unknown.map((name) => ctx.t('search-unknown', { name: oneLine(name, 60) })),
        ...(outcome.isWidened ? [ctx.t('search-widened')] : []),
        ...(outcome.isCut ? [ctx.t('search-cut')] : []),
        ...(outcome.isPartial ? [ctx.t('search-partial')] : []),
      ]
      const page = layOutResults(ctx, services, { question, outcome, said, zone, ...place })
      return page ?? only(words(ctx, 'search-none', { question: typed }))
    }
  }
}

/** Few where others see them too. */
function perPage(ctx: CourantContext): number {
  return isSeenByOthers(ctx) ? 3 : resultsPerPage
}

function only(html: string, lines: readonly string[] = []): OnePage {
  return {
    html: [html, ...lines.map((line) => foreign(line))].join('\n'),
    keyboard: new InlineKeyboard(),
  }
}

/** What could not be taken as it was meant. */
function noteLines(ctx: CourantContext, notes: readonly QuestionNote[]): string[] {
  return notes
    .slice(0, mostNotes)
    .map(({ kind, words: typed }) => ctx.t(`search-note-${kind}`, { words: oneLine(typed, 60) }))
}

const mostNotes = 3

type Results = {
  question: Question
  outcome: SearchResults
  /** What is to be said of the answer. */
  said: string[]
  zone: string
  order: SearchOrder
}

function layOutResults(
  ctx: CourantContext,
  services: Services,
  { question, outcome, said, zone, order }: Results,
): OnePage | null {
  const { entries, offset, total, isAbout, hasMore, end } = outcome
  const page = layOutPage(
    entries.map((entry) => entryForms(ctx, services, entry, zone)),
    (shown) => {
      const isOne = offset === 0 && !hasMore && shown === entries.length
      const span = { total, from: offset + 1, to: offset + shown }
      const counted = isAbout ? 'about' : 'all'
      return concat(
        bold(text(printQuestion(question, languageOf(ctx.t)))),
        text(ctx.t('search-results', { ...span, counted, pages: isOne ? 'one' : 'many' })),
        ...said.map((line) => concat(text('\n'), italic(text(line)))),
      )
    },
  )
  if (!page) return null
  const next = page.shown < entries.length ? offset + page.shown : end
  const isLast = page.shown === entries.length && !hasMore
  const isNewest = order === 'newest'
  const mark = isNewest ? '' : ':r'
  const keyboard = new InlineKeyboard()
  if (offset > 0) {
    const before = Math.max(0, offset - perPage(ctx))
    keyboard.text(ctx.t(isNewest ? 'search-newer' : 'search-previous'), `search:${before}${mark}`)
  }
  if (!isLast) {
    keyboard.text(ctx.t(isNewest ? 'search-older' : 'search-next'), `search:${next}${mark}`)
  }
  // Filters alone are in no text.
  if (total > 1 && asksForWords(question)) {
    keyboard
      .row()
      .text(
        ctx.t(isNewest ? 'search-by-relevance' : 'search-by-date'),
        `search:0${isNewest ? ':r' : ''}`,
      )
  }
  // In a group it would be its admins' to say, and the button is everybody's.
  if (ctx.chat?.type === 'private') keyboard.row().text(ctx.t('search-follow'), followData)
  return { html: page.html, keyboard }
}

/** Whole, without the place of the hit, and without its link, for addresses that fit no message. */
function entryForms(
  ctx: CourantContext,
  services: Services,
  { article, others, further, excerpt }: SearchEntry,
  zone: string,
): Block['forms'] {
  const title = oneLine(article.title, 180)
  const heading = (shown: Fragment) => concat(bold(shown), text('\n'), italic(source()))
  const botName = services.botName?.() ?? null
  const source = () => {
    const day = publishedOn(article, zone).toLocaleString(ctx.t('date-locale'), {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    })
    const time = timeOf(article, zone, '')
    const { name, rest } = tellerOf(article, ctx.t)
    const where = concat(
      text(`${[day, time].filter(Boolean).join(', ')} · `),
      article.kind === 'column' ? columnistLink(name, article, botName) : text(name),
      text(rest),
    )
    if (others === 0 && further === 0) return concat(where, dotsTo(article, botName))
    const isOfOthers = others > 0
    const more = isOfOthers ? ctx.t('search-sources', { count: others }) : ctx.t('digest-whole')
    return concat(where, text(isOfOthers ? ' ' : ' · '), storyLink(more, article, botName))
  }
  const whole = () => heading(link(title, article.url))
  const plain = () => heading(text(title))
  if (!excerpt) return [whole, plain]
  return [() => concat(whole(), text('\n'), excerptFragment(excerpt)), whole, plain]
}

/** Each costs one of the hundred marks of a message. */
const mostMarks = 5

function excerptFragment({ text: words, marks }: Excerpt): Fragment {
  const parts: Fragment[] = []
  let at = 0
  for (const [start, end] of marks.slice(0, mostMarks)) {
    parts.push(text(words.slice(at, start)), bold(text(words.slice(start, end))))
    at = end
  }
  return concat(...parts, text(words.slice(at)))
}
