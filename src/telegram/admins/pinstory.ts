import { findStory } from '../../store/story-account.ts'
import { pinStory } from '../../store/story-changes.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Puts a story at the head of its day; a second time takes the pin away. */
export const pinstory: Command = {
  name: 'pinstory',
  async handle(ctx, { db }) {
    const input = ctx.match.trim()
    if (!/^\d{1,15}$/.test(input)) return say(ctx, 'pinstory-usage')
    const story = await findStory(db, Number(input))
    if (!story) return say(ctx, 'why-none')
    await pinStory(db, story.id, { isPinned: !story.isPinned })
    await say(ctx, story.isPinned ? 'pinstory-undone' : 'pinstory-done', { id: story.id })
  },
}
