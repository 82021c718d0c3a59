import type { Api } from 'grammy'
import type { Translate } from '../domain/translate.ts'
import { adminCommands } from './admins/commands.ts'
import type { Command } from './command.ts'
import { readerCommands } from './readers/commands.ts'

/** Sets the command menus: of readers, of groups and their admins, and all commands for each admin. */
export async function registerCommands(
  api: Api,
  admins: ReadonlySet<number>,
  t: Translate,
): Promise<void> {
  const menu = (commands: readonly Command[]) =>
    commands.map(({ name }) => ({ command: name, description: t(`command-${name}`) }))
  await api.setMyCommands(menu(readerCommands), { scope: { type: 'all_private_chats' } })
  const groups = readerCommands.filter(({ name }) => name !== 'connect')
  await api.setMyCommands(menu(groups.filter(({ configures }) => !configures)), {
    scope: { type: 'all_group_chats' },
  })
  await api.setMyCommands(menu(groups), { scope: { type: 'all_chat_administrators' } })
  for (const admin of admins) {
    // An admin who has never written to the bot has no chat yet; the next start sets the menu.
    await api
      .setMyCommands(menu([...readerCommands, ...adminCommands]), {
        scope: { type: 'chat', chat_id: admin },
      })
      .catch(() => {})
  }
}
