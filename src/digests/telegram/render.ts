import type { Article } from '../../domain/article.ts'
import { clockTime, dayHeading } from '../../domain/calendar.ts'
import type { Digest, DigestDay, Story } from '../../domain/digest.ts'
import type { Reason } from '../../domain/reason.ts'
import type { Translate } from '../../domain/translate.ts'
import { oneLine } from '../../text/controls.ts'
import { summarisedPerDay } from '../layout.ts'
import { bold, concat, expandableQuote, type Fragment, italic, link, text } from './markup.ts'
import { type Block, layOutMessages } from './split.ts'

/** How many outlets beside the first are named with a story. */
const mostSources = 4

/** A message in HTML and the numbers of the articles that it holds. */
export type DigestMessage = { html: string; articleIds: number[] }

/** Messages in reading order, and the articles that no message can hold, with the reason. */
export type RenderedDigest = {
  messages: DigestMessage[]
  leftOut: { articleId: number; reason: Reason }[]
}

/** The digest as Telegram messages in HTML, each within Telegram's limits, in reading order. */
export function renderTelegram(digest: Digest, t: Translate): string[] {
  return renderMessages(digest, t).messages.map(({ html }) => html)
}

/**
 * The same with what each message holds; a `notice`, if any, stands before all. An entry that fits no
 * message is shown without its other sources, then without its summary, then by another source; one
 * that still fits none is left out.
 */
export function renderMessages(
  digest: Digest,
  t: Translate,
  notice: string | null = null,
): RenderedDigest {
  const head = [
    ...(notice === null ? [] : [() => bold(text(oneLine(notice, 300)))]),
    ...(digest.overview?.length ? [overviewOf(digest.overview, t)] : []),
  ].map((form): Entry => ({ headings: [], forms: [form], spacing: 'loose', articles: [] }))
  const entries = [...head, ...digest.days.flatMap((day) => dayEntries(day, digest, t))]
  const articlesIn = (place: number) => entries[place]?.articles.map(({ id }) => id) ?? []
  const { messages, leftOut } = layOutMessages(entries)
  const rendered = messages.map(({ html, blocks }) => ({
    html,
    articleIds: blocks.flatMap(articlesIn),
  }))
  return {
    // What stands at the head is nothing by itself.
    messages: rendered.some(({ articleIds }) => articleIds.length > 0) ? rendered : [],
    leftOut: leftOut.flatMap(({ block, reason }) =>
      articlesIn(block).map((articleId) => ({ articleId, reason })),
    ),
  }
}

function overviewOf(sentences: string[], t: Translate): () => Fragment {
  return () => {
    const lines = sentences.map((sentence) => text(`\n• ${oneLine(sentence, 300)}`))
    return concat(bold(text(t('digest-overview'))), ...lines)
  }
}

/** A block with the articles it speaks of. */
type Entry = Block & { articles: Article[] }

/** How a story is told: in which zone, with which mark before it, and the word for other sources. */
type Telling = { zone: string; mark: Fragment; also: string }

function dayEntries(day: DigestDay, { zone, updates }: Digest, t: Translate): Entry[] {
  const heading = bold(text(dayHeading(day.date, t('date-locale'))))
  const lane = bold(text(t('digest-columns')))
  return [
    ...day.stories.map((story, i): Entry => {
      const leads = i < summarisedPerDay && story.lead.summary !== null
      const isUpdate = updates?.has(story.lead.id)
      const mark = isUpdate ? bold(text(`${t('digest-update')} `)) : text('')
      const telling = { zone, mark, also: t('digest-also') }
      return {
        headings: [heading],
        forms: storyForms(story, leads ? leadStory : headline, telling),
        spacing: leads || i === summarisedPerDay ? 'loose' : 'tight',
        articles: [story.lead, ...story.others],
      }
    }),
    ...day.columns.map((column): Entry => {
      const withoutTopic = { ...column, topic: null }
      const bare = { ...withoutTopic, standfirst: null, summary: null }
      return {
        headings: [heading, lane],
        forms: [column, withoutTopic, bare].map((each) => () => columnEntry(each, t)),
        spacing: 'loose',
        articles: [column],
      }
    }),
  ]
}

type TellStory = (story: Story, telling: Telling) => Fragment

function storyForms(story: Story, tell: TellStory, telling: Telling): Block['forms'] {
  const alone = (lead: Article): Story => ({ lead, others: [] })
  return [
    () => tell(story, telling),
    () => tell(alone(story.lead), telling),
    ...[story.lead, ...story.others].map((lead) => () => headline(alone(lead), telling)),
  ]
}

function leadStory(story: Story, { zone, mark, also }: Telling): Fragment {
  const { lead } = story
  return concat(
    mark,
    bold(titleLink(lead)),
    text(`\n${oneLine(lead.summary?.text ?? '', 600)}\n`),
    italic(text(`${timeOf(lead, zone, ' · ')}${oneLine(lead.source, 60)}`)),
    sourcesOf(story, also),
  )
}

function headline(story: Story, { zone, mark, also }: Telling): Fragment {
  const { lead } = story
  return concat(
    text(timeOf(lead, zone, ' ')),
    mark,
    titleLink(lead),
    text(` · ${oneLine(lead.source, 60)}`),
    sourcesOf(story, also),
  )
}

/** The time of an article with what follows it; nothing where only its day is known. */
function timeOf({ publishedAt, precision }: Article, zone: string, gap: string): string {
  return precision === 'minute' ? clockTime(publishedAt, zone) + gap : ''
}

/** Where else a story stands: ` · also Harbour Post, Record, +2`, each a link. */
function sourcesOf({ others }: Story, also: string): Fragment {
  const named = others.slice(0, mostSources)
  if (named.length === 0) return text('')
  const links = named.flatMap((article, i) => [
    text(i === 0 ? ` · ${also} ` : ', '),
    link(oneLine(article.source, 60), article.url),
  ])
  const more = others.length - named.length
  return concat(...links, text(more > 0 ? `, +${more}` : ''))
}

function columnEntry(column: Article, t: Translate): Fragment {
  const standfirst = column.standfirst ?? column.summary?.text
  const { topic } = column
  return concat(
    bold(text(oneLine(column.author ?? column.source, 80))),
    text('\n'),
    titleLink(column),
    ...(standfirst ? [text('\n'), expandableQuote(text(oneLine(standfirst, 600)))] : []),
    ...(topic ? [text(`\n${t('digest-about')} `), link(oneLine(topic.title, 200), topic.url)] : []),
  )
}

function titleLink({ title, url }: Article): Fragment {
  return link(oneLine(title, 300), url)
}
