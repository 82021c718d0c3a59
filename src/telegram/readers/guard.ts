import { mayConfigure } from '../authority.ts'
import type { CourantContext } from '../context.ts'
import type { Guard } from '../routes.ts'
import { readNamedChannel } from '../subject.ts'

/** Lets everybody pass; what changes a chat's digest is for the admins of the chat only. */
export const chatAdminsForChanges: Guard = async (ctx, command) => {
  const { chat } = ctx
  // A press in a channel sends something to all its readers.
  if (chat?.type === 'channel' && !(await mayConfigure(ctx, chat.id))) return 'chat-admins-only'
  if (!command.configures) return null
  if (command.name !== 'start') await readChannel(ctx)
  return (await mayConfigure(ctx, ctx.subject.chatId)) ? null : 'chat-admins-only'
}

/** Reads the channel that a command in a private chat names, and removes its name from the input. */
async function readChannel(ctx: CourantContext): Promise<void> {
  if (ctx.message?.chat.type !== 'private' || typeof ctx.match !== 'string') return
  const named = readNamedChannel(ctx.match)
  if (!named) return
  const channel = await ctx.api.getChat(named.name).catch(() => null)
  ctx.subject = { chatId: channel?.id ?? 0, threadId: null }
  ctx.match = named.rest
}
