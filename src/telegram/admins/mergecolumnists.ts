import { InlineKeyboard } from 'grammy'
import { mergeColumnists, splitColumnist } from '../../editing/columnists.ts'
import type { Command } from '../command.ts'
import { expired, freshColumnists } from '../presses.ts'
import { editInPlace, say, words } from '../say.ts'

/** Merges two columnists, with a button that undoes it. */
export const mergecolumnists: Command = {
  name: 'mergecolumnists',
  async handle(ctx, services) {
    const [, first, second] = /^(\d{1,9})\s+(\d{1,9})$/.exec(ctx.match.trim()) ?? []
    const ids = { from: Number(first), into: Number(second) }
    if (!first || !second || ids.from === ids.into) return say(ctx, 'mergecolumnists-usage')
    const outcome = await mergeColumnists(services, ids)
    if (outcome.kind === 'unknown') {
      return say(ctx, 'mergecolumnists-none', { id: String(outcome.id) })
    }
    const { from, into } = outcome
    if (outcome.kind === 'has-others') {
      return say(ctx, 'mergecolumnists-others', { from: from.name, order: `${into.id} ${from.id}` })
    }
    const undo = new InlineKeyboard().text(ctx.t('undo'), `undo-mergecolumnists:${from.id}`)
    await say(ctx, 'mergecolumnists-done', { from: from.name, into: into.name }, undo)
  },
  buttons: [
    {
      pattern: /^undo-mergecolumnists:(\d{1,9})$/,
      async handle(ctx, services) {
        const columnist = await splitColumnist(services, Number(ctx.match[1]))
        if (!columnist) return expired(ctx, 'undo-gone', freshColumnists)
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, words(ctx, 'mergecolumnists-undone', { name: columnist.name }))
      },
    },
  ],
}
