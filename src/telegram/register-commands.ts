import type { Api, MiddlewareFn } from 'grammy'
import type { BotCommand } from 'grammy/types'
import type { Translate } from '../domain/translate.ts'
import { adminCommands } from './admins/commands.ts'
import { isAdmin } from './authority.ts'
import type { Command } from './command.ts'
import type { CourantContext } from './context.ts'
import { readerCommands } from './readers/commands.ts'

/** Sets the command menus: of readers, of groups and their admins, and all commands for each admin. */
export async function registerCommands(
  api: Api,
  admins: ReadonlySet<number>,
  t: Translate,
): Promise<void> {
  const menu = (commands: readonly Command[]) => menuOf(commands, t)
  await api.setMyCommands(menu(readerCommands), { scope: { type: 'all_private_chats' } })
  const groups = readerCommands.filter(({ name }) => name !== 'connect')
  await api.setMyCommands(menu(groups.filter(({ configures }) => !configures)), {
    scope: { type: 'all_group_chats' },
  })
  await api.setMyCommands(menu(groups), { scope: { type: 'all_chat_administrators' } })
  // An admin who has never written to the bot has no chat yet: their first message sets the menu.
  for (const admin of admins) await registerAdminMenu(api, admin, t)
}

/** Sends an admin the menu of all commands on their first message since the start. */
export function adminMenus(admins: ReadonlySet<number>): MiddlewareFn<CourantContext> {
  const registered = new Set<number>()
  return async (ctx, next) => {
    if (ctx.from && isAdmin(ctx, admins) && !registered.has(ctx.from.id)) {
      registered.add(ctx.from.id)
      await registerAdminMenu(ctx.api, ctx.from.id, ctx.t)
    }
    await next()
  }
}

/** In an admin's own chat; nothing comes of it where they have none. */
async function registerAdminMenu(api: Api, admin: number, t: Translate): Promise<void> {
  const scope = { type: 'chat', chat_id: admin } as const
  const menu = menuOf([...readerCommands, ...adminCommands], t)
  await api.setMyCommands(menu, { scope }).catch(() => {})
}

function menuOf(commands: readonly Command[], t: Translate): BotCommand[] {
  return commands.map(({ name }) => ({ command: name, description: t(`command-${name}`) }))
}
