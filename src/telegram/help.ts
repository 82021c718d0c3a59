import { commandsFor } from './all.ts'
import type { Command } from './command.ts'
import { asHtml, words } from './say.ts'

export const help: Command = {
  name: 'help',
  audience: 'reader',
  async handle(ctx, { admins }) {
    const list = (audience: Command['audience']) =>
      commandsFor(audience)
        .map(({ name }) => `/${name} · ${words(ctx, `command-${name}`)}`)
        .join('\n')
    const isAdmin = ctx.from !== undefined && admins.has(ctx.from.id)
    const text = ctx.t('help-text', { commands: list('reader') })
    const more = isAdmin ? `\n\n${ctx.t('help-admin', { commands: list('admin') })}` : ''
    await ctx.reply(text + more, asHtml)
  },
}
