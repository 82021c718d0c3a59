import type { Api, MiddlewareFn } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import { fallbackLanguage } from '../domain/language.ts'
import type { Translate, TranslateInto } from '../domain/translate.ts'
import { adminCommands } from './admins/commands.ts'
import { isAdmin } from './authority.ts'
import type { Command } from './command.ts'
import type { CourantContext } from './context.ts'
import { toldLanguage } from './language.ts'
import { readerCommands } from './readers/commands.ts'
import type { Services } from './services.ts'
import { type InLanguage, inEachLanguage } from './told-languages.ts'

const groupCommands = readerCommands.filter(({ isPrivate }) => !isPrivate)

/** The menus of readers, of groups and of their admins. */
const menus: readonly { scope: BotCommandScope; commands: readonly Command[] }[] = [
  { scope: { type: 'all_private_chats' }, commands: readerCommands },
  {
    scope: { type: 'all_group_chats' },
    commands: groupCommands.filter(({ configures }) => !configures),
  },
  { scope: { type: 'all_chat_administrators' }, commands: groupCommands },
]

/** In a group, only the bot hears what does not change its digest, and only who asks sees the answer. */
function menuIn(scope: BotCommandScope, commands: readonly Command[], t: Translate): BotCommand[] {
  const isOfGroups = scope.type !== 'all_private_chats'
  return commands.map((command) => ({
    ...entryOf(command, t),
    ...(isOfGroups && !command.configures && { is_ephemeral: true }),
  }))
}

export type Menus = {
  languages: readonly string[]
  translateInto: TranslateInto
  admins: ReadonlySet<number>
  /** The words for a person. */
  wordsFor: (personId: number) => Promise<Translate>
}

/**
 * Sets the command menus in each language of an app, where they have changed, and that of all commands
 * for each admin.
 */
export async function registerCommands(
  api: Api,
  { languages, translateInto, admins, wordsFor }: Menus,
): Promise<void> {
  for (const { language, code } of inEachLanguage(languages)) {
    for (const { scope, commands } of menus) {
      await setMenu(api, menuIn(scope, commands, translateInto(language)), { scope, ...code })
    }
  }
  // An admin who has never written to the bot has no chat yet: their first message sets the menu.
  for (const admin of admins) await setAdminMenu(api, admin, await wordsFor(admin))
}

async function setMenu(
  api: Api,
  menu: readonly BotCommand[],
  place: { scope: BotCommandScope } & InLanguage['code'],
): Promise<void> {
  const known = await api.getMyCommands(place)
  if (JSON.stringify(known.map(contentOf)) === JSON.stringify(menu.map(contentOf))) return
  await api.setMyCommands(menu, place)
}

function contentOf({ command, description, is_ephemeral: isEphemeral = false }: BotCommand) {
  return [command, description, isEphemeral]
}

/**
 * Shows a menu of their own, in their chat, to admins, and to those who speak another language with the
 * bot than with their app; again when they choose another.
 */
export function ownMenus({ admins, ...services }: Services): MiddlewareFn<CourantContext> {
  const shown = new Map<number, string>()
  const show = async (ctx: CourantContext) => {
    const { from, language } = ctx
    if (!from) return
    const told = toldLanguage(ctx, services) ?? fallbackLanguage
    const isTrusted = isAdmin(ctx, admins)
    if ((shown.get(from.id) ?? (isTrusted ? null : told)) === language) return
    shown.set(from.id, language)
    if (isTrusted) await setAdminMenu(ctx.api, from.id, ctx.t)
    else await setReaderMenu(ctx, from.id, { isOfApp: told === language })
  }
  return async (ctx, next) => {
    await show(ctx)
    await next()
    await show(ctx)
  }
}

async function setReaderMenu(
  { api, t }: CourantContext,
  personId: number,
  { isOfApp }: { isOfApp: boolean },
): Promise<void> {
  const scope = { type: 'chat', chat_id: personId } as const
  const setting = isOfApp
    ? api.deleteMyCommands({ scope })
    : api.setMyCommands(menuOf(readerCommands, t), { scope })
  await setting.catch(() => {})
}

/** In an admin's own chat; nothing comes of it where they have none. */
async function setAdminMenu(api: Api, admin: number, t: Translate): Promise<void> {
  const scope = { type: 'chat', chat_id: admin } as const
  const menu = menuOf([...readerCommands, ...adminCommands], t)
  await api.setMyCommands(menu, { scope }).catch(() => {})
}

function menuOf(commands: readonly Command[], t: Translate): BotCommand[] {
  return commands.map((command) => entryOf(command, t))
}

function entryOf({ name }: Command, t: Translate): BotCommand {
  return { command: name, description: t(`command-${name}`) }
}
