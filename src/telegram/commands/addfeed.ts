import { InlineKeyboard } from 'grammy'
import { bold, concat, type Fragment, link, text } from '../../digests/markup.ts'
import { clip } from '../../domain/clip.ts'
import { type FeedKind, feedKinds } from '../../domain/feed.ts'
import type { AddFeedOutcome, FeedWish } from '../../jobs/add-feed.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { asHtml, editInPlace, say, words } from '../say.ts'
import type { Services } from '../services.ts'

type Several = Extract<AddFeedOutcome, { kind: 'several' }>

const mostChoices = 8

/** The data of a button that chooses the feed with this number in the message above it. */
export const choiceOfFeed = /^addfeed:(\d):(news|columns|mixed)$/

export const addfeed: Command = {
  name: 'addfeed',
  audience: 'admin',
  async handle(ctx, { addFeed }) {
    const [address, input, ...rest] = ctx.match.trim().split(/\s+/)
    if (!address) return say(ctx, 'addfeed-usage')
    const kind = input === undefined ? undefined : readKind(input)
    if (input !== undefined && !kind) return say(ctx, 'addfeed-kind', { input })
    await ctx.replyWithChatAction('typing')
    const wish = { address, kind, selector: rest.join(' ') || null }
    const outcome = await addFeed(wish)
    if (outcome.kind === 'several') return offerChoice(ctx, outcome, kind ?? 'news')
    await ctx.reply(describeOutcome(ctx, outcome, wish), asHtml)
  },
}

/** Adds the feed that an admin chose; its address is read from the bot's own message. */
export async function addChosenFeed(
  ctx: CourantContext,
  { addFeed }: Services,
  choice: { number: number; kind: string },
): Promise<boolean> {
  const address = linksOf(ctx.callbackQuery?.message ?? {})[choice.number - 1]
  const kind = readKind(choice.kind)
  if (!address || !kind) return false
  const outcome = await addFeed({ address, kind })
  if (outcome.kind === 'several') return false
  await editInPlace(ctx, describeOutcome(ctx, outcome, { address, kind }))
  return true
}

async function offerChoice(ctx: CourantContext, { feeds }: Several, kind: FeedKind) {
  const offered = feeds.slice(0, mostChoices)
  const lines = offered.map(({ title, url }, i) =>
    concat(text(`\n${i + 1}. `), link(text(clip(title, 100)), url)),
  )
  if (feeds.length > mostChoices) lines.push(text(`\n\n${ctx.t('addfeed-more')}`))
  const { html }: Fragment = concat(bold(text(ctx.t('addfeed-several'))), ...lines)
  const keyboard = new InlineKeyboard()
  for (const [i, { title }] of offered.entries()) {
    keyboard.text(`${i + 1}. ${clip(title, 40)}`, `addfeed:${i + 1}:${kind}`).row()
  }
  await ctx.reply(html, { ...asHtml, reply_markup: keyboard })
}

function describeOutcome(
  ctx: CourantContext,
  outcome: Exclude<AddFeedOutcome, Several>,
  { address }: FeedWish,
): string {
  switch (outcome.kind) {
    case 'no-address':
      return words(ctx, 'addfeed-no-address', { input: address })
    case 'unreadable':
      return words(ctx, 'addfeed-unreadable', { address, reason: outcome.reason })
    case 'known':
      return words(ctx, 'addfeed-known', { title: outcome.feed.title, id: outcome.feed.id })
    case 'added':
    case 'restored': {
      const { title, id, kind, format } = outcome.feed
      const key = outcome.kind === 'added' ? 'addfeed-done' : 'addfeed-restored'
      return words(ctx, key, { title, kind, id, format, items: outcome.items })
    }
  }
}

function linksOf(message: object): string[] {
  if (!('entities' in message) || !Array.isArray(message.entities)) return []
  return message.entities.flatMap(({ type, url }) =>
    type === 'text_link' && typeof url === 'string' ? [url] : [],
  )
}

function readKind(input: string): FeedKind | undefined {
  return feedKinds.find((kind) => kind === input.toLowerCase())
}
