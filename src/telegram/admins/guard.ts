import { isAdmin } from '../authority.ts'
import type { Guard } from '../routes.ts'

/** Lets only the bot's admins pass, and only in their private chats. */
export const adminsOnly: Guard = async (ctx, _command, { admins }) => {
  if (!isAdmin(ctx, admins)) return 'not-admin'
  return ctx.chat?.type === 'private' ? null : 'private-only'
}
