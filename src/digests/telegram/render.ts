import type { Article } from '../../domain/article.ts'
import { dayHeading, dayInWords, dayPart, publishedOn, shortDay } from '../../domain/calendar.ts'
import type { LinkPreview } from '../../domain/delivery.ts'
import {
  type Digest,
  type DigestDay,
  type Followed,
  isAlerted,
  type Story,
} from '../../domain/digest.ts'
import type { PictureSize } from '../../domain/picture.ts'
import type { Reason } from '../../domain/reason.ts'
import type { Translate } from '../../domain/translate.ts'
import { createObjectMemory } from '../../lib/memory.ts'
import { oneLine } from '../../text/controls.ts'
import { columnWords } from '../column-words.ts'
import { summarisedPerDay } from '../layout.ts'
import {
  bold,
  concat,
  expandableQuote,
  type Fragment,
  italic,
  link,
  text,
  verbatim,
} from './markup.ts'
import { marksOf, sourceOf } from './source-of.ts'
import { type Block, type Heading, layOutMessages } from './split.ts'
import { columnistLink, dotsTo, pageOf, storyLink } from './story-link.ts'
import { timeOf } from './time-of.ts'

/** How many outlets beside the first are named with a story. */
const mostSources = 2
/** How many further headlines of the same outlets stand under a story. */
const mostFurther = 2

/** A message in HTML, the numbers of the articles that it holds, and the page whose picture it shows. */
export type DigestMessage = {
  html: string
  articleIds: number[]
  linkPreview: LinkPreview | null
}

/** Messages in reading order, and the articles that no message can hold, with the reason. */
export type RenderedDigest = {
  messages: DigestMessage[]
  leftOut: { articleId: number; reason: Reason }[]
}

export type RenderOptions = {
  /** Words of our own that stand before all: commands in them can be tapped. */
  notice?: string | null
  /** What it is of, in foreign words, where it is not of all. */
  title?: string | null
  /** The last page of several says that it is. */
  isLast?: boolean
  /** The bot's own name, by which links lead to the pages of its stories. */
  botName?: string | null
  /** How large the picture of the first story is that is shown with its summary. */
  picture?: PictureSize
  /** How many articles were left out since they are muted, and the parameter of the link that shows them. */
  muted?: { count: number; link: string } | null
  /** It is told at once: at what time it came is what one looks for. */
  isAlert?: boolean
}

/** The digest as Telegram messages in HTML, each within Telegram's limits, in reading order. */
export function renderTelegram(digest: Digest, t: Translate): string[] {
  return renderMessages(digest, t).messages.map(({ html }) => html)
}

/**
 * The same with what each message holds. An entry that fits no
 * message is shown without its other sources, then without its summary, then by another source; one
 * that still fits none is left out.
 */
export function renderMessages(
  digest: Digest,
  t: Translate,
  {
    notice = null,
    title = null,
    isLast = false,
    botName = null,
    picture = 'off',
    muted = null,
    isAlert = false,
  }: RenderOptions = {},
): RenderedDigest {
  const apart = (form: () => Fragment): Entry => ({
    ...{ headings: [], forms: [form], spacing: 'loose', articles: [] },
  })
  const { head: counts } = digest
  const isReview = counts?.since != null
  const head = [
    ...(isReview ? [() => reviewHead(counts, t)] : []),
    ...(notice === null ? [] : [() => bold(verbatim(oneLine(notice, 300)))]),
    ...(title === null ? [] : [() => bold(text(oneLine(title, 300)))]),
  ].map(apart)
  const ofFirstDay = isReview ? { ...digest, head: undefined } : digest
  const end = [
    ...(isLast ? [() => italic(text(t('digest-end')))] : []),
    ...(muted && muted.count > 0 ? [() => mutedFoot(muted, botName, t)] : []),
  ].map(apart)
  const entries = [
    ...head,
    ...(digest.followed ? followedEntries(digest.followed, digest, { t, botName }, isAlert) : []),
    ...digest.days.flatMap((day, i) =>
      dayEntries(day, i === 0 ? ofFirstDay : { ...digest, head: undefined, overview: [] }, {
        t,
        botName,
      }),
    ),
    ...end,
  ]
  const articlesIn = (place: number) => entries[place]?.articles.map(({ id }) => id) ?? []
  const { messages, leftOut } = layOutMessages(entries)
  const preview = previewOf(digest, picture)
  const rendered = messages.map(({ html, blocks }, i) => ({
    html,
    articleIds: blocks.flatMap(articlesIn),
    linkPreview: i === 0 ? preview : null,
  }))
  return {
    // What stands at the head is nothing by itself.
    messages: rendered.some(({ articleIds }) => articleIds.length > 0) ? rendered : [],
    leftOut: leftOut.flatMap(({ block, reason }) =>
      articlesIn(block).map((articleId) => ({ articleId, reason })),
    ),
  }
}

