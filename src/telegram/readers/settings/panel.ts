import type { Paper } from '../../../domain/paper.ts'
import type { Subscription } from '../../../domain/subscription.ts'
import { changePaper, subscriptionAt } from '../../../serving/papers.ts'
import { activeSubscription } from '../../../serving/preferences.ts'
import type { Button, Press } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { noDigest } from '../../presses.ts'
import { editInPlace } from '../../say.ts'
import type { Services } from '../../services.ts'
import { aboutSubject } from '../../subject.ts'
import { overview } from './overview.ts'
import type { Page } from './page.ts'

/** Makes a page as things stand; null where the data names what is there no more. */
export type ShowPage = (
  ctx: CourantContext,
  services: Services,
  subscription: Subscription,
  data: readonly string[],
) => Page | null | Promise<Page | null>

/** The change that a button's data stands for, or the key of the words that say why there is none. */
export type ReadChange = (
  data: readonly string[],
  services: Services,
  paper: Paper,
) => Change | string | Promise<Change | string>

export type Change = (paper: Paper) => Paper

/** Said of what is there no more. */
export const stale = 'settings-stale'

/** A button that shows a page in place of the one above it. Its data is what its pattern catches. */
export function opens(pattern: RegExp, show: ShowPage): Button {
  return { pattern, handle: (ctx, services) => redraw(ctx, services, show) }
}

/**
 * A button that changes what the digest brings, and shows the page anew. Its data says what shall be,
 * not what shall turn: of two devices the later tap wins.
 */
export function changes(pattern: RegExp, read: ReadChange, show: ShowPage): Button {
  return {
    pattern,
    async handle(ctx, services) {
      const subscription = await shownSubscription(ctx, services)
      if (!subscription) return redraw(ctx, services, show)
      const change = await read(caught(ctx), services, subscription.paper)
      if (typeof change === 'string') return redraw(ctx, services, show, change)
      const { hour } = ctx.subject
      const { kind } = await changePaper(services, ctx.subject, change, hour)
      if (kind === 'not-subscribed') return redraw(ctx, services, show)
      await redraw(ctx, services, show, kind === 'changed' ? null : `paper-${kind}`)
    },
  }
}

/** Shows a page in place of the pressed button's own, with a notice if there is one. */
export async function redraw(
  ctx: Press,
  services: Services,
  show: ShowPage,
  notice: string | null = null,
): Promise<void> {
  const subscription = await activeSubscription(services, ctx.subject)
  if (!subscription) return noDigest(ctx)
  const shown = await shownSubscription(ctx, services)
  const page = shown && (await show(ctx, services, shown, caught(ctx)))
  const key = page ? notice : stale
  await ctx.answerCallbackQuery(key === null ? {} : { text: ctx.t(key), show_alert: true })
  if (!page) leaveHour(ctx)
  const { html, keyboard } = page ?? (await overview(ctx, services, subscription))
  await editInPlace(ctx, html, aboutSubject(ctx, keyboard))
}

function caught({ match }: Press): string[] {
  return typeof match === 'string' ? [] : match.slice(1).map((each) => each ?? '')
}

/** The subscription with the paper that the pages are about; null if its hour has none of its own any more. */
function shownSubscription(ctx: Press, services: Services): Promise<Subscription | null> {
  return subscriptionAt(services, ctx.subject, ctx.subject.hour)
}

/** What is shown next is about all hours. */
export function leaveHour(ctx: CourantContext): void {
  const { hour: _, ...subject } = ctx.subject
  ctx.subject = subject
}
