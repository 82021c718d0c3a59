import { bold, concat, type Fragment, italic, text } from '../../digests/markup.ts'
import { layOutMessages } from '../../digests/split.ts'
import { clip } from '../../domain/clip.ts'
import { type Columnist, listColumnists } from '../../store/columnists.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { asHtml, say } from '../say.ts'

/** Lists the columnists with their numbers, their columns, and what is known of them. */
export const columnists: Command = {
  name: 'columnists',
  audience: 'admin',
  async handle(ctx, { db }) {
    const all = await listColumnists(db)
    if (all.length === 0) return say(ctx, 'columnists-none')
    const heading = bold(text(ctx.t('columnists-title', { count: all.length })))
    const blocks = all.map((columnist) => ({
      headings: [heading],
      body: describe(ctx, columnist),
      spacing: 'loose' as const,
    }))
    for (const message of layOutMessages(blocks)) await ctx.reply(message.html, asHtml)
  },
}

function describe(ctx: CourantContext, { id, name, note, columns, others }: Columnist): Fragment {
  const also = others.map((other) => clip(other.name, 80)).join(', ')
  return concat(
    text(`${id}. `),
    bold(text(clip(name, 80))),
    text(` · ${ctx.t('columnists-columns', { count: columns })}`),
    ...(also ? [text(`\n${ctx.t('columnists-also', { names: also })}`)] : []),
    ...(note ? [text('\n'), italic(text(clip(note, 300)))] : []),
  )
}
