import { type FeedKind, feedKinds } from '../../domain/feed.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

export const addfeed: Command = {
  name: 'addfeed',
  audience: 'admin',
  async handle(ctx, { addFeed }) {
    const [address, wish = 'news'] = ctx.match.trim().split(/\s+/)
    if (!address) return say(ctx, 'addfeed-usage')
    const kind = readKind(wish)
    if (!kind) return say(ctx, 'addfeed-kind', { input: wish })
    await ctx.replyWithChatAction('typing')
    const outcome = await addFeed({ address, kind })
    switch (outcome.kind) {
      case 'no-address':
        return say(ctx, 'addfeed-no-address', { input: address })
      case 'unreadable':
        return say(ctx, 'addfeed-unreadable', { address, reason: outcome.reason })
      case 'known':
        return say(ctx, 'addfeed-known', { title: outcome.feed.title, id: outcome.feed.id })
      case 'added':
      case 'restored': {
        const { title, id } = outcome.feed
        const key = outcome.kind === 'added' ? 'addfeed-done' : 'addfeed-restored'
        return say(ctx, key, { title, kind: outcome.feed.kind, id, items: outcome.items })
      }
    }
  },
}

function readKind(input: string): FeedKind | undefined {
  return feedKinds.find((kind) => kind === input.toLowerCase())
}
