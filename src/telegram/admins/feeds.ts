import { bold, concat, type Fragment, link, text, verbatim } from '../../digests/telegram/markup.ts'
import type { Feed } from '../../domain/feed.ts'
import { type FeedState, listFeeds } from '../../editing/feeds.ts'
import { timeFrom } from '../../i18n/local-time.ts'
import { reasonWords } from '../../i18n/reason-words.ts'
import { oneLine } from '../../text/controls.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { say, sayList } from '../say.ts'

/** Lists the feeds with their numbers, kinds and health. */
export const feeds: Command = {
  name: 'feeds',
  async handle(ctx, services) {
    const all = await listFeeds(services)
    if (all.length === 0) return say(ctx, 'feeds-none')
    const heading = bold(text(ctx.t('feeds-title', { count: all.length })))
    const now = services.now()
    const blocks = all.map((state) => {
      const { title: name, url } = state.feed
      const title = oneLine(name, 200)
      return {
        headings: [heading],
        forms: [
          () => describeFeed(ctx, state, link(title, url), now),
          // An address that fits no message.
          () => describeFeed(ctx, state, text(title), now),
        ],
        spacing: 'loose' as const,
      }
    })
    await sayList(ctx, blocks)
  },
}

function describeFeed(
  ctx: CourantContext,
  { feed, unread }: FeedState,
  title: Fragment,
  now: Temporal.Instant,
): Fragment {
  const health = [describeLastRead(ctx, feed, now), ...describeNotices(ctx, feed)]
  if (unread) {
    const reason = oneLine(reasonWords(unread.reason, ctx.t), 300)
    health.push(`⚠️ ${ctx.t('feeds-pages', { count: unread.pages, reason })}`)
  }
  const weight =
    feed.weight === 1 ? '' : ` · ${ctx.t('feeds-weight', { weight: String(feed.weight) })}`
  return concat(
    text(`${feed.id}. `),
    title,
    // Verbatim, so that addresses of moved feeds and commands in it can be tapped.
    verbatim(` · ${feed.kind}${weight}\n${health.join('\n')}`),
  )
}

function describeLastRead(ctx: CourantContext, feed: Feed, now: Temporal.Instant): string {
  const reason = feed.lastError ? oneLine(reasonWords(feed.lastError, ctx.t), 300) : ''
  const next = timeFrom(feed.nextDueAt, now, ctx.t)
  if (feed.stoppedAt) return `⛔ ${ctx.t('feeds-stopped', { reason })}`
  if (feed.lastError !== null) {
    return `⚠️ ${ctx.t('feeds-failing', { count: feed.failures, reason, next })}`
  }
  if (!feed.lastReadAt) return ctx.t('feeds-new')
  return ctx.t('feeds-fine', { ago: timeFrom(feed.lastReadAt, now, ctx.t), next })
}

function describeNotices(ctx: CourantContext, feed: Feed): string[] {
  const notices: string[] = []
  if (feed.moved) notices.push(ctx.t('feeds-moved', { to: oneLine(feed.moved.to, 200) }))
  if (feed.distrustsValidators) notices.push(ctx.t('feeds-asked-in-full'))
  if (feed.notice !== null) notices.push(oneLine(reasonWords(feed.notice, ctx.t), 300))
  return notices.map((notice) => `ℹ️ ${notice}`)
}
