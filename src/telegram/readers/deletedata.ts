import { InlineKeyboard } from 'grammy'
import { deletePerson } from '../../serving/personal-data.ts'
import type { Command } from '../command.ts'
import { expired } from '../presses.ts'
import { editInPlace, say, words } from '../say.ts'

/** Deletes all that is kept of the person who asks, once they have confirmed it. */
export const deletedata: Command = {
  name: 'deletedata',
  isPrivate: true,
  async handle(ctx) {
    const keyboard = new InlineKeyboard()
      .text(ctx.t('deletedata-button-yes'), 'deletedata:yes')
      .text(ctx.t('deletedata-button-no'), 'deletedata:no')
    await say(ctx, 'deletedata-sure', {}, keyboard)
  },
  buttons: [
    {
      pattern: /^deletedata:(yes|no)$/,
      async handle(ctx, services) {
        if (ctx.chat?.type !== 'private') return expired(ctx)
        const isSure = ctx.match[1] === 'yes'
        if (isSure) await deletePerson(services, ctx.from.id)
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, words(ctx, isSure ? 'deletedata-done' : 'deletedata-not-done'))
      },
    },
  ],
}
