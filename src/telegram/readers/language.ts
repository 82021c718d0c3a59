import { InlineKeyboard } from 'grammy'
import { capitalise } from '../../domain/calendar.ts'
import { chooseLanguage, languageOfChat } from '../../serving/languages.ts'
import { ownName, readLanguage } from '../../text/language-names.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { useLanguage } from '../language.ts'
import { expired } from '../presses.ts'
import { asHtml, editInPlace, say, words } from '../say.ts'
import type { Services } from '../services.ts'
import { aboutSubject } from '../subject.ts'

/** Chooses the language of a chat and its digest; anybody's own, subscribed or not. */
export const language: Command = {
  name: 'language',
  configures: true,
  async handle(ctx, services) {
    const input = ctx.match.trim()
    const chosen = readLanguage(input, services.languages)
    if (chosen === null && input) {
      return say(ctx, 'language-wrong', { input }, await choices(ctx, services))
    }
    if (chosen !== null && !(await choose(ctx, services, chosen))) return say(ctx, 'not-subscribed')
    const { html, keyboard } = await languagePage(ctx, services)
    await ctx.reply(html, { ...asHtml, reply_markup: keyboard })
  },
  buttons: [
    {
      pattern: /^language:([a-z]{2})$/,
      async handle(ctx, services) {
        const chosen = services.languages.find((each) => each === ctx.match[1])
        if (!chosen || !(await choose(ctx, services, chosen))) return expired(ctx)
        await ctx.answerCallbackQuery()
        const { html, keyboard } = await languagePage(ctx, services)
        await editInPlace(ctx, html, keyboard)
      },
    },
  ],
}

async function choose(ctx: CourantContext, services: Services, chosen: string): Promise<boolean> {
  const { chatId } = ctx.subject
  if (!(await chooseLanguage(services, chatId, chosen))) return false
  if (chatId === ctx.chat?.id) useLanguage(ctx, chosen)
  return true
}

async function languagePage(
  ctx: CourantContext,
  services: Services,
): Promise<{ html: string; keyboard: InlineKeyboard }> {
  const name = ownName(await current(ctx, services))
  return {
    html: words(ctx, 'language-now', { language: name }),
    keyboard: await choices(ctx, services),
  }
}

async function choices(ctx: CourantContext, services: Services): Promise<InlineKeyboard> {
  const now = await current(ctx, services)
  const keyboard = new InlineKeyboard()
  for (const [i, each] of services.languages.entries()) {
    if (i % 3 === 0) keyboard.row()
    const label = capitalise(ownName(each), each)
    keyboard.text(each === now ? `✓ ${label}` : label, `language:${each}`)
  }
  return aboutSubject(ctx, keyboard)
}

async function current(ctx: CourantContext, services: Services): Promise<string> {
  const { chatId } = ctx.subject
  if (chatId === ctx.chat?.id) return ctx.language
  return (await languageOfChat(services, chatId)) ?? ctx.language
}
