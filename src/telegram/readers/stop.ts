import { unsubscribe } from '../../serving/subscribe.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** What people add to it without meaning anything else. */
const saysNothing = /^(?:now|please|it|all|зараз)?[.!]*$/i

export const stop: Command = {
  name: 'stop',
  configures: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    if (!saysNothing.test(input)) return say(ctx, 'stop-words', { input })
    const ended = await unsubscribe(services, ctx.subject)
    await say(ctx, ended ? 'stop-done' : 'stop-none')
  },
}
