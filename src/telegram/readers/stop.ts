import { unsubscribe } from '../../serving/subscribe.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

export const stop: Command = {
  name: 'stop',
  configures: true,
  async handle(ctx, services) {
    const ended = await unsubscribe(services, ctx.subject.chatId)
    await say(ctx, ended ? 'stop-done' : 'stop-none')
  },
}
