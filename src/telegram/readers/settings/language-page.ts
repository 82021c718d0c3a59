import { InlineKeyboard } from 'grammy'
import { capitalise } from '../../../domain/calendar.ts'
import { languageOfChat } from '../../../serving/languages.ts'
import { activeSubscription } from '../../../serving/preferences.ts'
import { ownName } from '../../../text/language-names.ts'
import type { CourantContext } from '../../context.ts'
import { words } from '../../say.ts'
import type { Services } from '../../services.ts'
import { languageName } from './language-name.ts'
import { addBack, choiceLabel, type Page } from './page.ts'

/** Shows in which language a chat is written to, with the others; anybody's own, subscribed or not. */
export async function languagePage(ctx: CourantContext, services: Services): Promise<Page> {
  const language = languageName(ctx, await writtenIn(ctx, services))
  const html = words(ctx, 'language-now', { language })
  const keyboard = await languageChoices(ctx, services)
  // Who gets no digest has no other settings to go back to.
  const subscription = await activeSubscription(services, ctx.subject)
  return { html, keyboard: subscription ? addBack(ctx, keyboard) : keyboard }
}

/** Each by its own name, so that whoever speaks it finds it. */
export async function languageChoices(
  ctx: CourantContext,
  services: Services,
): Promise<InlineKeyboard> {
  const now = await writtenIn(ctx, services)
  const keyboard = new InlineKeyboard()
  for (const [i, each] of services.languages.entries()) {
    if (i % 3 === 0) keyboard.row()
    const name = capitalise(ownName(each), each)
    keyboard.text(choiceLabel(ctx, name, each === now), `language:${each}`)
  }
  return keyboard
}

/** The language in which the chat that an update is about is written to, by its code. */
export async function writtenIn(ctx: CourantContext, services: Services): Promise<string> {
  const { chatId } = ctx.subject
  if (chatId === ctx.chat?.id) return ctx.language
  return (await languageOfChat(services, ctx.subject)) ?? ctx.language
}