/** The page of the first story that is shown with its summary. */
function previewOf({ days, leads }: Digest, size: PictureSize): LinkPreview | null {
  if (size === 'off') return null
  const stories = days.flatMap((day) => day.stories)
  const first = stories.find(({ lead }) => leads?.has(lead.id))
  return first ? { url: first.lead.url, size, above: true } : null
}

type Head = NonNullable<Digest['head']>

function headWords({ stories, minutes }: Head, t: Translate): string {
  return t('digest-head', { stories, minutes })
}

function reviewHead(head: Head, t: Translate): Fragment {
  const since = head.since ? dayInWords(head.since, t('date-locale')) : ''
  return concat(bold(text(t('digest-review', { since }))), text(` · ${headWords(head, t)}`))
}

function overviewOf(sentences: string[], t: Translate): () => Fragment {
  return () => {
    const lines = sentences.map((sentence) => text(`\n• ${oneLine(sentence, 300)}`))
    return concat(bold(text(t('digest-overview'))), ...lines)
  }
}

function mutedFoot(
  { count, link: parameter }: { count: number; link: string },
  botName: string | null,
  t: Translate,
): Fragment {
  const words = italic(text(t('digest-muted', { count })))
  if (botName === null) return words
  const show = link(t('digest-muted-show'), `https://t.me/${botName}?start=${parameter}`)
  return concat(words, text(' · '), show)
}

/** A block with the articles it speaks of. */
type Entry = Block & { articles: Article[] }

/**
 * What rendering a story needs: the zone, the words and the bot's name; the day under which it stands, or today
 * where it stands under none; of an update what was known; and whether the chat was told of it at once.
 */
type StoryContext = {
  zone: string
  under: Temporal.PlainDate | null
  before: string | null
  isTold: boolean
  /** Whether the page of what one outlet alone tells in one headline is led to by dots. */
  isDotted?: boolean
  t: Translate
  botName: string | null
}

function dayEntries(
  day: DigestDay,
  digest: Digest,
  context: Pick<StoryContext, 't' | 'botName'>,
): Entry[] {
  const { t } = context
  const { head } = digest
  const date = text(dayHeading(day.date, t('date-locale')))
  const heading: Heading = {
    ...bold(date),
    ...(head && { first: concat(bold(date), text(` · ${headWords(head, t)}`)) }),
  }
  return newsEntries(day, digest, { ...context, heading, under: day.date })
}

