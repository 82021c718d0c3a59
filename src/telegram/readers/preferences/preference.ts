import type { InlineKeyboard } from 'grammy'
import type { Preferences, Subscription } from '../../../domain/subscription.ts'
import { activeSubscription, changePreferences } from '../../../serving/preferences.ts'
import type { Button, Command } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { expired } from '../../presses.ts'
import { asHtml, editInPlace, say } from '../../say.ts'
import { aboutSubject } from '../../subject.ts'

/**
 * One preference of a chat, set by a command or by a button. A button's data is the command's name and
 * input, as in `days:12345`; both inputs are read by the same function.
 */
export type Preference = {
  name: string
  /** Reads the input; null if it is invalid. */
  read(
    input: string,
    subscription: Subscription,
    now: Temporal.Instant,
  ): Partial<Preferences> | null
  /** Shows the current choice, with buttons to change it. */
  page(ctx: CourantContext, subscription: Subscription, now: Temporal.Instant): PreferencePage
  /** Further buttons, which change nothing. */
  buttons?: readonly Button[]
}

export type PreferencePage = { html: string; keyboard: InlineKeyboard }

/** The command of a preference: with input it changes it, without it shows it, with choices in any case. */
export function preferenceCommand(preference: Preference): Command {
  const { name, read, page, buttons = [] } = preference
  return {
    name,
    configures: true,
    async handle(ctx, services) {
      const subscription = await activeSubscription(services, ctx.subject.chatId)
      if (!subscription) return say(ctx, 'not-subscribed')
      const input = ctx.match.trim()
      const chosen = input === '' ? {} : read(input, subscription, services.now())
      if (!chosen) {
        const { keyboard } = page(ctx, subscription, services.now())
        return say(ctx, `${name}-wrong`, { input }, aboutSubject(ctx, keyboard))
      }
      const changed =
        input === '' ? subscription : await changePreferences(services, subscription, chosen)
      const { html, keyboard } = page(ctx, changed, services.now())
      await ctx.reply(html, { ...asHtml, reply_markup: aboutSubject(ctx, keyboard) })
    },
    buttons: [...buttons, choiceOf(preference)],
  }
}

/** Changes the preference, and shows the new choice in place. */
function choiceOf({ name, read, page }: Preference): Button {
  return {
    pattern: new RegExp(`^${name}:(.+)$`),
    async handle(ctx, services) {
      const subscription = await activeSubscription(services, ctx.subject.chatId)
      const chosen = subscription && read(ctx.match[1] ?? '', subscription, services.now())
      if (!chosen) return expired(ctx)
      const changed = await changePreferences(services, subscription, chosen)
      await ctx.answerCallbackQuery()
      const { html, keyboard } = page(ctx, changed, services.now())
      await editInPlace(ctx, html, aboutSubject(ctx, keyboard))
    },
  }
}
