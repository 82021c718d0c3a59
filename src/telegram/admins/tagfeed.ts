import { tagFeed } from '../../editing/feeds.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

/** Says in which sections a feed is, by names parted by commas; `-` takes it out of all. */
export const tagfeed: Command = {
  name: 'tagfeed',
  async handle(ctx, services) {
    const [, id, names = ''] = /^(\d{1,9})\s+(\S[\s\S]*)$/.exec(ctx.match.trim()) ?? []
    if (!id) return say(ctx, 'tagfeed-usage')
    const typed = names === '-' ? [] : names.split(',')
    const outcome = await tagFeed(services, { id: Number(id), tags: typed })
    if (outcome.kind === 'too-many') return say(ctx, 'tagfeed-many', { most: outcome.most })
    if (outcome.kind === 'unknown') return say(ctx, 'removefeed-none', { id })
    const { title, tags } = outcome.feed
    if (tags.length === 0) return say(ctx, 'tagfeed-none', { title })
    await say(ctx, 'tagfeed-done', { title, tags: tags.join(', ') })
  },
}
