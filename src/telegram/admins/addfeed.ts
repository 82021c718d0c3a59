import { InlineKeyboard } from 'grammy'
import { bold, concat, link, text } from '../../digests/telegram/markup.ts'
import { type Block, layOutMessages } from '../../digests/telegram/split.ts'
import { type FeedKind, feedKinds } from '../../domain/feed.ts'
import { type AddFeedOutcome, type AddFeedRequest, addFeed } from '../../editing/add-feed.ts'
import { reasonWords } from '../../i18n/reason-words.ts'
import { oneLine } from '../../text/controls.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { asHtml, editInPlace, say, words } from '../say.ts'
import { firstFeeds } from './first-feeds.ts'

type Several = Extract<AddFeedOutcome, { kind: 'several' }>

const mostChoices = 8

export const addfeed: Command = {
  name: 'addfeed',
  async handle(ctx, services) {
    const [address, input, ...rest] = ctx.match.trim().split(/\s+/)
    if (!address) return say(ctx, 'addfeed-usage')
    const kind = input === undefined ? undefined : readKind(input)
    if (input !== undefined && !kind) return say(ctx, 'addfeed-kind', { input })
    await ctx.replyWithChatAction('typing')
    const request = { address, kind, selector: rest.join(' ') || null }
    const outcome = await addFeed(services, request)
    if (outcome.kind === 'several') return offerChoice(ctx, outcome, kind)
    await ctx.reply(describeOutcome(ctx, outcome, request), asHtml)
  },
  buttons: [
    firstFeeds,
    {
      // The number of a link in the bot's own message above.
      pattern: /^addfeed:(\d):(news|columns|mixed)$/,
      async handle(ctx, services) {
        await ctx.answerCallbackQuery()
        const address = linksOf(ctx.callbackQuery.message ?? {})[Number(ctx.match[1]) - 1]
        if (!address) return say(ctx, 'button-expired')
        const kind = readKind(ctx.match[2] ?? '')
        const outcome = await addFeed(services, { address, kind })
        if (outcome.kind === 'several') return say(ctx, 'button-expired')
        await editInPlace(ctx, describeOutcome(ctx, outcome, { address, kind }))
      },
    },
  ],
}

/** `kind` is the one that was asked for, if any; else each feed's own holds. */
async function offerChoice(ctx: CourantContext, { feeds }: Several, kind: FeedKind | undefined) {
  const offered = feeds.slice(0, mostChoices)
  const headings = [bold(text(ctx.t('addfeed-several')))]
  const blocks = offered.map(({ title, url }, i): Block => {
    const choice = () => concat(text(`${i + 1}. `), link(oneLine(title, 100), url))
    return { headings, forms: [choice], spacing: 'tight' }
  })
  if (feeds.length > mostChoices) {
    blocks.push({ headings, forms: [() => text(ctx.t('addfeed-more'))], spacing: 'loose' })
  }
  for (const message of layOutMessages(blocks).messages) {
    const keyboard = new InlineKeyboard()
    const here = message.blocks.flatMap((i) => offered[i] ?? [])
    // A button's data is the place of its link in the message above it.
    for (const [place, feed] of here.entries()) {
      const label = `${offered.indexOf(feed) + 1}. ${oneLine(feed.title, 40)}`
      keyboard.text(label, `addfeed:${place + 1}:${kind ?? feed.kind ?? 'news'}`).row()
    }
    await ctx.reply(message.html, { ...asHtml, reply_markup: keyboard })
  }
}

function describeOutcome(
  ctx: CourantContext,
  outcome: Exclude<AddFeedOutcome, Several>,
  { address }: AddFeedRequest,
): string {
  switch (outcome.kind) {
    case 'no-address':
      return words(ctx, 'addfeed-no-address', { input: address })
    case 'unreadable':
      return words(ctx, 'addfeed-unreadable', {
        input: address,
        reason: reasonWords(outcome.reason, ctx.t),
      })
    case 'known':
      return words(ctx, 'addfeed-known', { title: outcome.feed.title, id: outcome.feed.id })
    case 'changed': {
      const { title, id, kind, selector } = outcome.feed
      const values = { title, id, kind, selector: selector ?? '' }
      return words(ctx, selector === null ? 'addfeed-changed' : 'addfeed-changed-listing', values)
    }
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
