import { InlineKeyboard } from 'grammy'
import { bold, concat, type Fragment, link, text, verbatim } from '../../digests/telegram/markup.ts'
import type { Block } from '../../digests/telegram/split.ts'
import type { Feed } from '../../domain/feed.ts'
import { type FeedState, isInTrouble, listFeeds } from '../../editing/feeds.ts'
import { timeFrom } from '../../i18n/local-time.ts'
import { reasonWords } from '../../i18n/reason-words.ts'
import { oneLine } from '../../text/controls.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { layOutPage } from '../one-page.ts'
import { asHtml, editInPlace, say, words } from '../say.ts'
import type { Services } from '../services.ts'

const perPage = 20

/** Lists the feeds with their numbers, kinds and health, by pages; with `fail` those in trouble alone. */
export const feeds: Command = {
  name: 'feeds',
  async handle(ctx, services) {
    const input = ctx.match.trim()
    if (input && !/^(?:fail(?:ed|ing|ures?)?|trouble|errors?)$/i.test(input)) {
      return say(ctx, 'feeds-words', { input })
    }
    const page = await feedsPage(ctx, services, { only: input ? 'fail' : 'all', offset: 0 })
    await ctx.reply(page.html, { ...asHtml, reply_markup: page.keyboard })
  },
  buttons: [
    {
      pattern: /^feeds:(all|fail):(\d{1,6})$/,
      async handle(ctx, services) {
        const only = ctx.match[1] === 'fail' ? 'fail' : 'all'
        const page = await feedsPage(ctx, services, { only, offset: Number(ctx.match[2]) })
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, page.html, page.keyboard)
      },
    },
  ],
}

/** A page of the feeds from an offset on; that of an offset past the end is the first. */
async function feedsPage(
  ctx: CourantContext,
  services: Services,
  { only, offset: asked }: { only: 'all' | 'fail'; offset: number },
): Promise<{ html: string; keyboard: InlineKeyboard }> {
  const all = await listFeeds(services)
  const troubled = all.filter(isInTrouble)
  const listed = only === 'fail' ? troubled : all
  const offset = asked < listed.length ? asked : 0
  const states = listed.slice(offset, offset + perPage)
  const now = services.now()
  const page = layOutPage(
    states.map((state) => feedForms(ctx, state, now)),
    (shown) => bold(text(titleOf(ctx, { only, offset, shown, count: listed.length }))),
  )
  const keyboard = new InlineKeyboard()
  if (offset > 0) {
    keyboard.text(ctx.t('feeds-button-back'), `feeds:${only}:${Math.max(0, offset - perPage)}`)
  }
  const next = offset + (page?.shown ?? 0)
  if (page && next < listed.length) keyboard.text(ctx.t('feeds-button-on'), `feeds:${only}:${next}`)
  if (only === 'fail') keyboard.row().text(ctx.t('feeds-button-all'), 'feeds:all:0')
  else if (troubled.length > 0 && troubled.length < all.length) {
    const label = ctx.t('feeds-button-fail', { count: troubled.length })
    keyboard.row().text(label, 'feeds:fail:0')
  }
  if (page) return { html: page.html, keyboard }
  return { html: words(ctx, all.length > 0 ? 'feeds-all-fine' : 'feeds-none'), keyboard }
}

function titleOf(
  ctx: CourantContext,
  { only, offset, shown, count }: { only: string; offset: number; shown: number; count: number },
): string {
  const pages = shown < count ? 'many' : 'one'
  return ctx.t('feeds-title', { only, count, pages, from: offset + 1, to: offset + shown })
}

/** With its link, and without it, for an address that fits no message. */
function feedForms(ctx: CourantContext, state: FeedState, now: Temporal.Instant): Block['forms'] {
  const { title: name, url } = state.feed
  const title = oneLine(name, 200)
  return [
    () => describeFeed(ctx, state, link(title, url), now),
    () => describeFeed(ctx, state, text(title), now),
  ]
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
  const sections = feed.tags.map((tag) => ` · ${oneLine(tag, 64)}`).join('')
  const weight =
    feed.weight === 1 ? '' : ` · ${ctx.t('feeds-weight', { weight: String(feed.weight) })}`
  return concat(
    text(`${feed.id}. `),
    title,
    text(sections),
    // Verbatim, so that addresses of moved feeds and commands in it can be tapped.
    verbatim(` · ${ctx.t('feed-kind', { kind: feed.kind })}${weight}\n${health.join('\n')}`),
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
