import { InlineKeyboard } from 'grammy'
import { columnWords } from '../../digests/column-words.ts'
import { bold, concat, type Fragment, link, text } from '../../digests/telegram/markup.ts'
import { sourceOf } from '../../digests/telegram/source-of.ts'
import { columnistLink } from '../../digests/telegram/story-link.ts'
import { timeOf } from '../../digests/telegram/time-of.ts'
import type { Article } from '../../domain/article.ts'
import { dayHeading, publishedOn } from '../../domain/calendar.ts'
import { loadColumn } from '../../serving/load-column.ts'
import { oneLine } from '../../text/controls.ts'
import type { CourantContext } from '../context.ts'
import { say, sayList } from '../say.ts'
import type { Services } from '../services.ts'
import { ownSubject } from '../subject.ts'
import { saveButton } from './save-button.ts'
import { shareButton } from './share-button.ts'
import { stanceButtons } from './stance-buttons.ts'

/** The column that the words of a link name, as `pageName` wrote them; null for other words. */
export function readColumnLink(words: string): number | null {
  const found = /^c_(\d{1,15})$/.exec(words.trim())
  return found ? Number(found[1]) : null
}

/** Shows a column: who writes, what, where and on which story, to be saved and shared, and its columnist to be followed or muted. */
export async function showColumn(
  ctx: CourantContext,
  services: Services,
  articleId: number,
): Promise<void> {
  const found = await loadColumn(services, ownSubject(ctx), articleId, ctx.t)
  if (!found) return say(ctx, 'column-none')
  const { column, zone } = found
  const { columnistId } = column
  const stances =
    columnistId === null
      ? []
      : await stanceButtons(ctx, services, 'columnist', [columnistId], 'column')
  const rows = [
    [await saveButton(ctx, services, column), shareButton(ctx, `c_${column.id}`)],
    stances,
  ]
  const forms = [
    () => columnOf(ctx, column, zone, link(oneLine(column.title, 300), column.url)),
    // An address that fits no message.
    () => columnOf(ctx, { ...column, topic: null }, zone, text(oneLine(column.title, 300))),
  ]
  const buttons = new InlineKeyboard(rows.filter((row) => row.length > 0))
  await sayList(ctx, [{ headings: [], forms, spacing: 'loose' }], buttons)
}

function columnOf(
  { t, me }: CourantContext,
  column: Article,
  zone: string,
  title: Fragment,
): Fragment {
  const { author, source, topic } = column
  const words = columnWords(column)
  const day = dayHeading(publishedOn(column, zone), t('date-locale'))
  return concat(
    bold(columnistLink(oneLine(author ?? source, 80), column, me.username)),
    text('\n'),
    bold(title),
    text(words ? `\n${oneLine(words, 600)}` : ''),
    ...(topic ? [text(`\n${t('digest-about')} `), link(oneLine(topic.title, 200), topic.url)] : []),
    text(`\n${day} · ${timeOf(column, zone, ' · ')}${sourceOf(column, t)}`),
  )
}
