import { type FeedKind, feedKinds } from '../../domain/feed.ts'
import { addFeed } from '../../editing/add-feed.ts'
import type { Command } from '../command.ts'
import { linksOf } from '../links.ts'
import { asHtml, editInPlace, say } from '../say.ts'
import { describeOutcome, offerChoice } from './describe-addfeed.ts'
import { firstFeeds } from './first-feeds.ts'
import { suggestionButtons } from './suggestions.ts'

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
    ...suggestionButtons,
    {
      // The number of a link in the bot's own message above.
      pattern: /^addfeed:(\d):(news|columns|mixed)$/,
      async handle(ctx, services) {
        await ctx.answerCallbackQuery()
        const address = linksOf(ctx.callbackQuery.message ?? {})[Number(ctx.match[1]) - 1]
        if (!address) return say(ctx, 'button-expired')
        const kind = readKind(ctx.match[2] ?? '')
        const outcome = await addFeed(services, { address, kind })
        if (outcome.kind === 'several') return offerChoice(ctx, outcome, kind)
        await editInPlace(ctx, describeOutcome(ctx, outcome, { address, kind }))
      },
    },
  ],
}

function readKind(input: string): FeedKind | undefined {
  return feedKinds.find((kind) => kind === input.toLowerCase())
}
