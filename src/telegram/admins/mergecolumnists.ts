import { InlineKeyboard } from 'grammy'
import { listColumnists, mergeColumnists, separateColumnist } from '../../store/columnists.ts'
import type { Command } from '../command.ts'
import { expired } from '../presses.ts'
import { editInPlace, say, words } from '../say.ts'

/** Makes one columnist of two, with a button that takes them apart again. */
export const mergecolumnists: Command = {
  name: 'mergecolumnists',
  async handle(ctx, { db }) {
    const [, first, second] = /^(\d{1,9})\s+(\d{1,9})$/.exec(ctx.match.trim()) ?? []
    if (!first || !second || Number(first) === Number(second))
      return say(ctx, 'mergecolumnists-usage')
    const all = await listColumnists(db)
    const find = (number: string) => all.find(({ id }) => id === Number(number))
    const from = find(first)
    const into = find(second)
    const missing = from ? (into ? null : second) : first
    if (missing !== null || !from || !into) {
      return say(ctx, 'mergecolumnists-none', { id: missing ?? '' })
    }
    if (!(await mergeColumnists(db, from.id, into.id))) {
      return say(ctx, 'mergecolumnists-others', { from: from.name, order: `${into.id} ${from.id}` })
    }
    const undo = new InlineKeyboard().text(ctx.t('undo'), `undo-mergecolumnists:${from.id}`)
    await say(ctx, 'mergecolumnists-done', { from: from.name, into: into.name }, undo)
  },
  buttons: [
    {
      pattern: /^undo-mergecolumnists:(\d{1,9})$/,
      async handle(ctx, { db }) {
        const id = Number(ctx.match[1])
        await separateColumnist(db, id)
        const columnist = (await listColumnists(db)).find((candidate) => candidate.id === id)
        if (!columnist) return expired(ctx)
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, words(ctx, 'mergecolumnists-undone', { name: columnist.name }))
      },
    },
  ],
}