function newsEntries(
  day: Followed,
  { zone, updates, leads, alerted, overview = [] }: Digest,
  {
    t,
    botName,
    under,
    heading,
    lead = leadStory,
  }: Pick<StoryContext, 't' | 'botName' | 'under'> & { heading: Heading; lead?: RenderStory },
): Entry[] {
  const lane = bold(text(t('digest-columns')))
  const kept = [zone, under, botName].join('\n')
  const isLead = (place: number) => {
    const story = day.stories[place]
    if (!story || isAlerted(story, alerted)) return false
    const { lead } = story
    const isChosen = leads ? leads.has(lead.id) : place < summarisedPerDay
    return isChosen && lead.summary !== null
  }
  const stories = day.stories.map((story, i): Entry => {
    const before = updates?.get(story.lead.id) ?? null
    const render = isLead(i) ? lead : headline
    const isTold = isAlerted(story, alerted)
    return {
      headings: [heading],
      ...storyForms(story, render, { zone, under, before, isTold, t, botName }, kept),
      spacing: isLead(i) || isLead(i - 1) ? 'loose' : 'tight',
      articles: [story.lead, ...story.others, ...story.further],
    }
  })
  const leading = day.stories.findIndex((_, i) => !isLead(i))
  if (overview.length > 0) {
    const summary: Entry = {
      ...{ headings: [heading], forms: [overviewOf(overview, t)], spacing: 'loose', articles: [] },
    }
    stories.splice(leading === -1 ? stories.length : leading, 0, summary)
  }
  return [
    ...stories,
    ...day.columns.map((column): Entry => {
      if (alerted?.has(column.id)) {
        const forms = [() => toldColumn(column, t)]
        return { headings: [heading, lane], forms, spacing: 'loose', articles: [column] }
      }
      const withoutTopic = { ...column, topic: null }
      const bare = { ...withoutTopic, standfirst: null, summary: null }
      return {
        headings: [heading, lane],
        forms: [
          () => renderedBy(t)(column, '', () => columnEntry(column, t)),
          () => columnEntry(withoutTopic, t),
          () => columnEntry(bare, t),
        ],
        ...(botName !== null && {
          richer: [
            () => renderedBy(t)(column, botName, () => columnEntry(column, t, { botName })),
            () =>
              renderedBy(t)(column, `${botName}\nnamed`, () =>
                columnEntry(column, t, { botName, isNameLinked: true }),
              ),
          ],
        }),
        spacing: 'loose',
        articles: [column],
      }
    }),
  ]
}

/** What a chat follows, under a heading of its own, of any day. */
function followedEntries(
  { stories, columns }: Followed,
  digest: Digest,
  context: Pick<StoryContext, 't' | 'botName'>,
  isAlert: boolean,
): Entry[] {
  const heading = bold(text(context.t('digest-followed')))
  const { today = null } = digest
  return newsEntries(
    { stories, columns },
    { ...digest, overview: [] },
    { ...context, under: today, heading, lead: isAlert ? alertStory : leadStory },
  )
}

type RenderStory = (story: Story, context: StoryContext) => Fragment

type Rendered = ReturnType<typeof createObjectMemory<Story | Article, Fragment>>

/** The same stories and columns stand in many chats' digests: what was made of them is kept by language. */
const renderedIn = new WeakMap<Translate, Rendered>()

function renderedBy(t: Translate): Rendered {
  const known = renderedIn.get(t) ?? createObjectMemory()
  renderedIn.set(t, known)
  return known
}

/** The forms of a story; `kept` is what those that are kept depend on beside it, its update and its alert. */
function storyForms(
  story: Story,
  render: RenderStory,
  context: StoryContext,
  kept: string,
): Pick<Block, 'forms' | 'richer'> {
  const alone = (lead: Article): Story => ({ lead, others: [], further: [] })
  const { before, isTold, botName, t } = context
  const key = `${render.name} ${isTold} ${kept}\n${before}`
  const fullest = () => renderedBy(t)(story, key, () => render(story, context))
  const forms = [
    fullest,
    () => render({ ...story, further: [] }, context),
    () => render(alone(story.lead), context),
    ...[story.lead, ...story.others].map((lead) => () => headline(alone(lead), context)),
  ]
  const hasPage = pageOf(story.lead, botName) !== null
  if (!hasPage || story.others.length + story.further.length > 0) return { forms }
  const dotted = { ...context, isDotted: true }
  const richer = () => renderedBy(t)(story, `${key}\n…`, () => render(story, dotted))
  return { forms, richer: [richer] }
}

function leadStory(story: Story, context: StoryContext): Fragment {
  const { zone, t } = context
  return withSummary(story, partOf(story.lead, zone, t), context)
}

function alertStory(story: Story, context: StoryContext): Fragment {
  return withSummary(story, timeOf(story.lead, context.zone, ''), context)
}

function withSummary(story: Story, time: string, context: StoryContext): Fragment {
  const { t } = context
  const { lead } = story
  const when = withDay(time, lead, context)
  return concat(
    updateMark(context),
    bold(titleLink(lead)),
    beforeOf(context, '\n'),
    text(`\n${oneLine(lead.summary?.text ?? '', 600)}\n`),
    italic(text([when, sourceOf(lead, t)].filter(Boolean).join(' · '))),
    sourcesOf(story, context),
    furtherOf(story, context),
  )
}

