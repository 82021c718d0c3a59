import type { BotCommand } from 'grammy/types'
import { badRequest } from '../api-error.ts'
import { isAdmin } from '../members.ts'
import type { ParamSpec, Params } from '../params.ts'
import type { State } from '../state.ts'
import { languageCode } from './language-code.ts'
import { type Method, record } from './method.ts'

const place: ParamSpec = { scope: 'json', language_code: 'string' }

export const setMyCommands: Method = {
  params: { ...place, commands: 'json!' },
  run(state, params) {
    if (!Array.isArray(params.commands)) throw badRequest("can't parse commands: expected an Array")
    if (params.commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
    state.commands.set(keyOf(state, params), params.commands.map(readCommand))
    state.emit({ kind: 'commands' })
    return true
  },
}

export const getMyCommands: Method = {
  params: place,
  run: (state, params) => state.commands.get(keyOf(state, params)) ?? [],
}

export const deleteMyCommands: Method = {
  params: place,
  run(state, params) {
    state.commands.delete(keyOf(state, params))
    state.emit({ kind: 'commands' })
    return true
  },
}

/**
 * The menu in a private chat or a group: the narrowest scope wins, in it the person's language
 * (https://core.telegram.org/bots/api#determining-list-of-commands).
 */
export function menuFor(state: State, userId: number, chatId: number): readonly BotCommand[] {
  const person = state.chats.get(userId)
  const language = (person?.type === 'private' && person.user.language_code) || ''
  const chat = state.chats.get(chatId)
  const scopes =
    chat && chat.type !== 'private'
      ? [
          ...(isAdmin(chat.members.get(userId))
            ? [`chat_administrators ${chatId}`, `chat ${chatId}`, 'all_chat_administrators']
            : [`chat ${chatId}`]),
          ...['all_group_chats', 'default'],
        ]
      : [`chat ${userId}`, 'all_private_chats', 'default']
  for (const scope of scopes) {
    const menu = state.commands.get(`${scope}|${language}`) ?? state.commands.get(`${scope}|`)
    if (menu) return menu
  }
  return []
}

const scopeTypes =
  /^(default|all_private_chats|all_group_chats|all_chat_administrators|chat|chat_administrators|chat_member)$/

function keyOf(state: State, params: Params): string {
  const { type = 'default', chat_id: chatId } = record(params, 'scope')
  if (!scopeTypes.test(String(type)))
    throw badRequest("can't parse BotCommandScope: unsupported type")
  const language = languageCode(params)
  if (!String(type).startsWith('chat')) return `${type}|${language}`
  if (!state.chats.has(Number(chatId))) throw badRequest('chat not found')
  return `${type} ${chatId}|${language}`
}

function readCommand(entry: unknown): BotCommand {
  const { command, description, is_ephemeral: isEphemeral } = Object(entry)
  const name = String(command).replace(/^\//, '')
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID')
  const words = typeof description === 'string' ? description.trim() : ''
  if (words.length < 1 || words.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  if (isEphemeral !== undefined && typeof isEphemeral !== 'boolean') {
    throw badRequest('field "is_ephemeral" must be of type Boolean')
  }
  return { command: name, description: words, ...(isEphemeral && { is_ephemeral: true }) }
}
