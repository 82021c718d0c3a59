import { stoppedByReader } from '../../domain/subscription.ts'
import { endSubscription } from '../../store/subscriptions.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

export const stop: Command = {
  name: 'stop',
  configures: true,
  async handle(ctx, { db, now }) {
    const ended = await endSubscription(db, ctx.subject.chatId, stoppedByReader, now())
    await say(ctx, ended ? 'stop-done' : 'stop-none')
  },
}
