import { bold, concat, type Fragment, italic, text } from '../../digests/telegram/markup.ts'
import { type Columnist, listColumnists } from '../../editing/columnists.ts'
import { oneLine } from '../../text/controls.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { say, sayList } from '../say.ts'
import type { Services } from '../services.ts'

/** Lists the columnists with their numbers, their columns, and what is known of them. */
export const columnists: Command = {
  name: 'columnists',
  handle: showAll,
  buttons: [
    {
      pattern: /^show:columnists$/,
      async handle(ctx, services) {
        await ctx.answerCallbackQuery()
        await showAll(ctx, services)
      },
    },
  ],
}

async function showAll(ctx: CourantContext, services: Services): Promise<void> {
  const all = await listColumnists(services)
  if (all.length === 0) return say(ctx, 'columnists-none')
  const heading = bold(text(ctx.t('columnists-title', { count: all.length })))
  const blocks = all.map((columnist) => ({
    headings: [heading],
    forms: [() => describe(ctx, columnist)],
    spacing: 'loose' as const,
  }))
  await sayList(ctx, blocks)
}

const mostNames = 10

function describe(ctx: CourantContext, { id, name, note, columns, others }: Columnist): Fragment {
  const also = others
    .slice(0, mostNames)
    .map((other) => oneLine(other.name, 80))
    .join(', ')
  return concat(
    text(`${id}. `),
    bold(text(oneLine(name, 80))),
    text(` · ${ctx.t('columnists-columns', { count: columns })}`),
    ...(also ? [text(`\n${ctx.t('columnists-also', { names: also })}`)] : []),
    ...(note ? [text('\n'), italic(text(oneLine(note, 300)))] : []),
  )
}
