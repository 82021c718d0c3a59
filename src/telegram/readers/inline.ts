import type { Filter } from 'grammy'
import type { InlineQueryResultArticle } from 'grammy/types'
import { bold, concat, italic, link, text } from '../../digests/telegram/markup.ts'
import { tellerOf } from '../../digests/telegram/source-of.ts'
import { layOutMessages } from '../../digests/telegram/split.ts'
import { storyLink } from '../../digests/telegram/story-link.ts'
import type { Article } from '../../domain/article.ts'
import { chatItself } from '../../domain/subscription.ts'
import { languageOf, type Translate } from '../../domain/translate.ts'
import { firstStories, type StoryPage } from '../../serving/first-stories.ts'
import { loadColumn } from '../../serving/load-column.ts'
import { loadStory } from '../../serving/load-story.ts'
import { type NoPage, searchUnmuted } from '../../serving/search-unmuted.ts'
import { oneLine } from '../../text/controls.ts'
import type { CourantContext } from '../context.ts'
import type { Services } from '../services.ts'
import { readColumnLink } from './column-page.ts'
import { readStoryLink } from './story-page.ts'

/** For so long Telegram answers the same person's same question itself. */
const keptSeconds = 30

/**
 * Answers `@bot words` in any chat: with what the archive has, without words with the first stories of
 * the asker's own paper, and with a story or a column that its page shares.
 */
export async function answerInline(
  ctx: Filter<CourantContext, 'inline_query'>,
  services: Services,
): Promise<void> {
  const { offset } = ctx.inlineQuery
  const page = await pageFor(ctx, services)
  if (page.kind !== 'page') return sayInline(ctx, `inline-${page.kind}`)
  if (page.stories.length === 0 && offset === '') return sayInline(ctx, 'inline-empty')
  const botName = services.botName?.() ?? null
  const results = page.stories.flatMap((story) => result(story, page.zone, botName, ctx.t) ?? [])
  await ctx.answerInlineQuery(results, {
    cache_time: keptSeconds,
    is_personal: true,
    next_offset: page.next ?? '',
  })
}

/** Says something in place of results; pressing it leads to the bot's own chat, where one can search. */
export async function sayInline(ctx: CourantContext, key: string): Promise<void> {
  await ctx.answerInlineQuery([], {
    cache_time: 0,
    is_personal: true,
    button: { text: ctx.t(key), start_parameter: 'search' },
  })
}

async function pageFor(
  { inlineQuery: { query, offset, from }, t }: Filter<CourantContext, 'inline_query'>,
  services: Services,
): Promise<StoryPage | NoPage> {
  const asked = query.trim()
  if (asked === '') return firstStories(services, chatItself(from.id), offset, languageOf(t))
  const columnId = readColumnLink(asked)
  if (columnId !== null) {
    const found = await loadColumn(services, chatItself(from.id), columnId, t)
    if (!found) return { kind: 'nothing' }
    const stories = [{ article: found.column, others: 0 }]
    return { kind: 'page', zone: found.zone, stories, next: null }
  }
  const storyId = readStoryLink(asked)
  if (storyId === null) {
    // It can be forged.
    const isNumber = offset === '' || /^\d{1,6}$/.test(offset)
    return isNumber
      ? searchUnmuted(services, chatItself(from.id), asked, Number(offset))
      : { kind: 'nothing' }
  }
  const story = await loadStory(services, chatItself(from.id), storyId, t)
  if (!story) return { kind: 'nothing' }
  const { zone, lead, others } = story
  const outlets = new Set([lead, ...others].map(({ feedId }) => feedId))
  return { kind: 'page', zone, stories: [{ article: lead, others: outlets.size - 1 }], next: null }
}

/** What is shown of a story, and the message that it becomes; null if it fits none. */
function result(
  { article, others }: StoryPage['stories'][number],
  zone: string,
  botName: string | null,
  t: Translate,
): InlineQueryResultArticle | null {
  const title = oneLine(article.title, 300)
  const { name, rest } = tellerOf(article, t)
  const place = `${whenIn(article, zone, t)} · ${name}${rest}`
  const more = storyLink(t('search-sources', { count: others }), article, botName)
  const below = concat(text('\n'), italic(text(place)), ...(others > 0 ? [text(' '), more] : []))
  const forms = [
    () => concat(bold(link(title, article.url)), below),
    // An address that fits no message.
    () => concat(bold(text(title)), below),
  ]
  const [message] = layOutMessages([{ headings: [], forms, spacing: 'loose' }]).messages
  if (!message) return null
  return {
    type: 'article',
    id: `article-${article.id}`,
    title: oneLine(article.title, 200),
    description: place,
    input_message_content: { message_text: message.html, parse_mode: 'HTML' },
  }
}

/** When it was published. Whoever reads it may live elsewhere, so a time bears its zone. */
function whenIn({ publishedAt, precision }: Article, zone: string, t: Translate): string {
  return publishedAt
    .toZonedDateTimeISO(precision === 'day' ? 'UTC' : zone)
    .toLocaleString(t('date-locale'), {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      ...(precision === 'minute' && { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }),
    })
}