function headline(story: Story, context: StoryContext): Fragment {
  const { zone, t } = context
  const { lead } = story
  const when = withDay(timeOf(lead, zone, ''), lead, context)
  return concat(
    text(when && `${when} `),
    text(context.isTold ? `${t('digest-alerted')} ` : ''),
    updateMark(context),
    titleLink(lead),
    text(` · ${sourceOf(lead, t)}`),
    sourcesOf(story, context),
    beforeOf(context, '\n  · '),
    furtherOf(story, context),
  )
}

function updateMark({ before, t }: StoryContext): Fragment {
  return before === null ? text('') : bold(text(`${t('digest-update')} `))
}

/** By which headline the reader knows the story, on a line of its own. */
function beforeOf({ before, t }: StoryContext, start: string): Fragment {
  if (before === null) return text('')
  return concat(text(start), italic(text(`${t('digest-before')} ${oneLine(before, 200)}`)))
}

/** Times in any order look like disorder: what leads a day says in which part of it it came. */
function partOf({ publishedAt, precision }: Article, zone: string, t: Translate): string {
  return precision === 'minute' ? t('digest-part', { part: dayPart(publishedAt, zone) }) : ''
}

/** When an article came, with its day where that is not the one under which it stands. */
function withDay(time: string, article: Article, { zone, under, t }: StoryContext): string {
  if (under === null) return time
  const day = publishedOn(article, zone)
  if (day.equals(under)) return time
  return [shortDay(day, t('date-locale')), time].filter(Boolean).join(', ')
}

/**
 * Where else a story stands: ` · also Harbour Post, Record +2`, each a link, the last or the first of
 * them to its own page. What has one outlet alone names that page.
 */
function sourcesOf(story: Story, { t, botName, isDotted }: StoryContext): Fragment {
  const { lead, others, further } = story
  const named = others.slice(0, mostSources)
  if (isDotted) return dotsTo(lead, botName)
  if (named.length === 0) {
    // With more headlines the last line leads there.
    const isLinked = further.length > 0 && further.length <= mostFurther && pageOf(lead, botName)
    return isLinked ? concat(text(' · '), storyLink(t('digest-whole'), lead, botName)) : text('')
  }
  const links = named.flatMap((article, i) => [
    text(i === 0 ? ' ' : ', '),
    link(oneLine(article.source, 60), article.url),
  ])
  const more = others.length - named.length
  const also = t('digest-also')
  return more > 0
    ? concat(text(` · ${also}`), ...links, text(' '), storyLink(`+${more}`, lead, botName))
    : concat(text(' · '), storyLink(also, lead, botName), ...links)
}

/** What more the same outlets say of a story, each on a line of its own. */
function furtherOf({ lead, further }: Story, { t, botName }: StoryContext): Fragment {
  const lines = further
    .slice(0, mostFurther)
    .flatMap((article) => [text('\n  · '), titleLink(article), text(marksOf(article, t))])
  const left = further.length - mostFurther
  if (left <= 0) return concat(...lines)
  const words = t('digest-further', { count: left })
  return concat(...lines, text('\n  · '), storyLink(words, lead, botName))
}

/** A column that the chat was told at once, in one line. */
function toldColumn(column: Article, t: Translate): Fragment {
  const { author, source } = column
  return concat(
    text(`${t('digest-alerted')} ${oneLine(author ?? source, 80)}: `),
    titleLink(column),
  )
}

/** With the bot's name, dots lead to the page of the column, and that of the author to what else they write if it is linked. */
function columnEntry(
  column: Article,
  t: Translate,
  {
    botName = null,
    isNameLinked = false,
  }: { botName?: string | null; isNameLinked?: boolean } = {},
): Fragment {
  const standfirst = columnWords(column)
  const { topic, author, source } = column
  const name = oneLine(author ?? source, 80)
  return concat(
    bold(columnistLink(name, column, isNameLinked ? botName : null)),
    text('\n'),
    titleLink(column),
    text(marksOf(column, t)),
    dotsTo(column, botName),
    ...(standfirst ? [text('\n'), expandableQuote(text(oneLine(standfirst, 600)))] : []),
    ...(topic ? [text(`\n${t('digest-about')} `), link(oneLine(topic.title, 200), topic.url)] : []),
  )
}

function titleLink({ title, url }: Article): Fragment {
  return link(oneLine(title, 300), url)
}
