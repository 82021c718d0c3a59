import { decodeLink, decodeMutedLink } from '../../domain/digest-request.ts'
import { hasFeeds } from '../../editing/feeds.ts'
import { localTime } from '../../i18n/local-time.ts'
import { scheduleWords } from '../../i18n/schedule-words.ts'
import { hasJustStarted, noteStart } from '../../serving/recent-starts.ts'
import { latestNews, mutedNews } from '../../serving/show-news.ts'
import { recordReceived, subscribe } from '../../serving/subscribe.ts'
import { sayFirstSteps } from '../admins/first-feeds.ts'
import { isAdmin } from '../authority.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { speak } from '../language.ts'
import { say } from '../say.ts'
import type { Services } from '../services.ts'
import { readNamedChannel } from '../subject.ts'
import { connectNamed } from './connect.ts'
import { openDeepLink } from './deep-link.ts'
import { firstMinuteButtons, sendFirstMinute } from './first-minute.ts'
import { requestedPage, sendParts } from './more-news.ts'

/**
 * Subscribes the chat or topic, with the preferences it had before, and sends the latest news at once, and, the
 * first time, the questions of the first minute; again
 * within minutes, only what has come since. With a channel's name it connects that one, with what the
 * link of a channel's `More news` holds it goes on there, and other links to the bot open what they name.
 */
export const start: Command = {
  name: 'start',
  configures: true,
  async handle(ctx, services) {
    if (ctx.chat.type === 'private') {
      if (await openDeepLink(ctx, services)) return
      const named = readNamedChannel(ctx.match)
      if (named) return connectNamed(ctx, services, named.name)
      const left = decodeMutedLink(ctx.match.trim())
      if (left) {
        const parts = await mutedNews(services, ctx.subject, left, ctx.t)
        return parts.length > 0 ? sendParts(ctx, parts) : say(ctx, 'left-out-none')
      }
      const request = decodeLink(ctx.match.trim())
      if (request) {
        return sendParts(ctx, await requestedPage(ctx, services, request))
      }
    }
    await begin(ctx, services)
    const isOwner = ctx.chat.type === 'private' && isAdmin(ctx, services.admins)
    if (isOwner && !(await hasFeeds(services))) await sayFirstSteps(ctx)
  },
  buttons: firstMinuteButtons,
}

async function begin(ctx: CourantContext, services: Services): Promise<void> {
  const { subject } = ctx
  const { subscription, isAgain, isFirst, endsPause } = await subscribe(
    services,
    subject,
    subject.chatId < 0 ? ctx.language : null,
  )
  // Digests come unasked from now on: the language is kept for them.
  await speak(ctx, services)
  const hasNews = hasJustStarted(services, subject)
  const after = hasNews ? subscription.coveredThrough : null
  const { parts, upTo } = await latestNews(services, subject, ctx.t, after)
  const news = parts.length > 0 ? 'some' : 'none'
  const schedule = { ...scheduleWords(subscription, ctx.t), news }
  await say(ctx, isAgain ? 'start-again' : 'start-welcome', schedule)
  if (endsPause) await say(ctx, 'start-ends-pause')
  const next = localTime(subscription.nextSlotAt, subscription.zone, ctx.t)
  if (parts.length === 0) await say(ctx, hasNews ? 'start-repeated' : 'start-empty', { next })
  await sendParts(ctx, parts)
  if (parts.length > 0) noteStart(services, subject)
  await recordReceived(services, subject, upTo)
  if (isFirst) await sendFirstMinute(ctx, services, subscription)
}
