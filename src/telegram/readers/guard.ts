import type { ChatFullInfo } from 'grammy/types'
import { noteChatAdmin } from '../../serving/chat-admins.ts'
import { mayConfigure } from '../authority.ts'
import type { CourantContext, Subject } from '../context.ts'
import type { Guard } from '../routes.ts'
import type { Services } from '../services.ts'
import { nameOfChannel, readNamedChannel } from '../subject.ts'

/**
 * Lets everybody pass, but for what is for private chats alone; what changes a chat's digest is for the
 * admins of the chat only.
 */
export const chatAdminsForChanges: Guard = async (ctx, command, services) => {
  const { chat } = ctx
  // Their buttons stand in private chats.
  if (command.isPrivate && !ctx.callbackQuery && chat?.type !== 'private') return 'private-only'
  // A press in a channel sends something to all its readers.
  const isForReaders = chat?.type !== 'channel' || command.answersChannels
  if (!isForReaders && !(await mayConfigure(ctx, chat.id))) return 'chat-admins-only'
  if (!command.configures) return null
  const isFound = command.name === 'start' || (await readChannel(ctx))
  if (!isFound) return 'connect-unknown'
  const { chatId } = ctx.subject
  if (!(await mayConfigure(ctx, chatId))) return 'chat-admins-only'
  if (chatId < 0) await noteConfigured(ctx, services, chatId)
  return null
}

/** Who writes as the group itself has no private chat that could list it. */
async function noteConfigured(
  { from, message }: CourantContext,
  services: Services,
  chatId: number,
): Promise<void> {
  if (from && !message?.sender_chat) await noteChatAdmin(services, { personId: from.id, chatId })
}

/**
 * Reads the channel, group or topic that a command in a private chat names, and removes its name from the input; or
 * learns what that of a button is called. False if it cannot be found.
 */
async function readChannel(ctx: CourantContext): Promise<boolean> {
  if (ctx.callbackQuery) {
    const { chatId } = ctx.subject
    if (chatId === ctx.chat?.id) return true
    const channel = await ctx.api.getChat(chatId).catch(() => null)
    if (channel) ctx.subject = { ...ctx.subject, ...subjectOf(ctx, channel, ctx.subject.threadId) }
    return true
  }
  if (ctx.message?.chat.type !== 'private' || typeof ctx.match !== 'string') return true
  const named = readNamedChannel(ctx.match)
  if (!named) return true
  const channel = await ctx.api.getChat(named.name).catch(() => null)
  if (!channel) return false
  ctx.subject = subjectOf(ctx, channel, named.threadId)
  ctx.match = named.rest
  return true
}

function subjectOf({ t }: CourantContext, channel: ChatFullInfo, threadId: number | null): Subject {
  const { id: chatId, title = '' } = channel
  const name = nameOfChannel(channel)
  if (threadId === null) return { chatId, threadId, channel: { title, name } }
  const titleOfTopic = t('chats-topic', { title, topic: String(threadId) })
  return { chatId, threadId, channel: { title: titleOfTopic, name: `${name}/${threadId}` } }
}
