import { bold, concat, type Fragment, link, text } from '../../digests/markup.ts'
import { layOutMessages } from '../../digests/split.ts'
import { clip } from '../../domain/clip.ts'
import type { Feed } from '../../domain/feed.ts'
import { listFeeds } from '../../store/feeds.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { timeAgo } from '../local-time.ts'
import { asHtml, say } from '../say.ts'

/** Lists the feeds with their numbers, kinds and health. */
export const feeds: Command = {
  name: 'feeds',
  audience: 'admin',
  async handle(ctx, { db, now }) {
    const all = await listFeeds(db)
    if (all.length === 0) return say(ctx, 'feeds-none')
    const heading = bold(text(ctx.t('feeds-title', { count: all.length })))
    const blocks = all.map((feed) => ({
      headings: [heading],
      body: describeFeed(ctx, feed, now()),
      spacing: 'loose' as const,
    }))
    for (const message of layOutMessages(blocks)) await ctx.reply(message.html, asHtml)
  },
}

function describeFeed(ctx: CourantContext, feed: Feed, now: Temporal.Instant): Fragment {
  return concat(
    text(`${feed.id}. `),
    link(text(clip(feed.title, 200)), feed.url),
    text(` · ${feed.kind}\n${describeHealth(ctx, feed, now)}`),
  )
}

function describeHealth(ctx: CourantContext, feed: Feed, now: Temporal.Instant): string {
  if (feed.lastError !== null) {
    const reason = clip(feed.lastError, 300)
    return `⚠️ ${ctx.t('feeds-failing', { count: feed.failures, reason })}`
  }
  if (!feed.lastReadAt) return ctx.t('feeds-new')
  return ctx.t('feeds-fine', { ago: timeAgo(feed.lastReadAt, now, ctx.t) })
}
