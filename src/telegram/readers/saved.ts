import { InlineKeyboard } from 'grammy'
import { bold, concat, link, text } from '../../digests/telegram/markup.ts'
import type { Block } from '../../digests/telegram/split.ts'
import { dayOf } from '../../domain/calendar.ts'
import type { Saved, SavedList, SavedState } from '../../domain/saved.ts'
import { zoneOf } from '../../serving/preferences.ts'
import { changeSaved, isReminded, remind, savedLists } from '../../serving/saved.ts'
import { oneLine } from '../../text/controls.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { layOutPage } from '../one-page.ts'
import { expired } from '../presses.ts'
import { asHtml, editInPlace, replacePressed, say } from '../say.ts'
import type { Services } from '../services.ts'
import { momentOf, saveButtons } from './save-button.ts'

const perPage = 5

/** What is shown: one of the lists from an offset on, and what has just been done to one story, if anything. */
type View = {
  list: SavedList
  offset: number
  moved?: { saved: Saved; to: SavedState; from: SavedList }
}

/** What a person saved, by pages that are edited in place: to read, and read. */
export const saved: Command = {
  name: 'saved',
  async handle(ctx, services) {
    if (ctx.chat.type !== 'private' || !ctx.from) return say(ctx, 'private-only')
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
        const isDone = await remind(services, ctx.from.id, isOn)
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

/** Says whether there are reminders, and turns them on or off. */
function reminderSwitch(ctx: CourantContext, isOn: boolean) {
  const to = isOn ? 'off' : 'on'
  return InlineKeyboard.text(ctx.t(`saved-button-remind-${to}`), `saved:remind:${to}`)
}

function readList(word: string | undefined): SavedList {
  return word === 'done' ? 'done' : 'waiting'
}

/** A page of a list; that of an offset past the end is the last one. */
async function savedPage(
  ctx: CourantContext,
  services: Services,
  personId: number,
  { list, offset: asked, moved }: View,
): Promise<{ html: string; keyboard: InlineKeyboard }> {
  const lists = await savedLists(services, personId)
  const zone = await zoneOf(services, personId)
  const all = lists[list]
  const lastPage = Math.floor(Math.max(0, all.length - 1) / perPage) * perPage
  const offset = Math.min(asked, lastPage)
  const stories = all.slice(offset, offset + perPage)
  const note = moved ? noteOf(ctx, moved.saved, moved.to) : null
  const page = layOutPage(
    stories.map((story, i) => storyForms(ctx, story, offset + i + 1, zone)),
    (shown) => {
      const span = { count: all.length, from: offset + 1, to: offset + shown, list }
      const pages = shown < all.length ? 'many' : 'one'
      const title = bold(text(ctx.t('saved-title', { ...span, pages })))
      return note ? concat(note, text('\n\n'), title) : title
    },
  )
  const shown = stories.slice(0, page?.shown ?? 0)
  const button = InlineKeyboard.text
  const undo = ({ saved: story, from }: NonNullable<View['moved']>) =>
    button(ctx.t('undo'), `saved:${from}:${story.savedAt.epochMilliseconds}:${list}:${offset}`)
  const ofEach = (mark: string, to: SavedState) =>
    shown.map(({ savedAt }, i) =>
      button(
        `${mark} ${offset + i + 1}`,
        `saved:${to}:${savedAt.epochMilliseconds}:${list}:${offset}`,
      ),
    )
  const next = offset + shown.length
  const other = list === 'waiting' ? 'done' : 'waiting'
  const rows = [
    moved ? [undo(moved)] : [],
    list === 'waiting' ? ofEach('✓', 'done') : ofEach('↩', 'waiting'),
    ofEach('✕', 'removed'),
    [
      ...(offset > 0
        ? [button(ctx.t('search-newer'), `saved:${list}:${Math.max(0, offset - perPage)}`)]
        : []),
      ...(next < all.length ? [button(ctx.t('search-older'), `saved:${list}:${next}`)] : []),
    ],
    list === 'done' || lists.done.length > 0
      ? [button(ctx.t(`saved-button-${other}`, { count: lists[other].length }), `saved:${other}:0`)]
      : [],
    lists.waiting.length > 0 ? [reminderSwitch(ctx, await isReminded(services, personId))] : [],
  ]
  const keyboard = new InlineKeyboard(rows.filter((row) => row.length > 0))
  if (page) return { html: page.html, keyboard }
  const none = ctx.t(`saved-none-${list}`)
  return { html: note ? `${note.html}\n\n${none}` : none, keyboard }
}

function noteOf(ctx: CourantContext, { title }: Saved, to: SavedState) {
  return text(ctx.t(`saved-now-${to}`, { title: oneLine(title, 100) }))
}

/** With its link, and without it, for an address that fits no message. */
function storyForms(
  ctx: CourantContext,
  { title: name, url, source, savedAt }: Saved,
  number: number,
  zone: string,
): Block['forms'] {
  const title = oneLine(name, 300)
  const day = dayOf(savedAt, zone).toLocaleString(ctx.t('date-locale'), {
    day: 'numeric',
    month: 'short',
  })
  const where = `\n${oneLine(source, 60)} · ${ctx.t('saved-when', { day })}`
  return [link(title, url), text(title)].map(
    (each) => () => concat(text(`${number}. `), each, text(where)),
  )
}
