import { InlineKeyboard } from 'grammy'
import { joinStories, separateStories } from '../../editing/change-stories.ts'
import type { Command } from '../command.ts'
import { expired, freshStory } from '../presses.ts'
import { editInPlace, say, words } from '../say.ts'

/** Merges two stories, with a button that undoes it. */
export const mergestories: Command = {
  name: 'mergestories',
  async handle(ctx, services) {
    const [, first, second] = /^(\d{1,15})\s+(\d{1,15})$/.exec(ctx.match.trim()) ?? []
    const [from, into] = [Number(first), Number(second)]
    if (!first || !second || from === into) return say(ctx, 'mergestories-usage')
    if (!(await joinStories(services, { from, into }))) return say(ctx, 'why-none')
    const undo = new InlineKeyboard().text(ctx.t('undo'), `undo-mergestories:${from}:${into}`)
    await say(ctx, 'mergestories-done', { from: String(from), into: String(into) }, undo)
  },
  buttons: [
    {
      pattern: /^undo-mergestories:(\d{1,15}):(\d{1,15})$/,
      async handle(ctx, services) {
        const [from, into] = [Number(ctx.match[1]), Number(ctx.match[2])]
        if (!(await separateStories(services, { from, into })))
          return expired(ctx, 'undo-gone', freshStory(into))
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, words(ctx, 'mergestories-undone', { from, into }))
      },
    },
  ],
}
