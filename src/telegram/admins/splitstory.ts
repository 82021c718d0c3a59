import { InlineKeyboard } from 'grammy'
import { joinStories, takeOutOfStory } from '../../editing/change-stories.ts'
import type { Command } from '../command.ts'
import { expired, freshStory } from '../presses.ts'
import { editInPlace, say, words } from '../say.ts'

/** Splits articles from a story into a new one, with a button that undoes it. */
export const splitstory: Command = {
  name: 'splitstory',
  async handle(ctx, services) {
    const input = ctx.match.trim()
    if (!/^\d{1,15}(\s+\d{1,15}){1,50}$/.test(input)) return say(ctx, 'splitstory-usage')
    const [story = 0, ...articles] = input.split(/\s+/).map(Number)
    const split = await takeOutOfStory(services, story, articles)
    if (!split) return say(ctx, 'splitstory-none')
    const { into, isNamed } = split
    const undo = new InlineKeyboard().text(ctx.t('undo'), `undo-splitstory:${story}:${into}`)
    await say(ctx, isNamed ? 'splitstory-done' : 'splitstory-rest', { story, into }, undo)
  },
  buttons: [
    {
      pattern: /^undo-splitstory:(\d{1,15}):(\d{1,15})$/,
      async handle(ctx, services) {
        const [story, from] = [Number(ctx.match[1]), Number(ctx.match[2])]
        if (!(await joinStories(services, { from, into: story })))
          return expired(ctx, 'undo-gone', freshStory(story))
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, words(ctx, 'splitstory-undone', { story }))
      },
    },
  ],
}
