import { InlineKeyboard } from 'grammy'
import { bold, concat, type Fragment, link, text } from '../../digests/telegram/markup.ts'
import { marksOf, sourceOf } from '../../digests/telegram/source-of.ts'
import type { Block } from '../../digests/telegram/split.ts'
import { columnistLink, dotsTo } from '../../digests/telegram/story-link.ts'
import { timeOf } from '../../digests/telegram/time-of.ts'
import type { Article } from '../../domain/article.ts'
import { dayHeading, publishedOn } from '../../domain/calendar.ts'
import type { Translate } from '../../domain/translate.ts'
import { loadStory, type WholeStory } from '../../serving/load-story.ts'
import { oneLine } from '../../text/controls.ts'
import type { CourantContext } from '../context.ts'
import { say, sayList } from '../say.ts'
import type { Services } from '../services.ts'
import { ownSubject } from '../subject.ts'
import { saveButton } from './save-button.ts'
import { shareButton } from './share-button.ts'
import { stanceButtons } from './stance-buttons.ts'

/** The story that the words of a link name, as `storyLink` wrote them; null for other words. */
export function readStoryLink(words: string): number | null {
  const found = /^s_(\d{1,15})$/.exec(words.trim())
  return found ? Number(found[1]) : null
}

/**
 * Shows a story whole: its lead with the summary, how many outlets tell it, every headline under its day,
 * and the columns on it.
 */
export async function showStory(
  ctx: CourantContext,
  services: Services,
  storyId: number,
): Promise<void> {
  const story = await loadStory(services, ownSubject(ctx), storyId, ctx.t)
  if (!story) return say(ctx, 'story-none')
  const { zone, lead, others, columns } = story
  const { t } = ctx
  const apart = (...forms: Block['forms']): Block => ({ headings: [], forms, spacing: 'loose' })
  const line = (heading: string, forms: Block['forms']): Block => ({
    headings: [bold(text(heading))],
    forms,
    spacing: 'tight',
  })
  const ids = [lead, ...others].flatMap((article) => article.storyId ?? [])
  const ownId = lead.storyId ?? storyId
  const [follow, mute] = await stanceButtons(ctx, services, 'story', [ownId, ...ids])
  const buttons = new InlineKeyboard([
    [await saveButton(ctx, services, lead), ...(follow ? [follow] : [])],
    [...(mute ? [mute] : []), shareButton(ctx, `s_${ownId}`)],
  ])
  const blocks = [
    apart(
      () => leadOf(lead, zone, t),
      () => headline(lead, zone, t),
    ),
    apart(() => text(extentOf(story, t))),
    ...others.map((article) =>
      line(dayHeading(publishedOn(article, zone), t('date-locale')), [
        () => headline(article, zone, t),
        // An address that fits no message.
        () => text(oneLine(`${article.source}: ${article.title}`, 400)),
      ]),
    ),
    ...columns.map((column) =>
      line(t('digest-columns'), [
        () => columnLine(ctx, column),
        () => text(oneLine(`${column.author ?? column.source}: ${column.title}`, 400)),
      ]),
    ),
  ]
  await sayList(ctx, blocks, buttons)
}

/** How many outlets tell it, by how many headlines, on how many of the reader's days. */
function extentOf({ lead, others, zone }: WholeStory, t: Translate): string {
  const all = [lead, ...others]
  const countOf = (values: (string | number)[]) => new Set(values).size
  return t('story-extent', {
    outlets: countOf(all.map(({ feedId }) => feedId)),
    headlines: all.length,
    days: countOf(all.map((article) => publishedOn(article, zone).toString())),
  })
}

function leadOf(lead: Article, zone: string, t: Translate): Fragment {
  const day = dayHeading(publishedOn(lead, zone), t('date-locale'))
  return concat(
    bold(link(oneLine(lead.title, 300), lead.url)),
    text(lead.summary ? `\n${oneLine(lead.summary.text, 600)}` : ''),
    text(`\n${day} · ${timeOf(lead, zone, ' · ')}${sourceOf(lead, t)}`),
  )
}

function headline(article: Article, zone: string, t: Translate): Fragment {
  const { title, url } = article
  const words = `${timeOf(article, zone, ' ')}${sourceOf(article, t)}: `
  return concat(text(words), link(oneLine(title, 300), url))
}

/** A column, whose author's name leads to the page of what else they write, and dots to its own. */
function columnLine({ t, me }: CourantContext, column: Article): Fragment {
  const { author, source, title, url } = column
  return concat(
    columnistLink(oneLine(author ?? source, 80), column, me.username),
    text(': '),
    link(oneLine(title, 300), url),
    text(marksOf(column, t)),
    dotsTo(column, me.username),
  )
}
