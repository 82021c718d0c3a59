import type { InlineKeyboard } from 'grammy'
import type { Subscription, Wishes } from '../../../domain/subscription.ts'
import { changeSchedule } from '../../../serving/change-schedule.ts'
import { findSubscription } from '../../../store/subscriptions.ts'
import type { Command } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { asHtml, say } from '../../say.ts'
import { aboutSubject } from '../../subject.ts'

/**
 * One wish of a chat, which is chosen by a command with words or by a button. A button's data are
 * the command's name and its words, as in `days:12345`, and are read by the same function.
 */
export type Wish = {
  name: string
  /** Reads what was chosen; null when it makes no sense. */
  read(input: string, subscription: Subscription, now: Temporal.Instant): Partial<Wishes> | null
  /** How the wish stands now, with its buttons. */
  page(ctx: CourantContext, subscription: Subscription, now: Temporal.Instant): WishPage
}

export type WishPage = { html: string; keyboard: InlineKeyboard }

/** The command of a wish: with words it changes it, without it shows it. */
export function wishCommand(wish: Wish): Command {
  return {
    name: wish.name,
    audience: 'reader',
    configures: true,
    async handle(ctx, { db, now }) {
      const subscription = await findSubscription(db, ctx.subject.chatId)
      if (!subscription) return say(ctx, 'not-subscribed')
      const input = ctx.match.trim()
      const wishes = input === '' ? {} : wish.read(input, subscription, now())
      if (!wishes) return say(ctx, `${wish.name}-wrong`, { input })
      const changed =
        input === '' ? subscription : await changeSchedule(db, subscription, wishes, now())
      const { html, keyboard } = wish.page(ctx, changed, now())
      await ctx.reply(html, { ...asHtml, reply_markup: aboutSubject(ctx, keyboard) })
    },
  }
}
