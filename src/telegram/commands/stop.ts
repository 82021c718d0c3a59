import { endSubscription } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

export const stop: Command = {
  name: 'stop',
  audience: 'reader',
  async handle(ctx, { db, now }) {
    const ended = await endSubscription(db, ctx.chat.id, 'stopped by the reader', now())
    await say(ctx, ended ? 'stop-done' : 'stop-none')
  },
}
