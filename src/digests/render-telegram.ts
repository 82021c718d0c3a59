import type { Article } from '../domain/article.ts'
import { clockTime, dayHeading } from '../domain/calendar.ts'
import { clip } from '../domain/clip.ts'
import type { Digest, DigestDay, Story } from '../domain/digest.ts'
import type { Translate } from '../domain/translate.ts'
import { bold, concat, expandableQuote, type Fragment, italic, link, text } from './markup.ts'
import { type Block, layOutMessages } from './split.ts'

/** How many stories at the head of a day are told with a summary. */
export const summarisedPerDay = 3
/** How many outlets beside the first are named with a story. */
const mostSources = 4

/** A message in HTML and the numbers of the articles that it holds. */
export type DigestMessage = { html: string; articleIds: number[] }

/** The digest as Telegram messages in HTML, each within Telegram's limits, in reading order. */
export function renderTelegram(digest: Digest, t: Translate): string[] {
  return renderMessages(digest, t).map(({ html }) => html)
}

/** The same with what each message holds; a `notice`, if any, stands before all. */
export function renderMessages(
  digest: Digest,
  t: Translate,
  notice: string | null = null,
): DigestMessage[] {
  const entries = digest.days.flatMap(dayArticles)
  const blocks = digest.days.flatMap((day) => dayBlocks(day, digest, t))
  const head = [
    ...(notice === null ? [] : [bold(text(notice))]),
    ...(digest.overview?.length ? [overviewOf(digest.overview, t)] : []),
  ]
  for (const body of blocks.length > 0 ? head.toReversed() : []) {
    entries.unshift([])
    blocks.unshift({ headings: [], body, spacing: 'loose' })
  }
  let first = 0
  return layOutMessages(blocks).map((message) => {
    const articles = entries.slice(first, first + message.blocks).flat()
    first += message.blocks
    return { html: message.html, articleIds: articles.map(({ id }) => id) }
  })
}

function overviewOf(sentences: string[], t: Translate): Fragment {
  const lines = sentences.map((sentence) => text(`\n• ${sentence}`))
  return concat(bold(text(t('digest-overview'))), ...lines)
}

/** The articles of each block of a day, in the order of `dayBlocks`. */
function dayArticles({ stories, columns }: DigestDay): Article[][] {
  return [...stories.map(({ lead, others }) => [lead, ...others]), ...columns.map((each) => [each])]
}

/** How a story is told: in which zone, with which mark before it, and the word for other sources. */
type Telling = { zone: string; mark: Fragment; also: string }

function dayBlocks(day: DigestDay, { zone, updates }: Digest, t: Translate): Block[] {
  const heading = bold(text(dayHeading(day.date, t('date-locale'))))
  const lane = bold(text(t('digest-columns')))
  return [
    ...day.stories.map((story, i): Block => {
      const leads = i < summarisedPerDay && story.lead.summary !== null
      const isUpdate = updates?.has(story.lead.id)
      const mark = isUpdate ? bold(text(`${t('digest-update')} `)) : text('')
      const telling = { zone, mark, also: t('digest-also') }
      return {
        headings: [heading],
        body: leads ? leadStory(story, telling) : headline(story, telling),
        spacing: leads || i === summarisedPerDay ? 'loose' : 'tight',
      }
    }),
    ...day.columns.map((column): Block => {
      return { headings: [heading, lane], body: columnEntry(column, t), spacing: 'loose' }
    }),
  ]
}

function leadStory(story: Story, { zone, mark, also }: Telling): Fragment {
  const { lead } = story
  return concat(
    mark,
    bold(titleLink(lead)),
    text(`\n${clip(lead.summary?.text ?? '', 600)}\n`),
    italic(text(`${clockTime(lead.publishedAt, zone)} · ${clip(lead.source, 60)}`)),
    sourcesOf(story, also),
  )
}

function headline(story: Story, { zone, mark, also }: Telling): Fragment {
  const { lead } = story
  return concat(
    text(`${clockTime(lead.publishedAt, zone)} `),
    mark,
    titleLink(lead),
    text(` · ${clip(lead.source, 60)}`),
    sourcesOf(story, also),
  )
}

/** Where else a story stands: ` · also Harbour Post, Record, +2`, each a link. */
function sourcesOf({ others }: Story, also: string): Fragment {
  const named = others.slice(0, mostSources)
  if (named.length === 0) return text('')
  const links = named.flatMap((article, i) => [
    text(i === 0 ? ` · ${also} ` : ', '),
    link(text(clip(article.source, 60)), article.url),
  ])
  const more = others.length - named.length
  return concat(...links, text(more > 0 ? `, +${more}` : ''))
}

function columnEntry(column: Article, t: Translate): Fragment {
  const standfirst = column.standfirst ?? column.summary?.text
  const { topic } = column
  return concat(
    bold(text(clip(column.author ?? column.source, 80))),
    text('\n'),
    titleLink(column),
    ...(standfirst ? [text('\n'), expandableQuote(text(clip(standfirst, 600)))] : []),
    ...(topic
      ? [text(`\n${t('digest-about')} `), link(text(clip(topic.title, 200)), topic.url)]
      : []),
  )
}

function titleLink(article: Article): Fragment {
  return link(text(clip(article.title, 300)), article.url)
}
