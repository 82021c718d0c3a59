import { InlineKeyboard } from 'grammy'
import { takeOutOfStory } from '../../editing/change-stories.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Takes articles out of a story to be one of their own, with a button that puts them back. */
export const splitstory: Command = {
  name: 'splitstory',
  audience: 'admin',
  async handle(ctx, { db, forgetStories }) {
    const input = ctx.match.trim()
    if (!/^\d{1,15}(\s+\d{1,15}){1,50}$/.test(input)) return say(ctx, 'splitstory-usage')
    const [story = 0, ...articles] = input.split(/\s+/).map(Number)
    const parting = await takeOutOfStory(db, story, articles)
    if (!parting) return say(ctx, 'splitstory-none')
    const { into, isNamed } = parting
    forgetStories()
    const undo = new InlineKeyboard().text(ctx.t('undo'), `undo-splitstory:${story}:${into}`)
    await say(ctx, isNamed ? 'splitstory-done' : 'splitstory-rest', { story, into }, undo)
  },
}
