import { isAdmin } from '../authority.ts'
import type { Command } from '../command.ts'
import { asHtml, words } from '../say.ts'

/** Lists the commands. Those for readers come as a function, since /help is one of them. */
export function createHelp(
  forReaders: () => readonly Command[],
  forAdmins: readonly Command[],
): Command {
  return {
    name: 'help',
    async handle(ctx, { admins }) {
      const list = (commands: readonly Command[]) =>
        commands.map(({ name }) => `/${name} · ${words(ctx, `command-${name}`)}`).join('\n')
      const text = ctx.t('help-text', { commands: list(forReaders()) })
      const more = isAdmin(ctx, admins)
        ? `\n\n${ctx.t('help-admin', { commands: list(forAdmins) })}`
        : ''
      await ctx.reply(text + more, asHtml)
    },
  }
}
