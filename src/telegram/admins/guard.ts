import { isAdmin } from '../authority.ts'
import type { Guard } from '../routes.ts'

/**
 * Lets only the bot's admins pass, and only in their private chats. Who writes to the bot alone is told
 * their number, by which they can be made one.
 */
export const adminsOnly: Guard = async (ctx, _command, { admins }) => {
  const isPrivate = ctx.chat?.type === 'private'
  if (isAdmin(ctx, admins)) return isPrivate ? null : 'private-only'
  return isPrivate && ctx.message ? 'not-admin-but' : 'not-admin'
}
