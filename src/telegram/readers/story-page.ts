import { bold, concat, type Fragment, link, text } from '../../digests/telegram/markup.ts'
import { sourceOf } from '../../digests/telegram/source-of.ts'
import { timeOf } from '../../digests/telegram/time-of.ts'
import type { Article } from '../../domain/article.ts'
import { dayHeading, dayOf } from '../../domain/calendar.ts'
import type { Translate } from '../../domain/translate.ts'
import { loadStory } from '../../serving/load-story.ts'
import { oneLine } from '../../text/controls.ts'
import type { CourantContext } from '../context.ts'
import { say, sayList } from '../say.ts'
import type { Services } from '../services.ts'

/** The story that the words of a link name, as `storyLink` wrote them; null for other words. */
export function readStoryLink(words: string): number | null {
  const found = /^s_(\d{1,15})$/.exec(words.trim())
  return found ? Number(found[1]) : null
}

/** Shows every article of a story: its lead with the summary, then every headline by days. */
export async function showStory(
  ctx: CourantContext,
  services: Services,
  storyId: number,
): Promise<void> {
  const story = await loadStory(services, ctx.chat?.id ?? 0, storyId)
  const [lead, ...others] = story?.articles ?? []
  if (!story || !lead) return say(ctx, 'story-none')
  const { zone } = story
  await sayList(ctx, [
    {
      headings: [],
      forms: [() => leadOf(lead, zone, ctx.t), () => headline(lead, zone, ctx.t)],
      spacing: 'loose',
    },
    ...others.map((article) => ({
      headings: [bold(text(dayHeading(dayOf(article.publishedAt, zone), ctx.t('date-locale'))))],
      // An address that fits no message.
      forms: [
        () => headline(article, zone, ctx.t),
        () => text(oneLine(`${article.source}: ${article.title}`, 400)),
      ],
      spacing: 'tight' as const,
    })),
  ])
}

function leadOf(lead: Article, zone: string, t: Translate): Fragment {
  return concat(
    bold(link(oneLine(lead.title, 300), lead.url)),
    text(lead.summary ? `\n${oneLine(lead.summary.text, 600)}` : ''),
    text(`\n${timeOf(lead, zone, ' · ')}${sourceOf(lead, t)}`),
  )
}

function headline(article: Article, zone: string, t: Translate): Fragment {
  const { title, url } = article
  const words = `${timeOf(article, zone, ' ')}${sourceOf(article, t)}: `
  return concat(text(words), link(oneLine(title, 300), url))
}
