import { InlineKeyboard } from 'grammy'
import type { CourantContext } from './context.ts'
import { replacePressed } from './say.ts'

/** What shows how things stand: the key of its label, and its button's data. */
export type Fresh = { label: string; data: string }

export const freshNews: Fresh = { label: 'fresh-news', data: 'show:latest' }

export const freshSettings: Fresh = { label: 'fresh-settings', data: 'set:' }
export const freshFeeds: Fresh = { label: 'fresh-feeds', data: 'feeds:all:0' }
export const freshColumnists: Fresh = { label: 'fresh-columnists', data: 'show:columnists' }

/** Why a story is one. */
export function freshStory(id: number): Fresh {
  return { label: 'fresh-story', data: `show:why:${id}` }
}

/**
 * Answers the press of a button of which nothing comes any more, and puts the way to how it stands now in
 * its place; `says` is the key of why.
 */
export async function expired(
  ctx: CourantContext,
  says = 'button-expired',
  fresh: Fresh = freshNews,
): Promise<void> {
  await ctx.answerCallbackQuery({ text: ctx.t(says), show_alert: says !== 'button-expired' })
  // Whoever presses in a channel changes nothing there.
  if (ctx.chat?.type === 'channel') return
  await replacePressed(ctx, InlineKeyboard.text(ctx.t(fresh.label), fresh.data))
}

/** Answers a press that is about a digest which has ended. */
export async function noDigest(ctx: CourantContext): Promise<void> {
  await ctx.answerCallbackQuery({ text: ctx.t('button-no-digest'), show_alert: true })
}
