import type { Schedule } from '../../../domain/schedule.ts'
import type { Preferences, Subscription } from '../../../domain/subscription.ts'
import { activeSubscription, changePreferences } from '../../../serving/preferences.ts'
import type { Button, Command } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { expired, freshSettings, noDigest } from '../../presses.ts'
import { ask } from '../../questions.ts'
import { asHtml, editInPlace, removeButtons, say, words } from '../../say.ts'
import type { Services } from '../../services.ts'
import { aboutSubject } from '../../subject.ts'
import { keepForStart } from '../keep-for-start.ts'
import { addBack, type Page } from '../settings/page.ts'

/**
 * One preference of a chat, set by a command, by a button, or by an answer to a question. A button's data
 * is the command's name and input, as in `days:12345`; all inputs are read by the same function.
 */
export type Preference = {
  name: string
  /** Offers to be typed: the words `name-ask-button` and `name-ask` say what. */
  isTyped?: true
  /** What one chooses who gets no digest now is kept for their /start; `read` needs no schedule then. */
  isKept?: true
  /** Makes ready what reading takes long for. */
  prepare?(): Promise<void>
  /** Reads the input; null if it is invalid. */
  read(input: string, schedule: Schedule | null, now: Temporal.Instant): Partial<Preferences> | null
  /** Shows the current choice, with buttons to change it. */
  page(ctx: CourantContext, subscription: Subscription, now: Temporal.Instant): Page
  /** Answers an invalid input; without it the words `name-wrong` do, with the buttons of the page. */
  refuse?(ctx: CourantContext, input: string, now: Temporal.Instant): Page
  /** Further buttons, which change nothing. */
  buttons?: readonly Button[]
}

/** The page of a preference, as a part of the settings panel. */
export function preferencePage(
  preference: Preference,
  ctx: CourantContext,
  subscription: Subscription,
  now: Temporal.Instant,
): Page {
  const { html, keyboard } = offerToType(preference, ctx, preference.page(ctx, subscription, now))
  return { html, keyboard: addBack(ctx, keyboard) }
}

/** A page with the button that asks for what is typed, if anything is. */
function offerToType({ name, isTyped }: Preference, ctx: CourantContext, page: Page): Page {
  if (isTyped) page.keyboard.row().text(ctx.t(`${name}-ask-button`), `${name}:ask`)
  return page
}

/** The command of a preference: with input it changes it, without it shows it, with choices in any case. */
export function preferenceCommand(preference: Preference): Command {
  const { name, isTyped, buttons = [] } = preference
  return {
    name,
    configures: true,
    handle: (ctx, services) => answerInput(preference, ctx, services),
    ...(isTyped && {
      answers: [
        {
          question: `${name}-ask`,
          handle: (ctx, services) => answerInput(preference, ctx, services),
        },
      ],
    }),
    buttons: [...buttons, ...(isTyped ? [askFor(name)] : []), choiceOf(preference)],
  }
}

async function answerInput(
  preference: Preference,
  ctx: CourantContext,
  services: Services,
): Promise<void> {
  const { name, isKept, prepare, read, refuse } = preference
  const input = String(ctx.match ?? '').trim()
  await prepare?.()
  const now = services.now()
  const subscription = await activeSubscription(services, ctx.subject)
  if (!subscription && !isKept) return say(ctx, 'not-subscribed')
  const chosen = input === '' ? {} : read(input, subscription, now)
  if (!chosen && refuse) return reply(ctx, offerToType(preference, ctx, refuse(ctx, input, now)))
  if (!subscription) return keepForStart(ctx, services, chosen ?? {})
  if (!chosen) {
    const { keyboard } = preferencePage(preference, ctx, subscription, now)
    return reply(ctx, { html: words(ctx, `${name}-wrong`, { input }), keyboard })
  }
  const changed =
    input === '' ? subscription : await changePreferences(services, subscription, chosen)
  await reply(ctx, preferencePage(preference, ctx, changed, now))
}

async function reply(ctx: CourantContext, { html, keyboard }: Page): Promise<void> {
  await ctx.reply(html, { ...asHtml, reply_markup: aboutSubject(ctx, keyboard) })
}

function askFor(name: string): Button {
  return {
    pattern: new RegExp(`^${name}:ask$`),
    async handle(ctx) {
      await ctx.answerCallbackQuery()
      await ask(ctx, `${name}-ask`)
    },
  }
}

/** Changes the preference, and shows the new choice in place. */
function choiceOf(preference: Preference): Button {
  const { name, isKept, prepare, read } = preference
  return {
    pattern: new RegExp(`^${name}:(.+)$`),
    async handle(ctx, services) {
      await prepare?.()
      const subscription = await activeSubscription(services, ctx.subject)
      const now = services.now()
      if (!subscription && !isKept) return noDigest(ctx)
      const chosen = read(ctx.match[1] ?? '', subscription, now)
      if (!chosen) return expired(ctx, 'button-expired', freshSettings)
      if (!subscription) {
        await ctx.answerCallbackQuery()
        await removeButtons(ctx)
        return keepForStart(ctx, services, chosen)
      }
      const changed = await changePreferences(services, subscription, chosen)
      await ctx.answerCallbackQuery()
      const { html, keyboard } = preferencePage(preference, ctx, changed, now)
      await editInPlace(ctx, html, aboutSubject(ctx, keyboard))
    },
  }
}
