import type { Api } from 'grammy'
import type { Translate } from '../domain/translate.ts'
import type { Command } from './command.ts'
import { allCommands, commandsFor } from './commands/all.ts'

/** Sets the command menu: the readers' in private chats, and all commands for each admin. */
export async function registerCommands(
  api: Api,
  admins: ReadonlySet<number>,
  t: Translate,
): Promise<void> {
  const menu = (commands: readonly Command[]) =>
    commands.map(({ name }) => ({ command: name, description: t(`command-${name}`) }))
  await api.setMyCommands(menu(commandsFor('reader')), { scope: { type: 'all_private_chats' } })
  for (const admin of admins) {
    // An admin who has never written to the bot has no chat yet: the menu comes with the next start.
    await api
      .setMyCommands(menu(allCommands), { scope: { type: 'chat', chat_id: admin } })
      .catch(() => {})
  }
}
