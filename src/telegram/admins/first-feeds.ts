import { InlineKeyboard } from 'grammy'
import { importStarterFeeds } from '../../editing/import-feeds.ts'
import type { Button } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { asHtml, removeButtons, say } from '../say.ts'
import { describeReport } from './import-file.ts'

/** Tells an admin of a bot without feeds how to get some, with a button that adds a list to begin with. */
export function sayFirstSteps(ctx: CourantContext): Promise<void> {
  const keyboard = new InlineKeyboard().text(ctx.t('first-feeds-button'), 'first-feeds')
  return say(ctx, 'first-feeds', {}, keyboard)
}

export const firstFeeds: Button = {
  pattern: /^first-feeds$/,
  async handle(ctx, services) {
    await ctx.answerCallbackQuery()
    await removeButtons(ctx)
    await ctx.reply(describeReport(ctx, await importStarterFeeds(services)), asHtml)
  },
}
