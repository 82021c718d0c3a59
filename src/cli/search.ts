import type { Config } from '../config.ts'
import { wrapLines } from '../digests/wrap-lines.ts'
import { clockTime, publishedOn } from '../domain/calendar.ts'
import type { Question } from '../domain/question.ts'
import { type SearchEntry, type SearchOutcome, searchArticles } from '../serving/search-articles.ts'
import { understandQuestion } from '../serving/understand-question.ts'
import { dialect } from '../store/dialect.ts'
import { indexNewArticles } from '../store/search.ts'
import type { Database } from '../store/tables.ts'
import { withoutControls } from '../text/controls.ts'
import { printPart, printQuestion } from '../text/question/print.ts'
import type { QuestionNote } from '../text/question/read.ts'
import { t } from './english.ts'
import { UsageError } from './usage-error.ts'
import { withSources } from './with-sources.ts'

export type SearchOptions = { feed?: string[]; format: 'text' | 'json' }

/** So many entries are printed at most. */
const mostEntries = 100
const width = 78
/** As in the bot, pages of older articles are not read. */
const pagesOf = Temporal.Duration.from({ hours: 72 })

/**
 * Prints what a question finds in the configured database, or in sources that are collected for it;
 * returns whether every source could be read. Throws a UsageError for a question without words.
 */
export function printSearch(
  words: readonly string[],
  options: SearchOptions,
  config: Config,
  process: NodeJS.Process,
): Promise<boolean> {
  const now = Temporal.Now.instant()
  const zone = config.defaultZone
  const understood = understandQuestion(words.join(' '), { now, zone })
  if (understood.kind === 'long') {
    const { parts, limit } = understood
    throw new UsageError(t('search-long', { words: parts, limit }))
  }
  if (understood.kind === 'no-words') {
    const noted = noteLines(understood.notes)
    throw new UsageError(withoutControls(['there are no words to look for', ...noted].join('. ')))
  }
  const sources = (options.feed ?? []).map((address) => ({ address, kind: 'mixed' as const }))
  const from = { sources, pagesFrom: now.subtract(pagesOf), zone }
  return withSources(from, config, process, async (db) => {
    if (sources.length > 0) await indexNewArticles(db)
    const answer = await answerTo(db, understood.question, zone)
    const shown = { ...understood, ...answer }
    process.stdout.write(options.format === 'json' ? inJson(shown) : inText(shown, zone))
  })
}

type Answer = { outcome: SearchOutcome; entries: SearchEntry[] }

async function answerTo(db: Database, question: Question, zone: string): Promise<Answer> {
  const serving = { findArticles: dialect.search.find.bind(null, db) }
  const entries: SearchEntry[] = []
  for (let offset = 0; ; ) {
    const page = { offset, order: 'newest', zone } as const
    const outcome = await searchArticles(serving, question, page)
    if (outcome.kind !== 'found') return { outcome, entries }
    entries.push(...outcome.entries)
    if (!outcome.hasMore || entries.length >= mostEntries) return { outcome, entries }
    offset = outcome.end
  }
}

type Shown = Answer & { question: Question; notes: readonly QuestionNote[] }

function inText({ question, notes, outcome, entries }: Shown, zone: string): string {
  const lines = noteLines(notes)
  if (outcome.kind === 'found') {
    const counted = outcome.isAbout ? 'about' : 'all'
    const count = t('search-results', {
      total: outcome.total,
      counted,
      pages: 'one',
      from: 1,
      to: 1,
    })
    lines.push(`${printQuestion(question)}${count}`)
    lines.push(...outcome.unknown.map((name) => t('search-unknown', { name })))
    if (outcome.isWidened) lines.push(t('search-widened'))
    if (outcome.isCut) lines.push(t('search-cut'))
    if (outcome.isPartial) lines.push(t('search-partial'))
    lines.push(...entries.flatMap((entry) => entryLines(entry, zone)))
    if (outcome.hasMore) {
      lines.push(
        '',
        `These are the newest ${entries.length}: ask for days, as before:2024-06, for more.`,
      )
    }
    return printable(lines)
  }
  lines.push(`Nothing found for ${printQuestion(question)}.`)
  if (outcome.kind === 'nothing') {
    lines.push(...outcome.unknown.map((name) => t('search-unknown', { name })))
    if (outcome.isPartial) lines.push(t('search-partial'))
    const meant = outcome.meant.map((each) => printQuestion(each))
    const spare = outcome.spare.map((part) =>
      t('search-without', { part: printPart(question, part) }),
    )
    if (spare.length > 0) lines.push(`${spare.join(', ')}: something is found.`)
    if (meant.length > 0) lines.push(`${t('search-meant')} ${meant.join(', ')}?`)
    if (spare.length + meant.length === 0) lines.push(t('search-fewer'))
  }
  return printable(lines)
}

/** What could not be taken as it was meant. */
function noteLines(notes: readonly QuestionNote[]): string[] {
  return notes.map(({ kind, words }) => t(`search-note-${kind}`, { words }))
}

function entryLines({ article, others, excerpt }: SearchEntry, zone: string): string[] {
  const { title, source, url, publishedAt, precision } = article
  const day = publishedOn(article, zone).toString()
  const when = precision === 'minute' ? `${day} ${clockTime(publishedAt, zone)}` : day
  const more = others > 0 ? ` ${t('search-sources', { count: others })}` : ''
  return [
    '',
    ...wrapLines(`${when} ${title} · ${source}${more}`, width),
    ...(excerpt ? wrapLines(excerpt.text, width).map((line) => `  ${line}`) : []),
    `  ${url}`,
  ]
}

function inJson({ question, notes, outcome, entries }: Shown): string {
  const isFound = outcome.kind === 'found'
  const answer = {
    question: printQuestion(question),
    notes,
    total: isFound ? outcome.total : 0,
    isAbout: isFound && outcome.isAbout,
    isPartial: 'isPartial' in outcome && outcome.isPartial,
    isWidened: isFound && outcome.isWidened,
    hasMore: isFound && outcome.hasMore,
    unknown: 'unknown' in outcome ? outcome.unknown : [],
    meant: outcome.kind === 'nothing' ? outcome.meant.map((each) => printQuestion(each)) : [],
    articles: entries.map(({ article, others, excerpt }) => ({
      title: article.title,
      url: article.url,
      source: article.source,
      author: article.author,
      publishedAt: article.publishedAt.toString(),
      otherSources: others,
      excerpt,
    })),
  }
  const clean = (_: string, value: unknown) =>
    typeof value === 'string' ? withoutControls(value) : value
  return `${JSON.stringify(answer, clean, 2)}\n`
}

const printable = (lines: readonly string[]) =>
  lines.map((line) => `${withoutControls(line)}\n`).join('')
