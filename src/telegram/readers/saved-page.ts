import { InlineKeyboard } from 'grammy'
import { bold, concat, link, text } from '../../digests/telegram/markup.ts'
import type { Block } from '../../digests/telegram/split.ts'
import { dayOf } from '../../domain/calendar.ts'
import type { Saved, SavedList, SavedState } from '../../domain/saved.ts'
import { zoneOf } from '../../serving/preferences.ts'
import { isReminded, savedLists } from '../../serving/saved.ts'
import { oneLine } from '../../text/controls.ts'
import type { CourantContext } from '../context.ts'
import { layOutPage } from '../one-page.ts'
import type { Services } from '../services.ts'

const perPage = 5

/** What is shown: one of the lists from an offset on, and what has just been done to one story, if anything. */
export type SavedView = {
  list: SavedList
  offset: number
  moved?: { saved: Saved; to: SavedState; from: SavedList }
}

/** A page of a list; that of an offset past the end is the last one. */
export async function savedPage(
  ctx: CourantContext,
  services: Services,
  personId: number,
  { list, offset: asked, moved }: SavedView,
): Promise<{ html: string; keyboard: InlineKeyboard }> {
  const lists = await savedLists(services, personId)
  const zone = await zoneOf(services, ctx.subject)
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
  const undo = ({ saved: story, from }: NonNullable<SavedView['moved']>) =>
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
    lists.waiting.length > 0 ? [reminderSwitch(ctx, await isReminded(services, ctx.subject))] : [],
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

/** Says whether there are reminders, and turns them on or off. */
export function reminderSwitch(ctx: CourantContext, isOn: boolean) {
  const to = isOn ? 'off' : 'on'
  return InlineKeyboard.text(ctx.t(`saved-button-remind-${to}`), `saved:remind:${to}`)
}
