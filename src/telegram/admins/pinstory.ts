import { togglePin } from '../../editing/change-stories.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Pins a story to the top of its day; a second time unpins it. */
export const pinstory: Command = {
  name: 'pinstory',
  async handle(ctx, services) {
    const input = ctx.match.trim()
    if (!/^\d{1,15}$/.test(input)) return say(ctx, 'pinstory-usage')
    const pinned = await togglePin(services, Number(input))
    if (pinned === null) return say(ctx, 'why-none')
    const { id, isPinned } = pinned
    await say(ctx, isPinned ? 'pinstory-done' : 'pinstory-undone', { id })
  },
}
