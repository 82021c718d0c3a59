import { mayConfigure } from '../authority.ts'
import type { CourantContext } from '../context.ts'
import type { Guard } from '../routes.ts'
import { readNamedChannel } from '../subject.ts'

/** Lets everybody pass, but where it changes what a chat gets: there only the admins of the chat. */
export const chatAdminsForChanges: Guard = async (ctx, command) => {
  const { chat } = ctx
  // What comes of a press in a channel comes to all its readers.
  if (chat?.type === 'channel' && !(await mayConfigure(ctx, chat.id))) return 'chat-admins-only'
  if (!command.configures) return null
  if (command.name !== 'start') await readChannel(ctx)
  return (await mayConfigure(ctx, ctx.subject.chatId)) ? null : 'chat-admins-only'
}

/** Learns which channel a command in a private chat is about, and leaves its name out of the words. */
async function readChannel(ctx: CourantContext): Promise<void> {
  if (ctx.message?.chat.type !== 'private' || typeof ctx.match !== 'string') return
  const named = readNamedChannel(ctx.match)
  if (!named) return
  const channel = await ctx.api.getChat(named.name).catch(() => null)
  ctx.subject = { chatId: channel?.id ?? 0, threadId: null }
  ctx.match = named.rest
}
