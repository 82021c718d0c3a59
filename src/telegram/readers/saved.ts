import type { SavedList } from '../../domain/saved.ts'
import { changeSaved, remind } from '../../serving/saved.ts'
import type { Command } from '../command.ts'
import { expired } from '../presses.ts'
import { asHtml, editInPlace, replacePressed } from '../say.ts'
import { momentOf, saveButtons } from './save-button.ts'
import { reminderSwitch, savedPage } from './saved-page.ts'

/** What a person saved, by pages that are edited in place: to read, and read. */
export const saved: Command = {
  name: 'saved',
  isPrivate: true,
  async handle(ctx, services) {
    if (!ctx.from) return
    const page = await savedPage(ctx, services, ctx.from.id, { list: 'waiting', offset: 0 })
    await ctx.reply(page.html, { ...asHtml, reply_markup: page.keyboard })
  },
  buttons: [
    ...saveButtons,
    {
      pattern: /^saved:(waiting|done):(\d{1,4})$/,
      async handle(ctx, services) {
        if (ctx.chat?.type !== 'private') return expired(ctx)
        const view = { list: readList(ctx.match[1]), offset: Number(ctx.match[2]) }
        await ctx.answerCallbackQuery()
        const page = await savedPage(ctx, services, ctx.from.id, view)
        await editInPlace(ctx, page.html, page.keyboard)
      },
    },
    {
      pattern: /^saved:remind:(on|off)$/,
      async handle(ctx, services) {
        if (ctx.chat?.type !== 'private') return expired(ctx)
        const isOn = ctx.match[1] === 'on'
        const isDone = await remind(services, ctx.subject, isOn)
        const outcome = isDone ? ctx.match[1] : 'unsubscribed'
        await ctx.answerCallbackQuery({
          text: ctx.t(`saved-remind-${outcome}`),
          show_alert: !isDone,
        })
        if (isDone) await replacePressed(ctx, reminderSwitch(ctx, isOn))
      },
    },
    {
      // What becomes of which story, and the list and offset where it was pressed.
      pattern: /^saved:(waiting|done|removed):(\d{1,14}):(waiting|done):(\d{1,4})$/,
      async handle(ctx, services) {
        if (ctx.chat?.type !== 'private') return expired(ctx)
        const to = ctx.match[1] === 'removed' ? 'removed' : readList(ctx.match[1])
        const list = readList(ctx.match[3])
        const story = await changeSaved(services, ctx.from.id, momentOf(ctx.match[2]), to)
        await ctx.answerCallbackQuery(story ? {} : { text: ctx.t('saved-gone') })
        const page = await savedPage(ctx, services, ctx.from.id, {
          list,
          offset: Number(ctx.match[4]),
          ...(story && to !== list && { moved: { saved: story, to, from: list } }),
        })
        await editInPlace(ctx, page.html, page.keyboard)
      },
    },
  ],
}

function readList(word: string | undefined): SavedList {
  return word === 'done' ? 'done' : 'waiting'
}
