import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Says the sender's own number, which ADMIN_IDS takes; who writes in the name of a chat has none here. */
export const id: Command = {
  name: 'id',
  async handle(ctx) {
    const { from, sender_chat } = ctx.message ?? {}
    if (!from || sender_chat) return say(ctx, 'private-only')
    await say(ctx, 'id-is', { id: String(from.id) })
  },
}
