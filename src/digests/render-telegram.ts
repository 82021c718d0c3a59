import type { Article } from '../domain/article.ts'
import { clockTime, dayHeading } from '../domain/calendar.ts'
import { clip } from '../domain/clip.ts'
import type { Digest, DigestDay, Story } from '../domain/digest.ts'
import type { Translate } from '../domain/translate.ts'
import { bold, concat, expandableQuote, type Fragment, italic, link, text } from './markup.ts'
import { type Block, layOutMessages } from './split.ts'

/** How many stories at the head of a day are told with a summary. */
export const summarisedPerDay = 3

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
  const blocks = digest.days.flatMap((day) => dayBlocks(day, digest.zone, t))
  if (notice !== null && blocks.length > 0) {
    entries.unshift([])
    blocks.unshift({ headings: [], body: bold(text(notice)), spacing: 'loose' })
  }
  let first = 0
  return layOutMessages(blocks).map((message) => {
    const articles = entries.slice(first, first + message.blocks).flat()
    first += message.blocks
    return { html: message.html, articleIds: articles.map(({ id }) => id) }
  })
}

/** The articles of each block of a day, in the order of `dayBlocks`. */
function dayArticles({ stories, columns }: DigestDay): Article[][] {
  return [...stories.map(({ lead, others }) => [lead, ...others]), ...columns.map((each) => [each])]
}

function dayBlocks(day: DigestDay, zone: string, t: Translate): Block[] {
  const heading = bold(text(dayHeading(day.date, t('date-locale'))))
  const lane = bold(text(t('digest-columns')))
  return [
    ...day.stories.map((story, i): Block => {
      const leads = i < summarisedPerDay && story.lead.summary !== null
      return {
        headings: [heading],
        body: leads ? leadStory(story, zone) : headline(story, zone),
        spacing: leads || i === summarisedPerDay ? 'loose' : 'tight',
      }
    }),
    ...day.columns.map((column): Block => {
      return { headings: [heading, lane], body: columnEntry(column), spacing: 'loose' }
    }),
  ]
}

function leadStory({ lead }: Story, zone: string): Fragment {
  return concat(
    bold(titleLink(lead)),
    text(`\n${clip(lead.summary?.text ?? '', 600)}\n`),
    italic(text(`${clockTime(lead.publishedAt, zone)} · ${clip(lead.source, 60)}`)),
  )
}

function headline({ lead }: Story, zone: string): Fragment {
  return concat(
    text(`${clockTime(lead.publishedAt, zone)} `),
    titleLink(lead),
    text(` · ${clip(lead.source, 60)}`),
  )
}

function columnEntry(column: Article): Fragment {
  const standfirst = column.standfirst ?? column.summary?.text
  return concat(
    bold(text(clip(column.author ?? column.source, 80))),
    text('\n'),
    titleLink(column),
    ...(standfirst ? [text('\n'), expandableQuote(text(clip(standfirst, 600)))] : []),
  )
}

function titleLink(article: Article): Fragment {
  return link(text(clip(article.title, 300)), article.url)
}
