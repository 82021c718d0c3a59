import type { InlineKeyboard } from 'grammy'
import type { Subscription, Wishes } from '../../../domain/subscription.ts'
import { changePreferences, preferencesOf } from '../../../serving/preferences.ts'
import type { Button, Command } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { expired } from '../../presses.ts'
import { asHtml, editInPlace, say } from '../../say.ts'
import { aboutSubject } from '../../subject.ts'

/**
 * One preference of a chat, which is chosen by a command with words or by a button. A button's data
 * are the command's name and its words, as in `days:12345`, and are read by the same function.
 */
export type Preference = {
  name: string
  /** Reads what was chosen; null when it makes no sense. */
  read(input: string, subscription: Subscription, now: Temporal.Instant): Partial<Wishes> | null
  /** What is chosen now, with the buttons that change it. */
  page(ctx: CourantContext, subscription: Subscription, now: Temporal.Instant): PreferencePage
  /** Buttons that choose nothing. */
  buttons?: readonly Button[]
}

export type PreferencePage = { html: string; keyboard: InlineKeyboard }

/** The command of a preference: with words it changes it, without it shows it. */
export function preferenceCommand(preference: Preference): Command {
  const { name, read, page, buttons = [] } = preference
  return {
    name,
    configures: true,
    async handle(ctx, services) {
      const subscription = await preferencesOf(services, ctx.subject.chatId)
      if (!subscription) return say(ctx, 'not-subscribed')
      const input = ctx.match.trim()
      const chosen = input === '' ? {} : read(input, subscription, services.now())
      if (!chosen) return say(ctx, `${name}-wrong`, { input })
      const changed =
        input === '' ? subscription : await changePreferences(services, subscription, chosen)
      const { html, keyboard } = page(ctx, changed, services.now())
      await ctx.reply(html, { ...asHtml, reply_markup: aboutSubject(ctx, keyboard) })
    },
    buttons: [...buttons, choiceOf(preference)],
  }
}

/** Chooses, and shows in place what is chosen then. */
function choiceOf({ name, read, page }: Preference): Button {
  return {
    pattern: new RegExp(`^${name}:(.+)$`),
    async handle(ctx, services) {
      const subscription = await preferencesOf(services, ctx.subject.chatId)
      const chosen = subscription && read(ctx.match[1] ?? '', subscription, services.now())
      if (!chosen) return expired(ctx)
      const changed = await changePreferences(services, subscription, chosen)
      await ctx.answerCallbackQuery()
      const { html, keyboard } = page(ctx, changed, services.now())
      await editInPlace(ctx, html, aboutSubject(ctx, keyboard))
    },
  }
}
